-- The figures of the indicators, for many days in one pass: a month's step of the time slider and the whole plan's
-- curve are the same query. Everything is read from dated facts with the rights of the caller.

create function app.model_road_days(days date[], of_commune uuid default null)
returns table (day date, model_road_id uuid, commune_id uuid, hamlet_id uuid, state text, length_m double precision)
language sql stable set search_path = '' as
$$
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
  order by d.day, a.id, a.held desc, a.hamlet_id
$$;
comment on function app.model_road_days(date[], uuid) is
  'For each day and model road its state and the hamlet that answers for it (after a split the part that holds most of it); length in metres on the WGS84 ellipsoid.';

create function app.target_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, indicator text, scope text, hamlet_id uuid, value numeric)
language sql stable set search_path = '' as
$$
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
      and t.valid_from <= d.day and (t.valid_to is null or t.valid_to > d.day))
$$;
comment on function app.target_days(date[], uuid) is
  'The targets that count on each day, one for each commune, indicator, scope and, of scope hamlet, hamlet. Of model roads the setting model_roads_per_hamlet where no target says it.';

create function app.model_road_counts(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, recognised integer, registered integer, target numeric, progress text)
language sql stable set search_path = '' as
$$
  with days as (select distinct unnest(model_road_counts.days) as day),
  counted as materialized (
    select r.day, r.hamlet_id, count(*) filter (where r.state = 'recognised')::integer as recognised,
      count(*) filter (where r.state = 'registered')::integer as registered
    from app.model_road_days(model_road_counts.days, of_commune) r group by r.day, r.hamlet_id
  ),
  targets as materialized (select t.* from app.target_days(model_road_counts.days, of_commune) t where t.indicator = 'model-roads')
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
  left join targets own on own.day = d.day and own.scope = 'hamlet' and own.hamlet_id = h.id
  left join targets every on every.day = d.day and every.scope = 'hamlets' and every.commune_id = h.commune_id
  cross join lateral (select coalesce(own.value, every.value, 1) as roads) wanted
  -- A hamlet whose list was never declared complete and that has no road has said nothing: null, not 0.
  cross join lateral (
    select coalesce(c.recognised > 0 or c.registered > 0, false) or coalesce(h.roads_declared_complete_on <= d.day, false) as reported
  ) known
$$;
comment on function app.model_road_counts(date[], uuid) is
  'For each day and hamlet valid on it: recognised and registered model roads (null: not reported), how many are wanted, and its progress. met: as many as wanted; on_the_way: fewer, or one registered; behind: none, and its list was declared complete by then; else not_reported.';

create or replace function app.model_road_progress_on(as_of date, of_commune uuid default null)
returns table (
  hamlet_id uuid, recognised_roads integer, registered_roads integer, criteria_met integer, criteria_total integer, progress text
)
language sql stable set search_path = '' as
$$
  with nearest as (
    select distinct on (r.hamlet_id) r.hamlet_id, r.criteria_met, r.criteria_total from app.model_roads_on(as_of, of_commune) r
    where r.state = 'registered' and r.criteria_met is not null
    order by r.hamlet_id, r.criteria_met desc, r.id
  )
  select c.hamlet_id, c.recognised, c.registered, n.criteria_met, n.criteria_total, c.progress
  from app.model_road_counts(array[as_of], of_commune) c left join nearest n on n.hamlet_id = c.hamlet_id
$$;
comment on function app.model_road_progress_on(date, uuid) is
  'Per hamlet valid at the end of a day what app.model_road_counts says of it; criteria_met is that of the registered road nearest to recognition.';

create function app.care_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, indicator text, numerator numeric, denominator numeric)
language sql stable set search_path = '' as
$$
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
  group by i.day, i.due, h.commune_id, h.id
$$;
comment on function app.care_days(date[], uuid) is
  'road-care in metres of the recognised roads, cemetery-care in cemeteries, for each day and hamlet; a denominator of 0 where there is none of them. Kept up is what was cared for within the days of care_interval_days.due before the end of the day; stretches that overlap count once. A record counts when it is sent. Numerator null: never recorded.';

create function app.waste_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, indicator text, numerator numeric, denominator numeric)
language sql stable set search_path = '' as
$$
  with days as (select distinct unnest(waste_days.days) as day),
  states as materialized (
    select s.waste_point_id, s.state, s.valid_from, lead(s.valid_from) over (partition by s.waste_point_id order by s.valid_from) as until
    from app.waste_point_states s where of_commune is null or s.commune_id = of_commune
  ),
  point_day as materialized (
    select d.day, w.id, w.commune_id, w.kind, s.state from days d
    join states s on s.valid_from <= d.day and (s.until is null or s.until > d.day)
    join app.waste_points w on w.id = s.waste_point_id and (w.valid_to is null or w.valid_to > d.day)
    where w.kind in ('collection', 'pesticide_tank')
  ),
  known as materialized (select distinct p.day, p.commune_id, p.kind from point_day p),
  hamlet_day as materialized (
    select d.day, h.id, h.commune_id from days d
    join app.hamlets h on h.valid_from <= d.day and (h.valid_to is null or h.valid_to > d.day)
    where of_commune is null or h.commune_id = of_commune
  ),
  tank_hamlet as materialized (
    select w.id, h.id as hamlet_id, h.valid_from as hamlet_from, h.valid_to as hamlet_to
    from app.waste_points w join app.hamlets h on h.commune_id = w.commune_id and extensions.ST_Intersects(h.geom, w.geom)
    where w.kind = 'pesticide_tank' and (of_commune is null or w.commune_id = of_commune)
  ),
  tanks as materialized (
    select t.day, t.hamlet_id, count(*) filter (where t.state <> 'closed') as tanks from (
      -- On a shared border the lower id, as app.hamlet_around has it.
      select distinct on (p.day, p.id) p.day, p.id, p.state, t.hamlet_id from point_day p
      join tank_hamlet t on t.id = p.id and t.hamlet_from <= p.day and (t.hamlet_to is null or t.hamlet_to > p.day)
      order by p.day, p.id, t.hamlet_id
    ) t group by t.day, t.hamlet_id
  ),
  gathered as (
    select g.*, row_number() over (partition by g.commune_id order by g.is_point, g.id) as n from (
      select h.id, h.commune_id, false as is_point, coalesce(h.residential_geom, h.geom) as geom from app.hamlets h
      where h.id in (select distinct x.id from hamlet_day x)
      union all
      select w.id, w.commune_id, true, w.geom from app.waste_points w
      where w.kind = 'collection' and (of_commune is null or w.commune_id = of_commune)
    ) g
  ),
  -- In one piece: reading the description of a projection takes longer than projecting.
  projected as materialized (
    select g.commune_id, extensions.ST_Transform(extensions.ST_Collect(g.geom order by g.n), '+proj=longlat +datum=WGS84 +no_defs', s.proj) as geom
    from gathered g join app.communes c on c.id = g.commune_id join app.coordinate_systems s on s.code = c.coordinate_system
    group by g.commune_id, s.proj
  ),
  area as materialized (
    select g.id, g.commune_id, extensions.ST_GeometryN(p.geom, g.n::integer) as geom
    from gathered g join projected p on p.commune_id = g.commune_id where not g.is_point
  ),
  place as materialized (
    select g.id, g.commune_id, extensions.ST_GeometryN(p.geom, g.n::integer) as geom
    from gathered g join projected p on p.commune_id = g.commune_id where g.is_point
  ),
  reach as materialized (
    select k.day, k.commune_id, (app.setting_on('waste_reach_m', k.day, k.commune_id))::numeric::double precision as metres
    from known k where k.kind = 'collection'
  ),
  near as materialized (
    select a.id as hamlet_id, p.id, extensions.ST_Distance(a.geom, p.geom) as nearest, extensions.ST_MaxDistance(a.geom, p.geom) as farthest
    from (select r.commune_id, max(r.metres) as metres from reach r group by r.commune_id) r
    join area a on a.commune_id = r.commune_id
    join place p on p.commune_id = a.commune_id and extensions.ST_DWithin(a.geom, p.geom, r.metres)
  ),
  served as materialized (
    select h.day, h.id as hamlet_id, h.commune_id, r.metres, array_agg(n.id order by n.id) filter (where n.id is not null) as points,
      coalesce(bool_or(n.farthest <= r.metres), false) as is_whole
    from hamlet_day h join reach r on r.day = h.day and r.commune_id = h.commune_id
    left join (near n join point_day p on p.id = n.id and p.state <> 'closed') on p.day = h.day and n.hamlet_id = h.id and n.nearest < r.metres
    group by h.day, h.id, h.commune_id, r.metres
  ),
  -- What a set of points reaches is worked out once, however many days it stands.
  reached as materialized (
    select s.hamlet_id, s.metres, s.points,
      case when s.points is null then 0 else extensions.ST_Area(extensions.ST_Intersection(a.geom, (
        select extensions.ST_Union(extensions.ST_Buffer(p.geom, s.metres, 16)) from place p where p.id = any (s.points)))) end as area
    from (select distinct x.hamlet_id, x.metres, x.points from served x where not x.is_whole) s join area a on a.id = s.hamlet_id
  )
  select s.day, s.commune_id, s.hamlet_id, 'waste-reach',
    (case when s.is_whole then extensions.ST_Area(a.geom) else r.area end)::numeric, extensions.ST_Area(a.geom)::numeric
  from served s join area a on a.id = s.hamlet_id
  left join reached r on r.hamlet_id = s.hamlet_id and r.metres = s.metres and r.points is not distinct from s.points and not s.is_whole
  union all
  select h.day, h.commune_id, h.id, 'pesticide-tanks', coalesce(t.tanks, 0), statistics.cultivated_area_ha
  from hamlet_day h join known k on k.day = h.day and k.commune_id = h.commune_id and k.kind = 'pesticide_tank'
  left join tanks t on t.day = h.day and t.hamlet_id = h.id
  left join lateral (
    select s.cultivated_area_ha from app.hamlet_statistics s where s.hamlet_id = h.id and s.valid_from <= h.day order by s.valid_from desc limit 1
  ) statistics on true
$$;
comment on function app.waste_days(date[], uuid) is
  'waste-reach in square metres (in the commune''s VN-2000 zone; circles of 64 sides), pesticide-tanks in tanks and cultivated hectares, for each day and hamlet; nothing while the commune has no such point on record.';

create function app.report_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, indicator text, numerator numeric, denominator numeric, report_id uuid, period date)
language sql stable set search_path = '' as
$$
  with latest as materialized (
    select distinct on (r.hamlet_id, r.indicator, r.period) r.id, r.commune_id, r.hamlet_id, r.indicator, r.period, r.numerator, r.denominator,
      i.denominator_source,
      case i.period when 'year' then (r.period + interval '1 year')::date - 1 else (r.period + interval '1 month')::date - 1 end as ended_on,
      -- It counts until the report of the next period but one is due.
      case i.period when 'year' then (r.period + interval '3 years')::date - 1 else (r.period + interval '3 months')::date - 1 end as stale_on
    from app.reports r join app.indicators i on i.code = r.indicator
    where of_commune is null or r.commune_id = of_commune
    order by r.hamlet_id, r.indicator, r.period, r.revision desc
  )
  select distinct on (d.day, r.hamlet_id, r.indicator) d.day, r.commune_id, r.hamlet_id, r.indicator, r.numerator,
    coalesce(r.denominator, case r.denominator_source when 'one' then 1 when 'households' then (
      select s.households from app.hamlet_statistics s where s.hamlet_id = r.hamlet_id and s.valid_from <= r.ended_on
      order by s.valid_from desc limit 1) end),
    r.id, r.period
  from (select distinct unnest(days) as day) d
  join latest r on r.ended_on <= d.day and r.stale_on > d.day and r.numerator is not null
  order by d.day, r.hamlet_id, r.indicator, r.period desc
$$;
comment on function app.report_days(date[], uuid) is
  'The report that counts on each day for a hamlet and a reported indicator: of the latest period that had ended by then, with one period of grace; its highest revision. Households, where the report names none, are those of the hamlet at the end of the period.';

create function app.progress_state(value numeric, target numeric, on_the_way_percent numeric, direction text) returns text
language sql immutable set search_path = '' as
$$
  select case
    when value is null then 'not_reported'
    when target is null then 'on_the_way'
    when direction = 'lower_is_better' then
      case when value <= target then 'met' when value * on_the_way_percent <= target * 100 then 'on_the_way' else 'behind' end
    when value >= target then 'met'
    when value * 100 >= target * on_the_way_percent then 'on_the_way'
    else 'behind'
  end
$$;
comment on function app.progress_state(numeric, numeric, numeric, text) is
  'met, on_the_way (at least on_the_way_percent of the target; also where there is no target: neither met nor behind), behind or not_reported.';

create function app.progress_on(days date[], of_commune uuid default null)
returns table (
  day date, commune_id uuid, hamlet_id uuid, indicator text, value numeric, numerator numeric, denominator numeric, target numeric, state text
)
language sql stable set search_path = '' as
$$
  with days as (select distinct d.day from unnest(progress_on.days) d (day) where d.day is not null),
  asked as materialized (select array_agg(d.day) as days from days d),
  figures as materialized (
    select c.day, c.hamlet_id, 'model-roads' as indicator, c.recognised::numeric as numerator, null::numeric as denominator, c.progress
    from asked a cross join lateral app.model_road_counts(a.days, of_commune) c
    union all select f.day, f.hamlet_id, f.indicator, f.numerator, f.denominator, null from asked a cross join lateral app.care_days(a.days, of_commune) f
    union all select f.day, f.hamlet_id, f.indicator, f.numerator, f.denominator, null from asked a cross join lateral app.waste_days(a.days, of_commune) f
    union all select f.day, f.hamlet_id, f.indicator, f.numerator, f.denominator, null from asked a cross join lateral app.report_days(a.days, of_commune) f
  ),
  targets as materialized (select t.* from asked a cross join lateral app.target_days(a.days, of_commune) t),
  share as materialized (
    select d.day, c.id as commune_id, (app.setting_on('on_the_way_percent', d.day, c.id))::numeric as percent
    from days d cross join app.communes c where of_commune is null or c.id = of_commune
  )
  select d.day, h.commune_id, h.id, i.code, measured.value, f.numerator, f.denominator, wanted.target,
    case when i.code = 'model-roads' then coalesce(f.progress, 'not_reported') else app.progress_state(measured.value, wanted.target, s.percent, i.direction) end
  from days d
  join app.hamlets h on h.valid_from <= d.day and (h.valid_to is null or h.valid_to > d.day) and (of_commune is null or h.commune_id = of_commune)
  cross join app.indicators i
  join share s on s.day = d.day and s.commune_id = h.commune_id
  left join figures f on f.day = d.day and f.hamlet_id = h.id and f.indicator = i.code
  left join targets own on own.day = d.day and own.indicator = i.code and own.scope = 'hamlet' and own.hamlet_id = h.id
  left join targets every on every.day = d.day and every.indicator = i.code and every.scope = 'hamlets' and every.commune_id = h.commune_id
  cross join lateral (select coalesce(own.value, every.value) as target) wanted
  cross join lateral (
    -- A denominator of zero leaves nothing to measure.
    select case when i.unit in ('percent', 'tanks_per_100ha') then f.numerator * 100 / nullif(f.denominator, 0) else f.numerator end as value
  ) measured
$$;
comment on function app.progress_on(date[], uuid) is
  'For each day, each hamlet valid at its end and each indicator: the figure, the target of that day and the state, with the facts as they are known now. Without a commune all that the caller may read.';

create function app.progress_with_totals_on(days date[], of_commune uuid default null)
returns table (
  day date, commune_id uuid, hamlet_id uuid, indicator text, value numeric, numerator numeric, denominator numeric, target numeric, state text,
  hamlets_reported integer, hamlets_met integer, hamlets_empty integer, hamlets_total integer
)
language sql stable set search_path = '' as
$$
  with figures as materialized (select p.* from app.progress_on(progress_with_totals_on.days, of_commune) p),
  counted as (
    select p.day, p.commune_id, i.code, i.unit, i.direction,
      -- Of roads the plan asks how many hamlets have theirs, of all hamlets; a yes or no is counted among those that said it.
      case when i.code = 'model-roads' then count(*) filter (where p.state = 'met') else sum(p.numerator) filter (where p.value is not null) end as numerator,
      case when i.code = 'model-roads' then count(*) else sum(p.denominator) filter (where p.value is not null) end as denominator,
      count(*) filter (where p.value is not null)::integer as reported, count(*) filter (where p.state = 'met')::integer as met,
      count(*) filter (where p.denominator = 0)::integer as empty, count(*)::integer as total
    from figures p join app.indicators i on i.code = p.indicator
    group by p.day, p.commune_id, i.code, i.unit, i.direction
  ),
  targets as materialized (select t.* from app.target_days(progress_with_totals_on.days, of_commune) t where t.scope <> 'hamlet')
  select f.day, f.commune_id, f.hamlet_id, f.indicator, f.value, f.numerator, f.denominator, f.target, f.state,
    null::integer, null::integer, null::integer, null::integer
  from figures f
  union all
  select c.day, c.commune_id, null, c.code, v.value, c.numerator, c.denominator, w.target,
    app.progress_state(v.value, w.target, (app.setting_on('on_the_way_percent', c.day, c.commune_id))::numeric, c.direction),
    c.reported, c.met, c.empty, c.total
  from counted c
  left join targets own on own.day = c.day and own.commune_id = c.commune_id and own.indicator = c.code and own.scope = 'commune'
  left join targets every on every.day = c.day and every.commune_id = c.commune_id and every.indicator = c.code and every.scope = 'hamlets'
    and c.unit not in ('roads', 'yes_no')
  cross join lateral (select coalesce(own.value, every.value) as target) w
  cross join lateral (select case when c.reported > 0 then c.numerator * 100 / nullif(c.denominator, 0) end as value) v
$$;
comment on function app.progress_with_totals_on(date[], uuid) is
  'What app.progress_on answers, and in rows without a hamlet the commune''s totals: numerators over denominators of the hamlets that reported (of model roads and of a yes or no per cent of hamlets), and how many hamlets that are. hamlets_empty have nothing to measure.';

revoke execute on function app.model_road_days(date[], uuid), app.target_days(date[], uuid), app.model_road_counts(date[], uuid),
  app.care_days(date[], uuid), app.waste_days(date[], uuid), app.report_days(date[], uuid), app.progress_on(date[], uuid),
  app.progress_state(numeric, numeric, numeric, text), app.progress_with_totals_on(date[], uuid) from public;
grant execute on function app.model_road_days(date[], uuid), app.target_days(date[], uuid), app.model_road_counts(date[], uuid),
  app.care_days(date[], uuid), app.waste_days(date[], uuid), app.report_days(date[], uuid), app.progress_on(date[], uuid),
  app.progress_state(numeric, numeric, numeric, text), app.progress_with_totals_on(date[], uuid) to anon, authenticated, service_role;
