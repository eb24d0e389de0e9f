-- Martyrs' cemeteries.

create table app.cemeteries (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  organization_id uuid,
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 200),
  graves integer check (graves >= 0),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  geom extensions.geometry(Geometry, 4326) not null
    check (extensions.GeometryType(geom) in ('POINT', 'POLYGON', 'MULTIPOLYGON') and extensions.ST_IsValid(geom)),
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.cemeteries is 'Martyrs'' cemeteries, as a place or an outline.';
comment on column app.cemeteries.graves is 'Number of graves. Null: not reported.';
create index cemeteries_commune on app.cemeteries (commune_id);
create index cemeteries_organization on app.cemeteries (organization_id);
create index cemeteries_geom on app.cemeteries using gist (geom);
create trigger snap_geometry before insert or update of geom on app.cemeteries
  for each row execute function app.snap_geometry();
create trigger log_change after insert or update or delete on app.cemeteries for each row execute function app.log_change();

alter table app.cemeteries enable row level security;
create policy "cemeteries are read with their commune" on app.cemeteries for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add cemeteries" on app.cemeteries for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.cemeteries to anon, authenticated, service_role;
grant insert on app.cemeteries to authenticated;

create function app.cemeteries_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, graves integer, valid_from date, valid_to date,
  area_m2 double precision, label_point jsonb, geometry jsonb
)
language sql stable set search_path = '' as
$$
  select c.id, c.commune_id, c.name, hamlet.id, hamlet.name, hamlet.former_commune, c.organization_id, o.name, c.graves,
    c.valid_from, c.valid_to,
    case when extensions.ST_Dimension(c.geom) = 2 then extensions.ST_Area(c.geom::extensions.geography) end,
    extensions.ST_AsGeoJSON(extensions.ST_PointOnSurface(c.geom), 7)::jsonb, extensions.ST_AsGeoJSON(c.geom, 7)::jsonb
  from app.cemeteries c
  left join app.organizations o on o.id = c.organization_id
  left join lateral app.hamlet_around(c.geom, as_of, c.commune_id) hamlet on true
  where c.valid_from <= as_of and (c.valid_to is null or c.valid_to > as_of)
    and (of_commune is null or c.commune_id = of_commune)
$$;
comment on function app.cemeteries_on(date, uuid) is 'Martyrs'' cemeteries at the end of a day; area in square metres where an outline is known.';

create view public.cemeteries with (security_invoker = true) as select * from app.cemeteries_on(app.today());
create trigger read_only instead of insert or update or delete on public.cemeteries
  for each row execute function app.refuse_write();
create function public.cemeteries_at(as_of date default null, commune_id uuid default null) returns setof public.cemeteries
language sql stable set search_path = '' as
$$ select * from app.cemeteries_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.cemeteries_at(date, uuid) is 'Martyrs'' cemeteries as they were at the end of a day in Asia/Ho_Chi_Minh.';

revoke execute on function app.cemeteries_on(date, uuid), public.cemeteries_at(date, uuid) from public;
grant execute on function app.cemeteries_on(date, uuid), public.cemeteries_at(date, uuid) to anon, authenticated, service_role;
grant select on public.cemeteries to anon, authenticated, service_role;
