-- The cell of each incident was looked for row by row. Under row level security no index of places is used before the
-- policy is asked, so every incident was held against every cell; squares bring together what may meet, as in
-- app.incident_months.

create or replace function public.read_incidents(from_date date, to_date date, kinds text[] default null, commune_id uuid default null)
returns table (id uuid, kind text, occurred_at timestamptz, state text, cell_id integer, geometry jsonb, version integer)
-- Compiled, such a query takes longer than it runs: what it unfolds is guessed far too large.
language plpgsql volatile set search_path = '' set jit = off as
$$
#variable_conflict use_column
declare
  meant uuid := app.resolve_commune(read_incidents.commune_id);
begin
  perform app.log_incident_read('incidents', read_incidents.from_date, read_incidents.to_date, read_incidents.kinds, meant);
  return query
    with incident as materialized (
      select i.id, i.kind, i.occurred_at, i.state, i.geom, i.version
      from app.incidents i
      where i.commune_id = meant and i.withdrawn_on is null
        and i.occurred_at >= (read_incidents.from_date::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and i.occurred_at < ((read_incidents.to_date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and (read_incidents.kinds is null or i.kind = any (read_incidents.kinds))
    ),
    cell as materialized (select g.cell_id, g.geom from app.incident_grid g where g.commune_id = meant),
    near as materialized (
      select c.cell_id, c.geom, x, y from cell c,
        generate_series(floor(extensions.ST_XMin(c.geom) * 400)::integer, floor(extensions.ST_XMax(c.geom) * 400)::integer) x,
        generate_series(floor(extensions.ST_YMin(c.geom) * 400)::integer, floor(extensions.ST_YMax(c.geom) * 400)::integer) y
    ),
    placed as (
      -- As app.incident_cell: on the edge of two cells the lower number.
      select i.id, min(n.cell_id) as cell_id
      from incident i
      join near n on n.x = floor(extensions.ST_X(i.geom) * 400)::integer and n.y = floor(extensions.ST_Y(i.geom) * 400)::integer
        and extensions.ST_Intersects(n.geom, i.geom)
      group by i.id
    )
    select i.id, i.kind, i.occurred_at, i.state, p.cell_id, extensions.ST_AsGeoJSON(i.geom, 7)::jsonb, i.version
    from incident i left join placed p on p.id = i.id
    order by i.id;
end
$$;
