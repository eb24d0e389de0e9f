-- Where incidents gather beyond chance, and how that went from month to month. docs/hotspots.md says every definition.

alter table app.incident_grid add column neighbours integer[];
comment on column app.incident_grid.neighbours is
  'The cell itself and those that share an edge with it, of the cells whose centre lies in the commune. Null: its own centre lies outside, so it takes no part in statistics.';

-- In hexagons of width d across the flats, laid as ST_HexagonGrid lays them, a centre lies at x = q·d·√3/2 and
-- y = (r + q/2)·d with whole q and r; who shares an edge differs by one of six steps of (q, r).
create function app.incident_grid_links(cell_ids integer[], centres extensions.geometry[], outline extensions.geometry)
returns table (cell_id integer, neighbours integer[])
language sql stable set search_path = '' as
$$
  with centre as (
    select c.cell_id, round(extensions.ST_X(c.place) / (250 * sqrt(3) / 2))::integer as q, extensions.ST_Y(c.place) / 250 as y
    from unnest(cell_ids, centres) c (cell_id, place)
    where extensions.ST_Intersects(outline, c.place)
  ),
  hexagon as (select c.cell_id, c.q, round((c.y - c.q / 2.0)::numeric)::integer as r from centre c)
  select h.cell_id, array_agg(o.cell_id order by o.cell_id)
  from hexagon h
  cross join (values (0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)) step (q, r)
  join hexagon o on o.q = h.q + step.q and o.r = h.r + step.r
  group by h.cell_id
$$;
comment on function app.incident_grid_links(integer[], extensions.geometry[], extensions.geometry) is
  'Which cells share an edge, each with itself, of those whose centre lies in the outline; all in metres of the commune''s VN-2000 zone.';
revoke execute on function app.incident_grid_links(integer[], extensions.geometry[], extensions.geometry) from public;

create or replace function app.lay_incident_grid() returns trigger
language plpgsql security definer set search_path = '' as
$$
declare
  zone text := (select s.proj from app.coordinate_systems s where s.code = new.coordinate_system);
  wgs84 constant text := '+proj=longlat +datum=WGS84 +no_defs';
  outline extensions.geometry := extensions.ST_SetSRID(
    extensions.ST_Transform(extensions.ST_SetSRID(new.geom, 4326), wgs84, zone), 0);
begin
  with hexagons as (
    -- The grid is the same whatever it is laid over: piece by piece each hexagon meets few corners, where a
    -- boundary with far islands took minutes as a whole.
    -- The side of a regular hexagon is its width across the flats divided by the square root of 3.
    select distinct on (hexagon.j, hexagon.i) hexagon.i, hexagon.j, hexagon.geom
    from extensions.ST_Subdivide(outline, 64) piece
    cross join lateral extensions.ST_HexagonGrid(250 / sqrt(3), piece) hexagon
    where extensions.ST_Intersects(hexagon.geom, piece)
  ),
  numbered as (select row_number() over (order by h.j, h.i)::integer as cell_id, h.geom from hexagons h),
  linked as materialized (
    select l.cell_id, l.neighbours
    from (select array_agg(n.cell_id) as cell_ids, array_agg(extensions.ST_Centroid(n.geom)) as centres from numbered n) a
    cross join lateral app.incident_grid_links(a.cell_ids, a.centres, outline) l
  ),
  -- All in one transformation: beginning one from proj strings costs milliseconds.
  transformed as (
    select extensions.ST_Dump(extensions.ST_Transform(extensions.ST_Collect(n.geom order by n.cell_id), zone, wgs84)) as cell
    from numbered n
  )
  insert into app.incident_grid (commune_id, cell_id, projected_geom, geom, neighbours)
  select new.id, n.cell_id, n.geom, extensions.ST_SetSRID((t.cell).geom, 4326), l.neighbours
  from numbered n join transformed t on (t.cell).path[1] = n.cell_id left join linked l on l.cell_id = n.cell_id;
  return null;
end
$$;

-- Grids that were laid before this migration.
update app.incident_grid g set neighbours = l.neighbours
from app.communes c
join app.coordinate_systems s on s.code = c.coordinate_system
cross join lateral (
  select array_agg(o.cell_id) as cell_ids, array_agg(extensions.ST_Centroid(o.projected_geom)) as centres
  from app.incident_grid o where o.commune_id = c.id
) a
cross join lateral app.incident_grid_links(a.cell_ids, a.centres, extensions.ST_SetSRID(
  extensions.ST_Transform(extensions.ST_SetSRID(c.geom, 4326), '+proj=longlat +datum=WGS84 +no_defs', s.proj), 0)) l
where g.commune_id = c.id and g.cell_id = l.cell_id;

create function app.two_sided_p(z double precision) returns double precision
language plpgsql immutable strict parallel safe set search_path = '' as
$$
declare
  x constant double precision := abs(z) / sqrt(2::double precision);
  y constant double precision := x * x;
  u double precision;
begin
  if x <= 0.46875 then
    return 1 - x
      * ((((0.185777706184603153 * y + 3.16112374387056560) * y + 113.864154151050156) * y + 377.485237685302021) * y + 3209.37758913846947)
      / ((((y + 23.6012909523441209) * y + 244.024637934444173) * y + 1282.61652607737228) * y + 2844.23683343917062);
  elsif x <= 4 then
    return exp(-y)
      * ((((((((2.15311535474403846e-8 * x + 0.564188496988670089) * x + 8.88314979438837594) * x + 66.1191906371416295) * x
        + 298.635138197400131) * x + 881.952221241769090) * x + 1712.04761263407058) * x + 2051.07837782607147) * x + 1230.33935479799725)
      / ((((((((x + 15.7449261107098347) * x + 117.693950891312499) * x + 537.181101862009858) * x + 1621.38957456669019) * x
        + 3290.79923573345963) * x + 4362.61909014324716) * x + 3439.36767414372164) * x + 1230.33935480374942);
  elsif x > 26 then
    return 0;
  end if;
  u := 1 / y;
  return exp(-y) / x * (0.564189583547756287 - u
    * (((((0.0163153871373020978 * u + 0.305326634961232344) * u + 0.360344899949804439) * u + 0.125781726111229246) * u
      + 0.0160837851487422766) * u + 0.000658749161529837803)
    / (((((u + 2.56852019228982242) * u + 1.87295284992346725) * u + 0.527905102951428412) * u + 0.0605183413124413191) * u
      + 0.00233520497626869185));
end
$$;
comment on function app.two_sided_p(double precision) is
  'How likely a standard normal value is to be as far from 0 as z, either way: erfc(|z|/√2), by the rational approximations of W. J. Cody, Math. Comp. 23 (1969) 631-637; PostgreSQL has its own erfc from 16 on only.';

create function app.mann_kendall(series bigint[]) returns double precision
language sql immutable strict parallel safe set search_path = '' as
$$
  with value as (select v.x, v.t from unnest(series) with ordinality v (x, t)),
  score as (select coalesce(sum(sign(later.x - earlier.x)), 0) as s from value earlier join value later on later.t > earlier.t),
  tied as (select sum(g.n * (g.n - 1) * (2 * g.n + 5)) as t from (select count(*) as n from value group by value.x) g),
  length as (select cardinality(series)::numeric as n)
  select case when score.s = 0 then 0
    else ((score.s - sign(score.s)) / sqrt((length.n * (length.n - 1) * (2 * length.n + 5) - tied.t) / 18))::double precision end
  from score, tied, length
$$;
comment on function app.mann_kendall(bigint[]) is
  'Z of the Mann-Kendall test of a series, corrected for ties and for continuity (Mann 1945; Kendall 1975): above 0 it rises, below 0 it falls.';

create function app.incident_months(of_commune uuid, first_day date, day_after date, kinds text[])
returns table (cell_id integer, month integer, count bigint)
-- Compiled, such a query takes longer than it runs: what it unfolds is guessed far too large.
language sql stable set search_path = '' set jit = off as
$$
  with incident as materialized (
    select i.id, i.geom, i.occurred_at at time zone 'Asia/Ho_Chi_Minh' as at
    from app.incidents i
    where i.commune_id = of_commune and i.withdrawn_on is null
      and i.occurred_at >= (first_day::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and i.occurred_at < (day_after::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (incident_months.kinds is null or i.kind = any (incident_months.kinds))
  ),
  cell as materialized (select g.cell_id, g.geom from app.incident_grid g where g.commune_id = of_commune),
  -- Under row level security no index of places is used before the policy is asked, row by row: squares of a
  -- quarter of a kilometre bring together what may meet, so that few pairs are measured.
  near as materialized (
    select c.cell_id, c.geom, x, y from cell c,
      generate_series(floor(extensions.ST_XMin(c.geom) * 400)::integer, floor(extensions.ST_XMax(c.geom) * 400)::integer) x,
      generate_series(floor(extensions.ST_YMin(c.geom) * 400)::integer, floor(extensions.ST_YMax(c.geom) * 400)::integer) y
  ),
  seen as (
    -- As app.incident_cell: on the edge of two cells the lower number.
    select i.id, i.at, min(n.cell_id) as cell_id
    from incident i
    join near n on n.x = floor(extensions.ST_X(i.geom) * 400)::integer and n.y = floor(extensions.ST_Y(i.geom) * 400)::integer
      and extensions.ST_Intersects(n.geom, i.geom)
    group by i.id, i.at
  )
  select s.cell_id, ((extract(year from s.at) - extract(year from first_day)) * 12 + extract(month from s.at) - extract(month from first_day))::integer + 1,
    count(*)
  from seen s group by 1, 2
$$;
comment on function app.incident_months(uuid, date, date, text[]) is
  'Incidents of a commune counted by cell and month, the first month being 1; day_after is the first day of the month after the last. The caller''s own rights decide what is counted.';

create function app.incident_hotspots(of_commune uuid, first_day date, day_after date, kinds text[])
returns table (cell_id integer, count bigint, z double precision, p double precision, significant boolean, trend text, sufficient boolean)
language sql stable set search_path = '' set jit = off as
$$
  with counted as materialized (select m.* from app.incident_months(of_commune, first_day, day_after, incident_hotspots.kinds) m),
  grid as materialized (select g.cell_id, g.neighbours, cardinality(g.neighbours) as w from app.incident_grid g where g.commune_id = of_commune),
  -- Month 0 is the whole period: it is judged as one month is.
  span as (select 0 as month union all select generate_series(1, (select extract(year from a) * 12 + extract(month from a) from age(day_after, first_day) a)::integer)),
  placed as materialized (
    select c.cell_id, c.month, c.count, g.neighbours
    from (select t.* from counted t union all select t.cell_id, 0, sum(t.count)::bigint from counted t group by t.cell_id) c
    join grid g on g.cell_id = c.cell_id and g.neighbours is not null
  ),
  size as (select count(*)::double precision as n from grid g where g.neighbours is not null),
  spread as materialized (
    select t.month, size.n, t.total / size.n as mean, sqrt(greatest(t.squares / size.n - (t.total / size.n) ^ 2, 0)) as deviation
    from (
      select c.month, sum(c.count)::double precision as total, sum(c.count * c.count)::double precision as squares
      from placed c group by c.month having sum(c.count) >= 30 and count(*) >= 10
    ) t, size
  ),
  -- Who is whose neighbour is mutual, so each cell with incidents brings them to all of its own.
  local as (
    select around.cell_id, c.month, sum(c.count)::bigint as count
    from placed c cross join lateral unnest(c.neighbours) around (cell_id) group by 1, 2
  ),
  gathered as materialized (
    select g.cell_id, m.month, coalesce(l.count, 0) as count,
      (coalesce(l.count, 0) - g.w * s.mean) / nullif(s.deviation * sqrt(nullif((s.n * g.w - g.w * g.w) / nullif(s.n - 1, 0), 0)), 0) as z
    from span m
    join grid g on g.neighbours is not null
    left join local l on l.cell_id = g.cell_id and l.month = m.month
    left join spread s on s.month = m.month
  ),
  -- By Benjamini and Hochberg nothing above 0.05 is ever significant, so only |z| above 1.95 is ranked.
  ranked as (
    select f.*, f.p <= 0.05 * row_number() over (partition by f.month order by f.p) / size.n as passes
    from (select g.cell_id, g.month, g.z, app.two_sided_p(g.z) as p from gathered g where abs(g.z) > 1.95) f, size
  ),
  found as materialized (
    select r.cell_id, r.month, r.z from (
      select r.*, max(r.p) filter (where r.passes) over (partition by r.month) as limit_p from ranked r
    ) r where r.p <= r.limit_p
  ),
  judged as (select s.month, row_number() over (order by s.month) as position, count(*) over () as months from spread s where s.month > 0),
  history as (
    select f.cell_id, j.months, count(*) filter (where f.z > 0) as hot, bool_or(f.z < 0) as ever_cold,
      bool_or(f.z > 0 and j.position = j.months) as hot_last,
      j.months - min(j.position) filter (where f.z > 0) + 1 as since
    from found f join judged j on j.month = f.month
    group by f.cell_id, j.months
  ),
  steady as (
    select h.cell_id, app.mann_kendall(array_agg(g.count order by g.month)) as z
    from history h join gathered g on g.cell_id = h.cell_id and g.month > 0
    where h.hot_last and h.hot >= 0.9 * h.months group by h.cell_id
  ),
  named as (
    select h.cell_id, case
      when not h.hot_last then 'none'
      when t.z >= 1.959963984540054 then 'intensifying'
      when t.z <= -1.959963984540054 then 'diminishing'
      when t.z is not null then 'persistent'
      when h.hot = 1 then 'new'
      when h.hot = h.since then 'consecutive'
      when h.ever_cold then 'none'
      else 'sporadic' end as trend
    from history h left join steady t on t.cell_id = h.cell_id
  ),
  whole as (select exists (select from spread s where s.month = 0) as enough, (select count(*) from judged) as months)
  select g.cell_id, coalesce(c.count, 0)::bigint, o.z, app.two_sided_p(o.z), case when o.z is not null then f.cell_id is not null end,
    case when whole.enough and whole.months >= 10 and g.neighbours is not null then coalesce(n.trend, 'none') end, whole.enough
  from grid g cross join whole
  left join (select t.cell_id, sum(t.count) as count from counted t group by t.cell_id) c on c.cell_id = g.cell_id
  left join gathered o on o.cell_id = g.cell_id and o.month = 0
  left join found f on f.cell_id = g.cell_id and f.month = 0
  left join named n on n.cell_id = g.cell_id
$$;
comment on function app.incident_hotspots(uuid, date, date, text[]) is
  'What public.incident_cells says of each cell, without its ground. Gi* as in Ord and Getis 1995, binary weights; docs/hotspots.md.';

drop function public.incident_cells(date, date, text[], uuid);
create function public.incident_cells(from_month date, to_month date, kinds text[] default null, commune_id uuid default null)
returns table (cell_id integer, geometry jsonb, count bigint, z double precision, p double precision, significant boolean, trend text, sufficient boolean)
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
    select g.cell_id, extensions.ST_AsGeoJSON(g.geom, 7)::jsonb, h.count, h.z, h.p, h.significant, h.trend, h.sufficient
    from app.incident_hotspots(meant, first_day, day_after, incident_cells.kinds) h
    join app.incident_grid g on g.commune_id = meant and g.cell_id = h.cell_id
    order by g.cell_id;
end
$$;
comment on function public.incident_cells(date, date, text[], uuid) is
  'Incidents by fixed cell over whole months, to_month included; empty cells have 0. z, two-sided p: Getis-Ord Gi* over the cells whose centre lies in the commune; significant: after Benjamini-Hochberg at 0.05; null elsewhere, and wherever the period does not suffice (30 incidents in 10 cells). trend: new, consecutive, intensifying, persistent, diminishing, sporadic, none; null below 10 months that suffice. Police of the commune alone get rows; every call is logged.';

revoke execute on function app.two_sided_p(double precision), app.mann_kendall(bigint[]), app.incident_months(uuid, date, date, text[]),
  app.incident_hotspots(uuid, date, date, text[]), public.incident_cells(date, date, text[], uuid) from public;
grant execute on function app.two_sided_p(double precision), app.mann_kendall(bigint[]), app.incident_months(uuid, date, date, text[]),
  app.incident_hotspots(uuid, date, date, text[]), public.incident_cells(date, date, text[], uuid) to authenticated;
