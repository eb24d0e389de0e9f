-- Waste, reports and all indicators of a city, as 20261127300000_roads_and_care_of_a_city.sql says.

create or replace function app.waste_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, indicator text, numerator numeric, denominator numeric)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as
$$
#variable_conflict use_column
begin
  return query
    with days as (select distinct unnest(waste_days.days) as day),
    states as materialized (
      select s.waste_point_id, s.state, s.valid_from, lead(s.valid_from) over (partition by s.waste_point_id order by s.valid_from) as until
      from app.waste_point_states s where of_commune is null or s.commune_id = of_commune
    ),
    point_day as materialized (
      select d.day, w.id, w.commune_id, w.kind, s.state from days d
      join states s on s.valid_from <= d.day and (s.until is null or s.until > d.day)
      join app.waste_points w on w.id = s.waste_point_id and (w.valid_to is null or w.valid_to > d.day)
      where (of_commune is null or w.commune_id = of_commune) and w.kind in ('collection', 'pesticide_tank')
    ),
    -- How far a point serves, null where the commune has none on record, and whether it has a tank.
    known as materialized (
      select p.day, p.commune_id, bool_or(p.kind = 'pesticide_tank') as has_tank,
        case when bool_or(p.kind = 'collection') then (app.setting_on('waste_reach_m', p.day, p.commune_id))::numeric::double precision end as metres
      from point_day p group by p.day, p.commune_id
    ),
    hamlet_day as materialized (
      select d.day, h.id, h.commune_id, k.has_tank, k.metres from days d
      join app.hamlets h on h.valid_from <= d.day and (h.valid_to is null or h.valid_to > d.day)
      left join known k on k.day = d.day and k.commune_id = h.commune_id
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
      select x.id, x.commune_id, x.geom, extensions.ST_Area(x.geom) as square_metres from (
        select g.id, g.commune_id, extensions.ST_GeometryN(p.geom, g.n::integer) as geom
        from gathered g join projected p on p.commune_id = g.commune_id where not g.is_point
      ) x
    ),
    place as materialized (
      select g.id, g.commune_id, extensions.ST_GeometryN(p.geom, g.n::integer) as geom
      from gathered g join projected p on p.commune_id = g.commune_id where g.is_point
    ),
    near as materialized (
      select a.id as hamlet_id, p.id, extensions.ST_Distance(a.geom, p.geom) as nearest, extensions.ST_MaxDistance(a.geom, p.geom) as farthest
      from (select k.commune_id, max(k.metres) as metres from known k group by k.commune_id) r
      join area a on a.commune_id = r.commune_id
      join place p on p.commune_id = a.commune_id and extensions.ST_DWithin(a.geom, p.geom, r.metres)
    ),
    open_day as materialized (
      select p.day, p.id, k.metres from point_day p left join known k on k.day = p.day and k.commune_id = p.commune_id where p.state <> 'closed'
    ),
    within_reach as materialized (
      select o.day, n.hamlet_id, array_agg(n.id order by n.id) as points, bool_or(n.farthest <= o.metres) as is_whole
      from near n join open_day o on o.id = n.id and n.nearest < o.metres group by o.day, n.hamlet_id
    ),
    served as materialized (
      select h.day, h.id as hamlet_id, h.commune_id, h.metres, coalesce(w.points, '{}') as points, coalesce(w.is_whole, false) as is_whole
      from hamlet_day h left join within_reach w on w.day = h.day and w.hamlet_id = h.id where h.metres is not null
    ),
    -- What a set of points reaches is worked out once, however many days it stands.
    point_set as materialized (
      select row_number() over () as n, s.* from (select distinct x.hamlet_id, x.metres, x.points from served x where not x.is_whole) s
    ),
    circles as materialized (
      select s.n, extensions.ST_Union(extensions.ST_Buffer(p.geom, s.metres, 16) order by p.id) as geom
      from point_set s cross join lateral unnest(s.points) point (id) join place p on p.id = point.id group by s.n
    ),
    reached as materialized (
      select s.hamlet_id, s.metres, s.points, coalesce(extensions.ST_Area(extensions.ST_Intersection(a.geom, c.geom)), 0) as square_metres
      from point_set s join area a on a.id = s.hamlet_id left join circles c on c.n = s.n
    )
    select s.day, s.commune_id, s.hamlet_id, 'waste-reach',
      (case when s.is_whole then a.square_metres else r.square_metres end)::numeric, a.square_metres::numeric
    from served s join area a on a.id = s.hamlet_id
    left join reached r on r.hamlet_id = s.hamlet_id and r.metres = s.metres and r.points = s.points and not s.is_whole
    union all
    select h.day, h.commune_id, h.id, 'pesticide-tanks', coalesce(t.tanks, 0), statistics.cultivated_area_ha
    from hamlet_day h
    left join tanks t on t.day = h.day and t.hamlet_id = h.id
    left join lateral (
      select s.cultivated_area_ha from app.hamlet_statistics s where s.hamlet_id = h.id and s.valid_from <= h.day order by s.valid_from desc limit 1
    ) statistics on true
    where h.has_tank;
end
$$;

create or replace function app.report_days(days date[], of_commune uuid default null)
returns table (day date, commune_id uuid, hamlet_id uuid, indicator text, numerator numeric, denominator numeric, report_id uuid, period date)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as
$$
#variable_conflict use_column
begin
  return query
    -- The periods that can count on a day: they have ended, and the report of the next but one is not due.
    with wanted as materialized (
      select d.day, i.code, i.denominator_source, p.first_day::date as period, (p.first_day + every.length)::date - 1 as ended_on
      from (select distinct unnest(days) as day) d
      cross join (values ('month', interval '1 month', interval '3 months'), ('year', interval '1 year', interval '3 years')) every (period, length, kept)
      join app.indicators i on i.period = every.period
      cross join lateral generate_series(date_trunc('month', d.day::timestamp) - every.kept, d.day::timestamp, interval '1 month') p (first_day)
      where (p.first_day + every.length)::date - 1 <= d.day and (p.first_day + every.kept)::date - 1 > d.day
    ),
    latest as materialized (
      select distinct on (r.hamlet_id, r.indicator, r.period) r.id, r.commune_id, r.hamlet_id, r.indicator, r.period, r.numerator, r.denominator
      from app.reports r join (select distinct w.code, w.period from wanted w) w on w.code = r.indicator and w.period = r.period
      where of_commune is null or r.commune_id = of_commune
      order by r.hamlet_id, r.indicator, r.period, r.revision desc
    ),
    counting as materialized (
      select distinct on (w.day, r.hamlet_id, r.indicator) w.day, r.*, w.denominator_source, w.ended_on
      from wanted w join latest r on r.indicator = w.code and r.period = w.period
      where r.numerator is not null
      order by w.day, r.hamlet_id, r.indicator, r.period desc
    )
    select c.day, c.commune_id, c.hamlet_id, c.indicator, c.numerator,
      coalesce(c.denominator, case c.denominator_source when 'one' then 1 when 'households' then (
        select s.households from app.hamlet_statistics s where s.hamlet_id = c.hamlet_id and s.valid_from <= c.ended_on
        order by s.valid_from desc limit 1) end),
      c.id, c.period
    from counting c;
end
$$;

create or replace function app.progress_on(days date[], of_commune uuid default null)
returns table (
  day date, commune_id uuid, hamlet_id uuid, indicator text, value numeric, numerator numeric, denominator numeric, target numeric, state text
)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as
$$
#variable_conflict use_column
begin
  return query
    with days as (select distinct d.day from unnest(progress_on.days) d (day) where d.day is not null),
    asked as materialized (select array_agg(d.day) as days from days d),
    figures as materialized (
      select c.day, c.hamlet_id, 'model-roads' as indicator, c.recognised::numeric as numerator, null::numeric as denominator, c.progress
      from asked a cross join lateral app.model_road_counts(a.days, of_commune) c
      union all select f.day, f.hamlet_id, f.indicator, f.numerator, f.denominator, null from asked a cross join lateral app.care_days(a.days, of_commune) f
      union all select f.day, f.hamlet_id, f.indicator, f.numerator, f.denominator, null from asked a cross join lateral app.waste_days(a.days, of_commune) f
      union all select f.day, f.hamlet_id, f.indicator, f.numerator, f.denominator, null from asked a cross join lateral app.report_days(a.days, of_commune) f
    ),
    targets as materialized (
      select t.day, t.indicator, coalesce(t.hamlet_id, t.commune_id) as whose, t.value
      from asked a cross join lateral app.target_days(a.days, of_commune) t where t.scope <> 'commune'
    ),
    share as materialized (
      select d.day, c.id as commune_id, (app.setting_on('on_the_way_percent', d.day, c.id))::numeric as percent
      from days d cross join app.communes c where of_commune is null or c.id = of_commune
    )
    select d.day, h.commune_id, h.id, i.code, measured.value, f.numerator, f.denominator, wanted.target,
      case when i.code = 'model-roads' then coalesce(f.progress, 'not_reported') else app.progress_state(measured.value, wanted.target, s.percent, i.direction) end
    from days d
    join app.hamlets h on h.valid_from <= d.day and (h.valid_to is null or h.valid_to > d.day) and (of_commune is null or h.commune_id = of_commune)
    cross join app.indicators i
    left join share s on s.day = d.day and s.commune_id = h.commune_id
    left join figures f on f.day = d.day and f.hamlet_id = h.id and f.indicator = i.code
    left join targets own on own.day = d.day and own.indicator = i.code and own.whose = h.id
    left join targets every on every.day = d.day and every.indicator = i.code and every.whose = h.commune_id
    cross join lateral (select coalesce(own.value, every.value) as target) wanted
    cross join lateral (
      -- A denominator of zero leaves nothing to measure.
      select case when i.unit in ('percent', 'tanks_per_100ha') then f.numerator * 100 / nullif(f.denominator, 0) else f.numerator end as value
    ) measured;
end
$$;
