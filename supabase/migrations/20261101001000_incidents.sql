-- Security incidents: a kind, a time, a place, a state; nothing personal. Police only.
-- There is no view: the two functions below are the only doors, and each read is logged.

create table app.incidents (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z_]+$'),
  occurred_at timestamptz not null,
  state text not null check (state in ('open', 'resolved')),
  geom extensions.geometry(Point, 4326) not null
);
comment on table app.incidents is 'Security incidents with their exact place. Read by police of the commune alone.';
create index incidents_commune_time on app.incidents (commune_id, occurred_at);
create index incidents_geom on app.incidents using gist (geom);
create trigger snap_geometry before insert or update of geom on app.incidents
  for each row execute function app.snap_geometry();
create trigger log_change after insert or update or delete on app.incidents for each row execute function app.log_change('sensitive');

-- Cells are numbered once, when the commune is set up, and never shift: a figure of last
-- year and one of today speak of the same ground.
create table app.incident_grid (
  commune_id uuid not null references app.communes (id) on delete cascade,
  cell_id integer not null,
  projected_geom extensions.geometry(Polygon) not null,
  geom extensions.geometry(Polygon, 4326) not null,
  primary key (commune_id, cell_id)
);
comment on table app.incident_grid is
  'Hexagons of 250 m across the flats that touch the commune. projected_geom is in metres in the commune''s VN-2000 zone.';
create index incident_grid_geom on app.incident_grid using gist (geom);
create index incident_grid_projected_geom on app.incident_grid using gist (projected_geom);

create function app.lay_incident_grid() returns trigger
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
  -- All in one transformation: beginning one from proj strings costs milliseconds.
  transformed as (
    select extensions.ST_Dump(extensions.ST_Transform(extensions.ST_Collect(n.geom order by n.cell_id), zone, wgs84)) as cell
    from numbered n
  )
  insert into app.incident_grid (commune_id, cell_id, projected_geom, geom)
  select new.id, n.cell_id, n.geom, extensions.ST_SetSRID((t.cell).geom, 4326)
  from numbered n join transformed t on (t.cell).path[1] = n.cell_id;
  return null;
end
$$;
comment on function app.lay_incident_grid() is
  'Trigger: lays the fixed grid over a new commune. Security definer, because nobody may write the grid.';
revoke execute on function app.lay_incident_grid() from public;
create trigger lay_incident_grid after insert on app.communes for each row execute function app.lay_incident_grid();

create table app.incident_reads (
  id bigint generated always as identity primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  read_at timestamptz not null default clock_timestamp(),
  read_by uuid not null references auth.users (id) on delete cascade,
  what text not null check (what in ('incidents', 'cells')),
  from_date date not null,
  to_date date not null,
  kinds text[]
);
comment on table app.incident_reads is 'Who asked for incidents, when, and with which filter; attempts of others too.';
create index incident_reads_commune on app.incident_reads (commune_id, read_at desc);
create index incident_reads_read_by on app.incident_reads (read_by);

alter table app.incidents enable row level security;
create policy "police read the incidents of their commune" on app.incidents for select to authenticated
  using (commune_id in (select app.my_communes('{police}')));
grant select on app.incidents to authenticated;

alter table app.incident_grid enable row level security;
create policy "police read the grid of their commune" on app.incident_grid for select to authenticated
  using (commune_id in (select app.my_communes('{police}')));
grant select on app.incident_grid to authenticated;

alter table app.incident_reads enable row level security;
create policy "members log their own reads" on app.incident_reads for insert to authenticated
  with check (read_by = (select auth.uid()) and commune_id in (select app.my_communes()));
create policy "police and administrators see who read" on app.incident_reads for select to authenticated
  using (commune_id in (select app.my_communes('{police,administrator}')));
grant select, insert on app.incident_reads to authenticated;

create view public.incident_reads with (security_invoker = true) as
  select id, commune_id, read_at, read_by, what, from_date, to_date, kinds from app.incident_reads;
grant select on public.incident_reads to authenticated;

create function app.incident_cell(place extensions.geometry, of_commune uuid) returns integer
language sql stable set search_path = '' as
$$
  select g.cell_id from app.incident_grid g
  where g.commune_id = of_commune and extensions.ST_Intersects(g.geom, place) order by g.cell_id limit 1
$$;
comment on function app.incident_cell(extensions.geometry, uuid) is
  'The cell in which a place lies. On the edge of two cells the lower number, so that it counts once.';

-- Whoever is not police of the commune gets no row, and the attempt is logged; who is no
-- member of it is refused, because nobody may write into another commune's log.
create function public.read_incidents(from_date date, to_date date, kinds text[] default null, commune_id uuid default null)
returns table (id uuid, kind text, occurred_at timestamptz, state text, cell_id integer, geometry jsonb)
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant uuid := app.resolve_commune(read_incidents.commune_id);
begin
  insert into app.incident_reads (commune_id, read_by, what, from_date, to_date, kinds)
  values (meant, auth.uid(), 'incidents', read_incidents.from_date, read_incidents.to_date, read_incidents.kinds);
  return query
    select i.id, i.kind, i.occurred_at, i.state, app.incident_cell(i.geom, meant), extensions.ST_AsGeoJSON(i.geom, 7)::jsonb
    from app.incidents i
    where i.commune_id = meant
      and i.occurred_at >= (read_incidents.from_date::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and i.occurred_at < ((read_incidents.to_date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (read_incidents.kinds is null or i.kind = any (read_incidents.kinds))
    order by i.id;
end
$$;
comment on function public.read_incidents(date, date, text[], uuid) is
  'Exact incidents from the first day to the last, both included, in Asia/Ho_Chi_Minh. Police of the commune alone get rows; every call is logged.';

create function public.incident_cells(from_month date, to_month date, kinds text[] default null, commune_id uuid default null)
returns table (cell_id integer, geometry jsonb, count bigint)
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant uuid := app.resolve_commune(incident_cells.commune_id);
  first_day date := date_trunc('month', incident_cells.from_month)::date;
  day_after date := (date_trunc('month', incident_cells.to_month) + interval '1 month')::date;
begin
  insert into app.incident_reads (commune_id, read_by, what, from_date, to_date, kinds)
  values (meant, auth.uid(), 'cells', first_day, day_after - 1, incident_cells.kinds);
  return query
    select g.cell_id, extensions.ST_AsGeoJSON(g.geom, 7)::jsonb, coalesce(counted.count, 0)
    from app.incident_grid g
    left join (
      select app.incident_cell(i.geom, meant) as cell_id, count(*) as count
      from app.incidents i
      where i.commune_id = meant
        and i.occurred_at >= (first_day::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and i.occurred_at < (day_after::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and (incident_cells.kinds is null or i.kind = any (incident_cells.kinds))
      group by 1
    ) counted on counted.cell_id = g.cell_id
    where g.commune_id = meant
    order by g.cell_id;
end
$$;
comment on function public.incident_cells(date, date, text[], uuid) is
  'Incidents counted by fixed cell over whole months, to_month included; empty cells have 0. Police of the commune alone get rows; every call is logged.';

revoke execute on function app.incident_cell(extensions.geometry, uuid) from public;
grant execute on function app.incident_cell(extensions.geometry, uuid) to authenticated;
revoke execute on function public.read_incidents(date, date, text[], uuid), public.incident_cells(date, date, text[], uuid) from public;
grant execute on function public.read_incidents(date, date, text[], uuid), public.incident_cells(date, date, text[], uuid) to authenticated;
