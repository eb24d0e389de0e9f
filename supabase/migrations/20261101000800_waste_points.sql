-- Waste points: collection points, "Ngôi nhà xanh", "Đổi pin nhận quà", pesticide-packaging tanks, litter black spots.

create table app.waste_points (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  organization_id uuid,
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 200),
  kind text not null check (kind in ('collection', 'green_house', 'battery_exchange', 'pesticide_tank', 'black_spot')),
  collection_days smallint[] check (collection_days <@ '{1,2,3,4,5,6,7}'),
  geom extensions.geometry(Point, 4326) not null,
  unique (id, commune_id),
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.waste_points is 'Waste points. What they are at a date follows from app.waste_point_states.';
comment on column app.waste_points.collection_days is 'ISO days of the week, Monday is 1. Null: not reported.';
create index waste_points_commune on app.waste_points (commune_id);
create index waste_points_organization on app.waste_points (organization_id);
create index waste_points_geom on app.waste_points using gist (geom);
create trigger snap_geometry before insert or update of geom on app.waste_points
  for each row execute function app.snap_geometry();
create trigger log_change after insert or update or delete on app.waste_points for each row execute function app.log_change();

create table app.waste_point_states (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  waste_point_id uuid not null,
  state text not null check (state in ('active', 'needs_attention', 'closed')),
  valid_from date not null,
  unique (waste_point_id, valid_from),
  foreign key (waste_point_id, commune_id) references app.waste_points (id, commune_id) on delete cascade
);
comment on table app.waste_point_states is
  'Dated states. For a black spot active means that the litter lies there, closed that it was cleared.';
create index waste_point_states_commune on app.waste_point_states (commune_id);
create trigger log_change after insert or update or delete on app.waste_point_states for each row execute function app.log_change();

alter table app.waste_points enable row level security;
create policy "waste points are read with their commune" on app.waste_points for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add waste points" on app.waste_points for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.waste_points to anon, authenticated, service_role;
grant insert on app.waste_points to authenticated;

alter table app.waste_point_states enable row level security;
create policy "states of waste points are read with their commune" on app.waste_point_states for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add states of waste points" on app.waste_point_states for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.waste_point_states to anon, authenticated, service_role;
grant insert on app.waste_point_states to authenticated;

create function app.hamlet_around(place extensions.geometry, as_of date, of_commune uuid)
returns table (id uuid, name text, former_commune text)
language sql stable set search_path = '' as
$$
  select h.id, h.name, h.former_commune from app.hamlets h
  where h.commune_id = of_commune and extensions.ST_Intersects(h.geom, extensions.ST_PointOnSurface(place))
    and h.valid_from <= as_of and (h.valid_to is null or h.valid_to > as_of)
  order by h.id limit 1
$$;
comment on function app.hamlet_around(extensions.geometry, date, uuid) is
  'The hamlet in which a place lies at a date; none outside all hamlets. On a shared border the lower id, so that the answer never changes.';

create function app.waste_points_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, kind text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, state text, state_since date, collection_days smallint[], geometry jsonb
)
language sql stable set search_path = '' as
$$
  select w.id, w.commune_id, w.name, w.kind, hamlet.id, hamlet.name, hamlet.former_commune,
    w.organization_id, o.name, state.state, state.valid_from, w.collection_days, extensions.ST_AsGeoJSON(w.geom, 7)::jsonb
  from app.waste_points w
  left join app.organizations o on o.id = w.organization_id
  join lateral (
    select s.state, s.valid_from from app.waste_point_states s
    where s.waste_point_id = w.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) state on true
  left join lateral app.hamlet_around(w.geom, as_of, w.commune_id) hamlet on true
  where of_commune is null or w.commune_id = of_commune
$$;
comment on function app.waste_points_on(date, uuid) is 'Waste points at the end of a day, from the day of their first state.';

create view public.waste_points with (security_invoker = true) as select * from app.waste_points_on(app.today());
create trigger read_only instead of insert or update or delete on public.waste_points
  for each row execute function app.refuse_write();
create function public.waste_points_at(as_of date default null, commune_id uuid default null) returns setof public.waste_points
language sql stable set search_path = '' as
$$ select * from app.waste_points_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.waste_points_at(date, uuid) is 'Waste points as they were at the end of a day in Asia/Ho_Chi_Minh.';

revoke execute on function app.hamlet_around(extensions.geometry, date, uuid), app.waste_points_on(date, uuid),
  public.waste_points_at(date, uuid) from public;
grant execute on function app.hamlet_around(extensions.geometry, date, uuid), app.waste_points_on(date, uuid),
  public.waste_points_at(date, uuid) to anon, authenticated, service_role;
grant select on public.waste_points to anon, authenticated, service_role;
