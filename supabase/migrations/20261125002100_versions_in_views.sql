-- The layers tell the version of each row and what a form needs besides: which dated fact is shown, and why something ended.
-- The same functions as before with more columns, so each is made anew from its view upward.

drop function public.hamlets_at(date, uuid);
drop view public.hamlets;
drop function app.hamlets_on(date, uuid);
create function app.hamlets_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, former_commune text, valid_from date, valid_to date, successors jsonb,
  households integer, population integer, cultivated_area_ha numeric, statistics_since date,
  roads_declared_complete_on date, progress text, recognised_roads integer, registered_roads integer,
  criteria_met integer, criteria_total integer, area_m2 double precision,
  label_point jsonb, residential_geometry jsonb, geometry jsonb,
  version integer, retired_reason text, statistics_id uuid, statistics_version integer
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
    extensions.ST_AsGeoJSON(h.geom, 7)::jsonb,
    h.version, h.retired_reason, statistics.id, statistics.version
  from app.model_road_progress_on(as_of, of_commune) p
  join app.hamlets h on h.id = p.hamlet_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.name) as list
    from app.hamlet_successions s join app.hamlets n on n.id = s.successor_id where s.hamlet_id = h.id
  ) successors on true
  left join lateral (
    select s.id, s.version, s.households, s.population, s.cultivated_area_ha, s.valid_from from app.hamlet_statistics s
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

drop function public.roads_at(date, uuid);
drop view public.roads;
drop function app.roads_on(date, uuid);
create function app.roads_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, class text, valid_from date, valid_to date, length_m double precision, geometry jsonb,
  version integer, retired_reason text
)
language sql stable set search_path = '' as
$$
  select r.id, r.commune_id, r.name, r.class, r.valid_from, r.valid_to,
    extensions.ST_Length(r.geom::extensions.geography), extensions.ST_AsGeoJSON(r.geom, 7)::jsonb, r.version, r.retired_reason
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

drop function public.model_roads_at(date, uuid);
drop view public.model_roads;
drop function app.model_roads_on(date, uuid);
create function app.model_roads_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, state text, state_since date, registered_on date, recognised_on date,
  decision_number text, decision_date date, assessed_on date, criteria jsonb, criteria_met integer, criteria_total integer,
  length_m double precision, geometry jsonb,
  version integer, valid_to date, retired_reason text, registered_hamlet_id uuid, state_id uuid, state_version integer,
  state_reason text, document_title text, document_kept_at text, assessment_id uuid, assessment_version integer
)
language sql stable set search_path = '' as
$$
  select r.id, r.commune_id, r.name, hamlet.id, hamlet.name, hamlet.former_commune,
    r.organization_id, o.name, state.state, state.valid_from, history.registered_on,
    case when state.state = 'recognised' then state.valid_from end,
    case when state.state = 'recognised' then state.decision_number end,
    case when state.state = 'recognised' then state.decision_date end,
    assessment.assessed_on, assessment.criteria, assessment.met, list.total,
    extensions.ST_Length(r.geom::extensions.geography), extensions.ST_AsGeoJSON(r.geom, 7)::jsonb,
    r.version, r.valid_to, r.retired_reason, r.hamlet_id, state.id, state.version,
    state.reason, state.document_title, state.document_kept_at, assessment.id, assessment.version
  from app.model_roads r
  left join app.organizations o on o.id = r.organization_id
  join lateral (
    select s.* from app.model_road_states s
    where s.model_road_id = r.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) state on true
  left join lateral (
    select min(s.valid_from) as registered_on from app.model_road_states s
    where s.model_road_id = r.id and s.state = 'registered' and s.valid_from <= as_of
  ) history on true
  -- After a split the part of the old hamlet that holds most of the road answers for it.
  left join lateral (
    select h.id, h.name, h.former_commune
    from app.hamlet_successors(r.hamlet_id, as_of) successor (id) join app.hamlets h using (id)
    order by extensions.ST_Length(extensions.ST_Intersection(h.geom, r.geom)) desc, h.id limit 1
  ) hamlet on true
  left join lateral (
    select jsonb_array_length(value) as total, value from app.setting_on('model_road_criteria', as_of, r.commune_id) value
  ) list on true
  left join lateral (
    select a.id, a.version, a.assessed_on, a.criteria,
      -- While no list says what counts, nobody knows how many are met: null, not 0.
      case when list.value is not null then
        (select count(*)::integer from jsonb_array_elements(list.value) criterion
         where a.criteria -> (criterion ->> 'code') = 'true')
      end as met
    from app.model_road_assessments a
    where a.model_road_id = r.id and a.assessed_on <= as_of order by a.assessed_on desc limit 1
  ) assessment on true
  where (of_commune is null or r.commune_id = of_commune) and (r.valid_to is null or r.valid_to > as_of)
$$;
comment on function app.model_roads_on(date, uuid) is
  'Model roads at the end of a day, from the day they were registered; length in metres on the WGS84 ellipsoid.';
create view public.model_roads with (security_invoker = true) as select * from app.model_roads_on(app.today());
create trigger read_only instead of insert or update or delete on public.model_roads
  for each row execute function app.refuse_write();
create function public.model_roads_at(as_of date default null, commune_id uuid default null) returns setof public.model_roads
language sql stable set search_path = '' as
$$ select * from app.model_roads_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.model_roads_at(date, uuid) is 'Model roads as they were at the end of a day in Asia/Ho_Chi_Minh.';

drop function public.waste_points_at(date, uuid);
drop view public.waste_points;
drop function app.waste_points_on(date, uuid);
create function app.waste_points_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, kind text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, state text, state_since date, collection_days smallint[], geometry jsonb,
  version integer, valid_to date, retired_reason text, state_id uuid, state_version integer
)
language sql stable set search_path = '' as
$$
  select w.id, w.commune_id, w.name, w.kind, hamlet.id, hamlet.name, hamlet.former_commune,
    w.organization_id, o.name, state.state, state.valid_from, w.collection_days, extensions.ST_AsGeoJSON(w.geom, 7)::jsonb,
    w.version, w.valid_to, w.retired_reason, state.id, state.version
  from app.waste_points w
  left join app.organizations o on o.id = w.organization_id
  join lateral (
    select s.id, s.version, s.state, s.valid_from from app.waste_point_states s
    where s.waste_point_id = w.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) state on true
  left join lateral app.hamlet_around(w.geom, as_of, w.commune_id) hamlet on true
  where (of_commune is null or w.commune_id = of_commune) and (w.valid_to is null or w.valid_to > as_of)
$$;
comment on function app.waste_points_on(date, uuid) is 'Waste points at the end of a day, from the day of their first state.';
create view public.waste_points with (security_invoker = true) as select * from app.waste_points_on(app.today());
create trigger read_only instead of insert or update or delete on public.waste_points
  for each row execute function app.refuse_write();
create function public.waste_points_at(as_of date default null, commune_id uuid default null) returns setof public.waste_points
language sql stable set search_path = '' as
$$ select * from app.waste_points_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.waste_points_at(date, uuid) is 'Waste points as they were at the end of a day in Asia/Ho_Chi_Minh.';

drop function public.cemeteries_at(date, uuid);
drop view public.cemeteries;
drop function app.cemeteries_on(date, uuid);
create function app.cemeteries_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, graves integer, valid_from date, valid_to date,
  area_m2 double precision, label_point jsonb, geometry jsonb, version integer, retired_reason text
)
language sql stable set search_path = '' as
$$
  select c.id, c.commune_id, c.name, hamlet.id, hamlet.name, hamlet.former_commune, c.organization_id, o.name, c.graves,
    c.valid_from, c.valid_to,
    case when extensions.ST_Dimension(c.geom) = 2 then extensions.ST_Area(c.geom::extensions.geography) end,
    extensions.ST_AsGeoJSON(extensions.ST_PointOnSurface(c.geom), 7)::jsonb, extensions.ST_AsGeoJSON(c.geom, 7)::jsonb,
    c.version, c.retired_reason
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

revoke execute on function app.hamlets_on(date, uuid), app.roads_on(date, uuid), app.model_roads_on(date, uuid),
  app.waste_points_on(date, uuid), app.cemeteries_on(date, uuid), public.hamlets_at(date, uuid), public.roads_at(date, uuid),
  public.model_roads_at(date, uuid), public.waste_points_at(date, uuid), public.cemeteries_at(date, uuid) from public;
grant execute on function app.hamlets_on(date, uuid), app.roads_on(date, uuid), app.model_roads_on(date, uuid),
  app.waste_points_on(date, uuid), app.cemeteries_on(date, uuid), public.hamlets_at(date, uuid), public.roads_at(date, uuid),
  public.model_roads_at(date, uuid), public.waste_points_at(date, uuid), public.cemeteries_at(date, uuid)
  to anon, authenticated, service_role;
grant select on public.hamlets, public.roads, public.model_roads, public.waste_points, public.cemeteries
  to anon, authenticated, service_role;

-- The dated facts behind a row, all of them: a form lists them to correct one.
create view public.hamlet_statistics with (security_invoker = true) as
  select id, commune_id, hamlet_id, valid_from, households, population, cultivated_area_ha, version from app.hamlet_statistics;
create view public.model_road_states with (security_invoker = true) as
  select id, commune_id, model_road_id, state, valid_from, decision_number, decision_date, document_title, document_kept_at,
    reason::text as reason, version
  from app.model_road_states;
create view public.model_road_assessments with (security_invoker = true) as
  select id, commune_id, model_road_id, assessed_on, criteria, version from app.model_road_assessments;
create view public.waste_point_states with (security_invoker = true) as
  select id, commune_id, waste_point_id, state, valid_from, version from app.waste_point_states;
grant select on public.hamlet_statistics, public.model_road_states, public.model_road_assessments, public.waste_point_states
  to anon, authenticated, service_role;

-- A record that was withdrawn was never an incident: it is counted at no date.
drop function public.read_incidents(date, date, text[], uuid);
create function public.read_incidents(from_date date, to_date date, kinds text[] default null, commune_id uuid default null)
returns table (id uuid, kind text, occurred_at timestamptz, state text, cell_id integer, geometry jsonb, version integer)
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant uuid := app.resolve_commune(read_incidents.commune_id);
begin
  perform app.log_incident_read('incidents', read_incidents.from_date, read_incidents.to_date, read_incidents.kinds, meant);
  return query
    select i.id, i.kind, i.occurred_at, i.state, app.incident_cell(i.geom, meant), extensions.ST_AsGeoJSON(i.geom, 7)::jsonb, i.version
    from app.incidents i
    where i.commune_id = meant and i.withdrawn_on is null
      and i.occurred_at >= (read_incidents.from_date::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and i.occurred_at < ((read_incidents.to_date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (read_incidents.kinds is null or i.kind = any (read_incidents.kinds))
    order by i.id;
end
$$;
comment on function public.read_incidents(date, date, text[], uuid) is
  'Exact incidents from the first day to the last, both included, in Asia/Ho_Chi_Minh. Police of the commune alone get rows; every call is logged.';
revoke execute on function public.read_incidents(date, date, text[], uuid) from public;
grant execute on function public.read_incidents(date, date, text[], uuid) to authenticated;

create or replace function public.incident_cells(from_month date, to_month date, kinds text[] default null, commune_id uuid default null)
returns table (cell_id integer, geometry jsonb, count bigint)
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant uuid := app.resolve_commune(incident_cells.commune_id);
  first_day date := date_trunc('month', incident_cells.from_month)::date;
  day_after date := (date_trunc('month', incident_cells.to_month) + interval '1 month')::date;
begin
  perform app.log_incident_read('cells', first_day, day_after - 1, incident_cells.kinds, meant);
  return query
    select g.cell_id, extensions.ST_AsGeoJSON(g.geom, 7)::jsonb, coalesce(counted.count, 0)
    from app.incident_grid g
    left join (
      select app.incident_cell(i.geom, meant) as cell_id, count(*) as count
      from app.incidents i
      where i.commune_id = meant and i.withdrawn_on is null
        and i.occurred_at >= (first_day::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and i.occurred_at < (day_after::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and (incident_cells.kinds is null or i.kind = any (incident_cells.kinds))
      group by 1
    ) counted on counted.cell_id = g.cell_id
    where g.commune_id = meant
    order by g.cell_id;
end
$$;
