-- One look at incidents is one line of the log, however many answers it takes to bring it whole.

alter table app.incident_reads add column look uuid;
comment on column app.incident_reads.look is
  'The name that the reader''s program gave to one look (header x-look), so that its further pages are known as such. Null: none.';
create index incident_reads_look on app.incident_reads (look) where look is not null;

create function app.log_incident_read(what text, first_day date, last_day date, kinds text[], of_commune uuid) returns void
language sql volatile set search_path = '' as
$$
  insert into app.incident_reads (commune_id, read_by, what, from_date, to_date, kinds, look)
  select of_commune, auth.uid(), log_incident_read.what, first_day, last_day, log_incident_read.kinds, asked.look
  from (select (nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-look')::uuid as look) asked
  -- A minute: pages of one look follow each other at once, and what is new later is a look of its own.
  where not exists (
    select from app.incident_reads r
    where r.look = asked.look and r.read_by = auth.uid() and r.commune_id = of_commune and r.what = log_incident_read.what
      and r.from_date = first_day and r.to_date = last_day and r.kinds is not distinct from log_incident_read.kinds
      and r.read_at > clock_timestamp() - interval '1 minute'
  )
$$;
comment on function app.log_incident_read(text, date, date, text[], uuid) is
  'Writes who asks for incidents: one line for a look. A further request is part of the same look, and writes none, when the same person asks the very same question under the same name (header x-look) within a minute.';
revoke execute on function app.log_incident_read(text, date, date, text[], uuid) from public;
grant execute on function app.log_incident_read(text, date, date, text[], uuid) to authenticated;

-- Whoever is not police of the commune gets no row, and the attempt is logged; who is no
-- member of it is refused, because nobody may write into another commune's log.
create or replace function public.read_incidents(from_date date, to_date date, kinds text[] default null, commune_id uuid default null)
returns table (id uuid, kind text, occurred_at timestamptz, state text, cell_id integer, geometry jsonb)
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant uuid := app.resolve_commune(read_incidents.commune_id);
begin
  perform app.log_incident_read('incidents', read_incidents.from_date, read_incidents.to_date, read_incidents.kinds, meant);
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
  'Exact incidents from the first day to the last, both included, in Asia/Ho_Chi_Minh. Police of the commune alone get rows; every look is logged.';

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
  'Incidents counted by fixed cell over whole months, to_month included; empty cells have 0. Police of the commune alone get rows; every look is logged.';
