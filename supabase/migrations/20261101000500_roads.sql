-- Ordinary roads, for orientation and snapping.

create table app.roads (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  name text check (name = normalize(name, NFC)),
  class text not null check (class in ('national', 'provincial', 'district', 'commune', 'hamlet', 'alley', 'field')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  geom extensions.geometry(MultiLineString, 4326) not null
);
comment on table app.roads is 'Ordinary roads. class: quốc lộ, tỉnh lộ, đường huyện, trục xã, trục thôn, ngõ xóm, nội đồng.';
create index roads_commune on app.roads (commune_id);
create index roads_geom on app.roads using gist (geom);
create trigger snap_geometry before insert or update of geom on app.roads
  for each row execute function app.snap_geometry();
create trigger log_change after insert or update or delete on app.roads for each row execute function app.log_change();

alter table app.roads enable row level security;
create policy "roads are read with their commune" on app.roads for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add roads" on app.roads for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.roads to anon, authenticated, service_role;
grant insert on app.roads to authenticated;

create function app.roads_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, class text, valid_from date, valid_to date, length_m double precision, geometry jsonb
)
language sql stable set search_path = '' as
$$
  select r.id, r.commune_id, r.name, r.class, r.valid_from, r.valid_to,
    extensions.ST_Length(r.geom::extensions.geography), extensions.ST_AsGeoJSON(r.geom, 7)::jsonb
  from app.roads r
  where r.valid_from <= as_of and (r.valid_to is null or r.valid_to > as_of)
    and (of_commune is null or r.commune_id = of_commune)
$$;
comment on function app.roads_on(date, uuid) is 'Roads at the end of a day; length in metres on the WGS84 ellipsoid.';

create view public.roads with (security_invoker = true) as select * from app.roads_on(app.today());
create trigger read_only instead of insert or update or delete on public.roads
  for each row execute function app.refuse_write();
create function public.roads_at(as_of date default null, commune_id uuid default null) returns setof public.roads
language sql stable set search_path = '' as
$$ select * from app.roads_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.roads_at(date, uuid) is 'Roads as they were at the end of a day in Asia/Ho_Chi_Minh.';

revoke execute on function app.roads_on(date, uuid), public.roads_at(date, uuid) from public;
grant execute on function app.roads_on(date, uuid), public.roads_at(date, uuid) to anon, authenticated, service_role;
grant select on public.roads to anon, authenticated, service_role;
