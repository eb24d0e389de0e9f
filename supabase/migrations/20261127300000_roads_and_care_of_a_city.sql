-- The figures of a city: all communes at once, in a time that grows with their number. What is asked and what is
-- answered stays as it was (20261126000200_figures.sql). Three things made it quadratic, and are kept out here:
-- - With one plan for every question, "no commune, or this one" is taken for one row in two hundred: joins went through
--   all rows of one side for each of the other, and one commune read the rows of all. Each question has its own plan.
-- - Of what a CTE holds the planner knows nothing, and takes an inner join by two columns for one row. What is joined
--   by day and something else is therefore a left join, from the side that has every row.
-- - Compiling such a plan took longer than running it.

create or replace function app.model_road_days(days date[], of_commune uuid default null)
returns table (day date, model_road_id uuid, commune_id uuid, hamlet_id uuid, state text, length_m double precision)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as
$$
#variable_conflict use_column
begin
  return query
    with recursive line (origin, id) as (
      select h.id, h.id from app.hamlets h where of_commune is null or h.commune_id = of_commune
      union
      select l.origin, s.successor_id from line l join app.hamlet_successions s on s.hamlet_id = l.id
    ),
    answering as materialized (
      select r.id, r.commune_id, r.valid_to, h.id as hamlet_id, h.valid_from as hamlet_from, h.valid_to as hamlet_to,
        extensions.ST_Length(r.geom::extensions.geography) as length_m,
        -- Only where a hamlet was split must be measured who holds most of the road.
        case when count(*) over (partition by r.id) > 1 then extensions.ST_Length(extensions.ST_Intersection(h.geom, r.geom)) else 0 end as held
      from app.model_roads r join line l on l.origin = r.hamlet_id join app.hamlets h on h.id = l.id
      where of_commune is null or r.commune_id = of_commune
    ),
    states as materialized (
      select s.model_road_id, s.state, s.valid_from, lead(s.valid_from) over (partition by s.model_road_id order by s.valid_from) as until
      from app.model_road_states s where of_commune is null or s.commune_id = of_commune
    )
    select distinct on (d.day, a.id) d.day, a.id, a.commune_id, a.hamlet_id, s.state, a.length_m
    from (select distinct unnest(days) as day) d
    join states s on s.valid_from <= d.day and (s.until is null or s.until > d.day)
    join answering a on a.id = s.model_road_id and (a.valid_to is null or a.valid_to > d.day)
      and a.hamlet_from <= d.day and (a.hamlet_to is null or a.hamlet_to > d.day)
    order by d.day, a.id, a.held desc, a.hamlet_id;
end
$$;

create or replace function app.target_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, indicator text, scope text, hamlet_id uuid, value numeric)
language plpgsql stable rows 10000 set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as
$$
#variable_conflict use_column
begin
  return query
    with days as (select distinct unnest(target_days.days) as day)
    select t.day, t.commune_id, t.indicator, t.scope, t.hamlet_id, t.value from (
      select distinct on (d.day, t.commune_id, t.indicator, t.scope, t.hamlet_id)
        d.day, t.commune_id, t.indicator, t.scope, t.hamlet_id, t.value, t.valid_to
      from days d join app.targets t on t.valid_from <= d.day and (of_commune is null or t.commune_id = of_commune)
      order by d.day, t.commune_id, t.indicator, t.scope, t.hamlet_id, t.valid_from desc
    ) t where t.valid_to is null or t.valid_to > t.day
    union all
    -- Before a commune sets a target of its own, its rule of how many model roads a hamlet needs is one; the plan says one.
    select d.day, c.id, 'model-roads', 'hamlets', null, (app.setting_on('model_roads_per_hamlet', d.day, c.id))::numeric
    from days d cross join app.communes c
    where (of_commune is null or c.id = of_commune) and not exists (
      select from app.targets t where t.commune_id = c.id and t.indicator = 'model-roads' and t.scope = 'hamlets'
        and t.valid_from <= d.day and (t.valid_to is null or t.valid_to > d.day));
end
$$;

create or replace function app.model_road_counts(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, recognised integer, registered integer, target numeric, progress text)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as
$$
#variable_conflict use_column
begin
  return query
    with days as (select distinct unnest(model_road_counts.days) as day),
    counted as materialized (
      select r.day, r.hamlet_id, count(*) filter (where r.state = 'recognised')::integer as recognised,
        count(*) filter (where r.state = 'registered')::integer as registered
      from app.model_road_days(model_road_counts.days, of_commune) r group by r.day, r.hamlet_id
    ),
    -- The target of one hamlet under its id, that of all under their commune's.
    targets as materialized (
      select t.day, coalesce(t.hamlet_id, t.commune_id) as whose, t.value from app.target_days(model_road_counts.days, of_commune) t
      where t.indicator = 'model-roads' and t.scope <> 'commune'
    )
    select d.day, h.commune_id, h.id,
      case when known.reported then coalesce(c.recognised, 0) end, case when known.reported then coalesce(c.registered, 0) end, wanted.roads,
      case
        when c.recognised >= wanted.roads then 'met'
        when c.recognised > 0 or c.registered > 0 then 'on_the_way'
        when known.reported then 'behind'
        else 'not_reported'
      end
    from days d
    join app.hamlets h on h.valid_from <= d.day and (h.valid_to is null or h.valid_to > d.day) and (of_commune is null or h.commune_id = of_commune)
    left join counted c on c.day = d.day and c.hamlet_id = h.id
    left join targets own on own.day = d.day and own.whose = h.id
    left join targets every on every.day = d.day and every.whose = h.commune_id
    cross join lateral (select coalesce(own.value, every.value, 1) as roads) wanted
    -- A hamlet whose list was never declared complete and that has no road has said nothing: null, not 0.
    cross join lateral (
      select coalesce(c.recognised > 0 or c.registered > 0, false) or coalesce(h.roads_declared_complete_on <= d.day, false) as reported
    ) known;
end
$$;

create or replace function app.care_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, indicator text, numerator numeric, denominator numeric)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as
$$
#variable_conflict use_column
begin
  return query
    with days as (select distinct unnest(care_days.days) as day),
    interval_of as materialized (
      select d.day, c.id as commune_id, app.care_interval('due', d.day, c.id) as due
      from days d cross join app.communes c where of_commune is null or c.id = of_commune
    ),
    first_care as materialized (
      select coalesce(c.model_road_id, c.cemetery_id) as subject, min(c.done_on) as first_on from app.care_records c
      where (of_commune is null or c.commune_id = of_commune) and c.waste_point_id is null group by 1
    ),
    road_care as materialized (
      select i.day, c.model_road_id, range_agg(numrange(c.stretch_from, c.stretch_to)) as stretches
      from interval_of i join app.care_records c on c.commune_id = i.commune_id and c.done_on > i.day - i.due and c.done_on <= i.day
      where c.model_road_id is not null group by i.day, c.model_road_id
    ),
    cemetery_hamlet as materialized (
      select c.id, c.commune_id, c.valid_from, c.valid_to, h.id as hamlet_id, h.valid_from as hamlet_from, h.valid_to as hamlet_to
      from app.cemeteries c join app.hamlets h on h.commune_id = c.commune_id
        and extensions.ST_Intersects(h.geom, extensions.ST_PointOnSurface(c.geom))
      where of_commune is null or c.commune_id = of_commune
    ),
    cemetery_day as materialized (
      select distinct on (i.day, c.id) i.day, i.due, c.commune_id, c.id, c.hamlet_id from interval_of i
      join cemetery_hamlet c on c.commune_id = i.commune_id and c.valid_from <= i.day and (c.valid_to is null or c.valid_to > i.day)
        and c.hamlet_from <= i.day and (c.hamlet_to is null or c.hamlet_to > i.day)
      order by i.day, c.id, c.hamlet_id
    )
    select h.day, h.commune_id, h.hamlet_id, 'road-care',
      -- Where nobody ever wrote down that a road was cared for, nobody knows: null, not 0.
      case when bool_or(f.first_on <= h.day) then
        sum(r.length_m * coalesce((select sum(upper(part) - lower(part)) from unnest(k.stretches) part), 0))::numeric end,
      coalesce(sum(r.length_m), 0)::numeric
    -- A hamlet that said what roads it has, none of them recognised, has nothing to measure: a denominator of 0.
    from app.model_road_counts(care_days.days, of_commune) h
    left join app.model_road_days(care_days.days, of_commune) r on r.day = h.day and r.hamlet_id = h.hamlet_id and r.state = 'recognised'
    left join road_care k on k.day = h.day and k.model_road_id = r.model_road_id
    left join first_care f on f.subject = r.model_road_id
    where h.recognised is not null group by h.day, h.commune_id, h.hamlet_id
    union all
    select i.day, h.commune_id, h.id, 'cemetery-care',
      case when bool_or(f.first_on <= i.day) then count(c.id) filter (where exists (
        select from app.care_records k where k.cemetery_id = c.id and k.done_on > i.day - i.due and k.done_on <= i.day)) end,
      count(c.id)
    -- The commune has some on record: a hamlet in which none lies has nothing to measure.
    from interval_of i
    join (select distinct d.day, d.commune_id from cemetery_day d) known on known.day = i.day and known.commune_id = i.commune_id
    join app.hamlets h on h.commune_id = i.commune_id and h.valid_from <= i.day and (h.valid_to is null or h.valid_to > i.day)
    left join cemetery_day c on c.day = i.day and c.hamlet_id = h.id
    left join first_care f on f.subject = c.id
    group by i.day, i.due, h.commune_id, h.id;
end
$$;
