-- The plan's one hard number: every hamlet has at least one model self-managed road.

create function app.model_road_progress_on(as_of date, of_commune uuid default null)
returns table (
  hamlet_id uuid, recognised_roads integer, registered_roads integer, criteria_met integer, criteria_total integer, progress text
)
language sql stable set search_path = '' as
$$
  with roads as materialized (select * from app.model_roads_on(as_of, of_commune)),
  counted as (
    select r.hamlet_id,
      count(*) filter (where r.state = 'recognised')::integer as recognised,
      count(*) filter (where r.state = 'registered')::integer as registered
    from roads r group by r.hamlet_id
  ),
  nearest as (
    select distinct on (r.hamlet_id) r.hamlet_id, r.criteria_met, r.criteria_total from roads r
    where r.state = 'registered' and r.criteria_met is not null
    order by r.hamlet_id, r.criteria_met desc, r.id
  )
  select h.id,
    case when known.reported then coalesce(counted.recognised, 0) end,
    case when known.reported then coalesce(counted.registered, 0) end,
    nearest.criteria_met, nearest.criteria_total,
    case
      when counted.recognised >= wanted.roads then 'met'
      when counted.recognised > 0 or counted.registered > 0 then 'on_the_way'
      when known.reported then 'behind'
      else 'not_reported'
    end
  from app.hamlets h
  left join counted on counted.hamlet_id = h.id
  left join nearest on nearest.hamlet_id = h.id
  -- A hamlet whose list was never declared complete and that has no road has said nothing: null, not 0.
  cross join lateral (
    select counted.recognised > 0 or counted.registered > 0 or coalesce(h.roads_declared_complete_on <= as_of, false) as reported
  ) known
  -- The plan says one. A commune that asks for more says so in its settings, from a day on.
  cross join lateral (
    select coalesce(app.setting_on('model_roads_per_hamlet', as_of, h.commune_id)::integer, 1) as roads
  ) wanted
  where h.valid_from <= as_of and (h.valid_to is null or h.valid_to > as_of)
    and (of_commune is null or h.commune_id = of_commune)
$$;
comment on function app.model_road_progress_on(date, uuid) is
  'Per hamlet valid at the end of a day (a road counts for the hamlet that its own has become). met: at least as many recognised model roads as the setting model_roads_per_hamlet wants (1); on_the_way: fewer, or one registered and not yet recognised; behind: none, and its list of roads was declared complete by then; else not_reported. criteria_met is that of the registered road nearest to recognition.';

create function app.hamlets_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, former_commune text, valid_from date, valid_to date, successors jsonb,
  households integer, population integer, cultivated_area_ha numeric, statistics_since date,
  roads_declared_complete_on date, progress text, recognised_roads integer, registered_roads integer,
  criteria_met integer, criteria_total integer, area_m2 double precision,
  label_point jsonb, residential_geometry jsonb, geometry jsonb
)
language sql stable set search_path = '' as
$$
  select h.id, h.commune_id, h.name, h.former_commune, h.valid_from, h.valid_to, successors.list,
    statistics.households, statistics.population, statistics.cultivated_area_ha, statistics.valid_from,
    case when h.roads_declared_complete_on <= as_of then h.roads_declared_complete_on end,
    p.progress, p.recognised_roads, p.registered_roads, p.criteria_met, p.criteria_total,
    extensions.ST_Area(h.geom::extensions.geography),
    extensions.ST_AsGeoJSON(h.label_geom, 7)::jsonb,
    extensions.ST_AsGeoJSON(h.residential_geom, 7)::jsonb,
    extensions.ST_AsGeoJSON(h.geom, 7)::jsonb
  from app.model_road_progress_on(as_of, of_commune) p
  join app.hamlets h on h.id = p.hamlet_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.name) as list
    from app.hamlet_successions s join app.hamlets n on n.id = s.successor_id where s.hamlet_id = h.id
  ) successors on true
  left join lateral (
    select s.households, s.population, s.cultivated_area_ha, s.valid_from from app.hamlet_statistics s
    where s.hamlet_id = h.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) statistics on true
$$;
comment on function app.hamlets_on(date, uuid) is
  'Hamlets valid at the end of a day with their latest figures by then and their progress; area in square metres on the WGS84 ellipsoid.';

create view public.hamlets with (security_invoker = true) as select * from app.hamlets_on(app.today());
create trigger read_only instead of insert or update or delete on public.hamlets
  for each row execute function app.refuse_write();
create function public.hamlets_at(as_of date default null, commune_id uuid default null) returns setof public.hamlets
language sql stable set search_path = '' as
$$ select * from app.hamlets_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.hamlets_at(date, uuid) is 'Hamlets as they were at the end of a day in Asia/Ho_Chi_Minh.';

revoke execute on function app.model_road_progress_on(date, uuid), app.hamlets_on(date, uuid), public.hamlets_at(date, uuid) from public;
grant execute on function app.model_road_progress_on(date, uuid), app.hamlets_on(date, uuid), public.hamlets_at(date, uuid)
  to anon, authenticated, service_role;
grant select on public.hamlets to anon, authenticated, service_role;
