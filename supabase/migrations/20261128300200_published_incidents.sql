-- What everybody but police may know of incidents: counts of whole periods, written once when a period closes,
-- looked over and released by police, and never computed again. docs/decisions/0031 says why each rule is there.

-- Who is counted must name the commune too.
alter table app.incidents add constraint incidents_id_commune unique (id, commune_id);

create table app.incident_periods (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  parts text not null check (parts in ('hamlets', 'cells')),
  closed_at timestamptz not null default now(),
  unique (commune_id, starts_on),
  unique (id, commune_id)
);
comment on table app.incident_periods is
  'Periods whose incidents were counted. Police alone: what is read by others is a copy that is made when one is released.';
create trigger log_change after insert or update or delete on app.incident_periods
  for each row execute function app.log_change('sensitive');

create table app.incident_period_parts (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  period_id uuid not null,
  hamlet_id uuid,
  cell_id integer,
  name text,
  former_commune text,
  count integer not null check (count >= 0),
  late_count integer not null check (late_count between 0 and count),
  geom extensions.geometry(MultiPolygon, 4326) not null,
  check ((hamlet_id is null) <> (cell_id is null)),
  foreign key (period_id, commune_id) references app.incident_periods (id, commune_id) on delete cascade,
  unique (id, commune_id)
);
comment on table app.incident_period_parts is
  'Counts of a closed period by hamlet or cell, exact, with ground and names of its last day. No reference holds the hamlet: what was counted stays, whatever becomes of it.';
comment on column app.incident_period_parts.late_count is 'Of these, how many happened before the period began.';
create index incident_period_parts_period on app.incident_period_parts (period_id);
create index incident_period_parts_commune on app.incident_period_parts (commune_id);

create table app.counted_incidents (
  incident_id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  part_id uuid not null,
  foreign key (incident_id, commune_id) references app.incidents (id, commune_id) on delete cascade,
  foreign key (part_id, commune_id) references app.incident_period_parts (id, commune_id) on delete cascade
);
comment on table app.counted_incidents is 'Which incident was counted where: each once, in the first period that closed after it was written down.';
create index counted_incidents_commune on app.counted_incidents (commune_id);
create index counted_incidents_part on app.counted_incidents (part_id);

create table app.published_periods (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  starts_on date not null,
  ends_on date not null,
  parts text not null check (parts in ('hamlets', 'cells')),
  total integer,
  late_count integer,
  released_at timestamptz not null default now(),
  unique (commune_id, starts_on),
  unique (id, commune_id)
);
comment on table app.published_periods is 'Periods that police released. Nobody changes or deletes one.';
comment on column app.published_periods.total is 'All incidents of the period; null where it would betray a withheld part.';
comment on column app.published_periods.late_count is 'How many of the total happened before the period; null where that would be a small number itself, or the total is not told.';
create trigger log_change after insert or update or delete on app.published_periods
  for each row execute function app.log_change('sensitive');

create table app.published_parts (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  period_id uuid not null,
  hamlet_id uuid,
  cell_id integer,
  name text,
  former_commune text,
  count integer check (count >= 5),
  geom extensions.geometry(MultiPolygon, 4326) not null,
  foreign key (period_id, commune_id) references app.published_periods (id, commune_id) on delete cascade
);
comment on table app.published_parts is 'Counts of a released period; null: withheld, from 0 to 4. A withheld number is not stored here.';
create index published_parts_period on app.published_parts (period_id);
create index published_parts_commune on app.published_parts (commune_id);

alter table app.incident_periods enable row level security;
create policy "police read the periods of their commune" on app.incident_periods for select to authenticated
  using (commune_id in (select app.my_communes('{police}')));
create policy "police close periods" on app.incident_periods for insert to authenticated
  with check (commune_id in (select app.my_communes('{police}')));
grant select, insert on app.incident_periods to authenticated;

alter table app.incident_period_parts enable row level security;
create policy "police read the counts of their commune" on app.incident_period_parts for select to authenticated
  using (commune_id in (select app.my_communes('{police}')));
create policy "police count by part" on app.incident_period_parts for insert to authenticated
  with check (commune_id in (select app.my_communes('{police}')));
grant select, insert on app.incident_period_parts to authenticated;

alter table app.counted_incidents enable row level security;
create policy "police read what was counted" on app.counted_incidents for select to authenticated
  using (commune_id in (select app.my_communes('{police}')));
create policy "police count incidents" on app.counted_incidents for insert to authenticated
  with check (commune_id in (select app.my_communes('{police}')));
grant select, insert on app.counted_incidents to authenticated;

create function app.communes_that_publish() returns setof uuid
language sql stable set search_path = '' as
$$
  select c.id from app.communes c
  where c.is_public and app.setting_on('publication_for_visitors', app.today(), c.id) = '"yes"'
$$;
comment on function app.communes_that_publish() is 'Public communes that let everybody read the totals of their hamlets.';
revoke execute on function app.communes_that_publish() from public;
grant execute on function app.communes_that_publish() to anon, authenticated;

alter table app.published_periods enable row level security;
create policy "members read what was published" on app.published_periods for select to authenticated
  using (commune_id in (select app.my_communes()));
create policy "everybody reads totals of hamlets that a commune publishes" on app.published_periods for select to anon, authenticated
  using (parts = 'hamlets' and commune_id in (select app.communes_that_publish()));
create policy "police release periods" on app.published_periods for insert to authenticated
  with check (commune_id in (select app.my_communes('{police}')));
grant select on app.published_periods to anon;
grant select, insert on app.published_periods to authenticated;

alter table app.published_parts enable row level security;
create policy "members read published parts" on app.published_parts for select to authenticated
  using (commune_id in (select app.my_communes()));
create policy "everybody reads hamlets that a commune publishes" on app.published_parts for select to anon, authenticated
  using (cell_id is null and commune_id in (select app.communes_that_publish()));
create policy "police release parts" on app.published_parts for insert to authenticated
  with check (commune_id in (select app.my_communes('{police}')));
grant select on app.published_parts to anon;
grant select, insert on app.published_parts to authenticated;

alter policy "those who steer the plan read the changes of its records" on app.changes
  using (table_name not in ('members', 'incidents', 'incident_periods', 'published_periods')
    and commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
alter policy "police read that incidents were changed" on app.changes
  using (table_name in ('incidents', 'incident_periods', 'published_periods') and commune_id in (select app.my_communes('{police}')));

create function app.publishable_kinds() returns text[]
language sql immutable set search_path = '' as
$$ select '{theft,disorder,drugs,gambling,traffic,dispute,encroachment,illegal_dumping}'::text[] $$;
comment on function app.publishable_kinds() is
  'Kinds that are counted for others. Never domestic violence, nor "other", where sexual offences, children and informants may stand.';

create function app.publication_period_end(starts_on date, of_commune uuid) returns date
language sql stable set search_path = '' as
$$
  select (starts_on + make_interval(months => length.months) - interval '1 day')::date
  from (select case app.setting_on('publication_period', starts_on, of_commune) #>> '{}'
    when 'month' then 1 when 'quarter' then 3 when 'half_year' then 6 else 12 end as months) length
  where extract(day from starts_on) = 1 and (extract(month from starts_on)::integer - 1) % length.months = 0
$$;
comment on function app.publication_period_end(date, uuid) is
  'Last day of the period that begins on a day by the rules of that day; null where none begins.';

create function app.shows_total(counts integer[]) returns boolean
language sql immutable set search_path = '' as
$$
  select count(*) filter (where c < 5) = 0
    or (coalesce(sum(c) filter (where c < 5), 0) >= 5 and sum(c) filter (where c < 5) <= 4 * (count(*) filter (where c < 5) - 2))
  from unnest(counts) c
$$;
comment on function app.shows_total(integer[]) is
  'Whether the total of a period may be told beside its parts, of which those below 5 are withheld. With k withheld parts that sum to R: 5 <= R <= 4(k-2), so that each of them may be anything from 0 to 4, and nobody who knows one of them knows another.';

create function app.close_period(starts_on date, of_commune uuid, closed_at timestamptz) returns uuid
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  begins constant date := close_period.starts_on;
  ends constant date := app.publication_period_end(close_period.starts_on, of_commune);
  cut_by constant text := app.setting_on('publication_parts', close_period.starts_on, of_commune) #>> '{}';
  first_day date;
  new_id constant uuid := gen_random_uuid();
begin
  select coalesce(min(p.starts_on), begins) into first_day from app.incident_periods p where p.commune_id = of_commune;
  insert into app.incident_periods (id, commune_id, starts_on, ends_on, parts, closed_at)
  values (new_id, of_commune, begins, ends, cut_by, close_period.closed_at);
  with part as materialized (
    select gen_random_uuid() as id, h.id as hamlet_id, null::integer as cell_id, h.name, h.former_commune, h.geom
    from app.hamlets h
    where cut_by = 'hamlets' and h.commune_id = of_commune and h.valid_from <= ends and (h.valid_to is null or h.valid_to > ends)
    union all
    select gen_random_uuid(), null, g.cell_id, null, null, extensions.ST_Multi(g.geom)
    from app.incident_grid g where cut_by = 'cells' and g.commune_id = of_commune
  ),
  incident as materialized (
    select i.id, i.geom, i.occurred_at < (begins::timestamp at time zone 'Asia/Ho_Chi_Minh') as is_late
    from app.incidents i
    where i.commune_id = of_commune and i.withdrawn_on is null and i.kind = any (app.publishable_kinds())
      and i.occurred_at >= (first_day::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and i.occurred_at < ((ends + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and not exists (select from app.counted_incidents c where c.incident_id = i.id)
  ),
  -- Outside every hamlet the nearest counts; on a border the one of the smaller id or number.
  placed as materialized (
    select i.id, i.is_late, coalesce(
      (select p.id from part p where extensions.ST_Intersects(p.geom, i.geom) order by p.cell_id, p.hamlet_id limit 1),
      (select p.id from part p
       order by extensions.ST_Distance(p.geom::extensions.geography, i.geom::extensions.geography), p.cell_id, p.hamlet_id limit 1)) as part_id
    from incident i
  ),
  kept as (
    insert into app.incident_period_parts (id, commune_id, period_id, hamlet_id, cell_id, name, former_commune, count, late_count, geom)
    select p.id, of_commune, new_id, p.hamlet_id, p.cell_id, p.name, p.former_commune,
      (select count(*) from placed where placed.part_id = p.id), (select count(*) from placed where placed.part_id = p.id and placed.is_late), p.geom
    from part p
  )
  insert into app.counted_incidents (incident_id, commune_id, part_id)
  select placed.id, of_commune, placed.part_id from placed where placed.part_id is not null;
  return new_id;
end
$$;
comment on function app.close_period(date, uuid, timestamptz) is
  'Counts what happened until the end of a period, has a publishable kind and was counted in none before, once and for all, by the parts of its last day. Answers with the period''s id.';

create function app.release_period(id uuid, released_at timestamptz) returns void
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
begin
  insert into app.published_periods (id, commune_id, starts_on, ends_on, parts, total, late_count, released_at)
  select p.id, p.commune_id, p.starts_on, p.ends_on, p.parts, case when c.tells then c.total end,
    case when c.tells and c.late >= 5 and c.total - c.late >= 5 then c.late end, release_period.released_at
  from app.incident_periods p
  cross join lateral (
    select sum(t.count)::integer as total, sum(t.late_count)::integer as late, app.shows_total(array_agg(t.count)) as tells
    from app.incident_period_parts t where t.period_id = p.id
  ) c
  where p.id = release_period.id
  on conflict do nothing;
  if found then
    insert into app.published_parts (id, commune_id, period_id, hamlet_id, cell_id, name, former_commune, count, geom)
    select t.id, t.commune_id, t.period_id, t.hamlet_id, t.cell_id, t.name, t.former_commune, case when t.count >= 5 then t.count end, t.geom
    from app.incident_period_parts t where t.period_id = release_period.id;
  end if;
end
$$;
comment on function app.release_period(uuid, timestamptz) is 'Copies what may be told of a closed period to where others read it, once.';

create function public.close_incident_period(starts_on date, commune_id uuid default null) returns uuid
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  commune constant uuid := app.resolve_commune(close_incident_period.commune_id);
  begins constant date := close_incident_period.starts_on;
  ends constant date := app.publication_period_end(close_incident_period.starts_on, commune);
  closed uuid;
begin
  if auth.uid() is null or commune not in (select app.my_communes('{police}')) then
    raise exception using errcode = '42501', message = 'Chỉ Công an xã được chốt kỳ số liệu. Chưa chốt gì.';
  end if;
  select p.id into closed from app.incident_periods p where p.commune_id = commune and p.starts_on = begins;
  if closed is not null then
    return closed;
  end if;
  if ends is null then
    raise exception using errcode = 'PT422', hint = 'not_a_period', message = 'Theo quy định của xã, không có kỳ nào bắt đầu ngày này. Chưa chốt gì; hãy chọn kỳ trong danh sách.';
  elsif ends >= app.today() then
    raise exception using errcode = 'PT422', hint = 'period_not_over', message = 'Kỳ này chưa kết thúc nên chưa chốt được. Hãy chờ hết ngày cuối của kỳ.';
  elsif exists (select from app.incident_periods p where p.commune_id = commune and p.ends_on >= begins) then
    raise exception using errcode = 'PT409', hint = 'later_period_closed', message = 'Đã chốt một kỳ sau kỳ này. Vụ việc của kỳ này được tính vào kỳ chốt tiếp theo.';
  elsif not exists (select from app.hamlets h where h.commune_id = commune and h.valid_from <= ends and (h.valid_to is null or h.valid_to > ends))
    and app.setting_on('publication_parts', begins, commune) = '"hamlets"' then
    raise exception using errcode = 'PT422', hint = 'no_hamlets', message = 'Xã chưa có thôn nào trên bản đồ vào cuối kỳ nên không đếm theo thôn được. Hãy nhờ cán bộ Mặt trận thêm thôn trước.';
  end if;
  return app.close_period(begins, commune, now());
end
$$;
comment on function public.close_incident_period(date, uuid) is
  'Police alone: counts the period that begins on a day and is over, once and for all; answers with its id, sent twice with the same. PT422 not_a_period, period_not_over, no_hamlets; PT409 later_period_closed.';

create function public.release_incident_period(id uuid) returns uuid
language plpgsql volatile set search_path = '' as
$$
begin
  if not exists (select from app.incident_periods p where p.id = release_incident_period.id) then
    raise exception using errcode = '42501', message = 'Chỉ Công an xã được công bố, sau khi đã chốt kỳ. Chưa công bố gì.';
  end if;
  perform app.release_period(release_incident_period.id, now());
  return release_incident_period.id;
end
$$;
comment on function public.release_incident_period(uuid) is
  'Police alone: lets everybody of the commune read what may be told of a closed period. Sent twice it is done once; nothing takes it back.';

create function public.incident_periods(commune_id uuid default null)
returns table (id uuid, starts_on date, ends_on date, parts text, state text, closed_at timestamptz, released_at timestamptz)
language plpgsql stable set search_path = '' as
$$
#variable_conflict use_column
declare
  commune constant uuid := app.resolve_commune(incident_periods.commune_id);
begin
  if commune not in (select app.my_communes('{police}')) then
    return;
  end if;
  return query
    with closed as (select p.* from app.incident_periods p where p.commune_id = commune),
    first_day as (
      select coalesce((select max(c.ends_on) + 1 from closed c), (date_trunc('year', app.today()) - interval '1 year')::date) as day
    )
    select c.id, c.starts_on, c.ends_on, c.parts, case when o.id is null then 'closed' else 'released' end, c.closed_at, o.released_at
    from closed c left join app.published_periods o on o.id = c.id
    union all
    select null, m.day, e.last_day, app.setting_on('publication_parts', m.day, commune) #>> '{}', 'due', null, null
    from first_day f
    cross join lateral (select d::date as day from generate_series(f.day, app.today(), interval '1 month') d) m
    cross join lateral (select app.publication_period_end(m.day, commune) as last_day) e
    where e.last_day < app.today()
    order by 2 desc;
end
$$;
comment on function public.incident_periods(uuid) is
  'Police alone: periods that were closed or released, and those that are over and may be closed (due; of a commune that closed none yet, those since the beginning of last year). Others get no row.';

create function public.review_incident_period(starts_on date, commune_id uuid default null)
returns table (id uuid, period_id uuid, hamlet_id uuid, cell_id integer, name text, former_commune text, count integer, late_count integer, is_shown boolean, shows_total boolean)
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant constant uuid := app.resolve_commune(review_incident_period.commune_id);
  begins constant date := review_incident_period.starts_on;
begin
  perform app.log_incident_read('periods', begins, coalesce(app.publication_period_end(begins, meant), begins), null, meant);
  return query
    select t.id, t.period_id, t.hamlet_id, t.cell_id, t.name, t.former_commune, t.count, t.late_count, t.count >= 5,
      app.shows_total(array_agg(t.count) over ())
    from app.incident_periods p join app.incident_period_parts t on t.period_id = p.id
    where p.commune_id = meant and p.starts_on = begins
    order by t.former_commune nulls first, t.name, t.cell_id;
end
$$;
comment on function public.review_incident_period(date, uuid) is
  'Exact counts of a closed period before its release, and which of them will be told. Police of the commune alone get rows; every call is logged.';

alter table app.incident_reads drop constraint incident_reads_what_check;
alter table app.incident_reads add constraint incident_reads_what_check check (what in ('incidents', 'cells', 'periods'));

create view public.published_periods with (security_invoker = true) as
  select p.id, p.commune_id, p.starts_on, p.ends_on, p.parts, p.total, p.late_count,
    (p.released_at at time zone 'Asia/Ho_Chi_Minh')::date as released_on
  from app.published_periods p;
grant select on public.published_periods to anon, authenticated;

create function public.published_incidents(as_of date default null, commune_id uuid default null)
returns table (id uuid, starts_on date, ends_on date, parts text, total integer, late_count integer, released_on date,
  hamlet_id uuid, cell_id integer, name text, former_commune text, count integer, geometry jsonb)
language sql stable set search_path = '' as
$$
  with period as (
    select p.* from app.published_periods p
    where p.commune_id = app.resolve_commune(published_incidents.commune_id)
      and p.ends_on <= coalesce(published_incidents.as_of, app.today())
    order by p.starts_on desc limit 1
  )
  select t.id, p.starts_on, p.ends_on, p.parts, p.total, p.late_count, (p.released_at at time zone 'Asia/Ho_Chi_Minh')::date,
    t.hamlet_id, t.cell_id, t.name, t.former_commune, t.count, extensions.ST_AsGeoJSON(t.geom, 7)::jsonb
  from period p join app.published_parts t on t.period_id = p.id
  order by t.former_commune nulls first, t.name, t.cell_id, t.id
$$;
comment on function public.published_incidents(date, uuid) is
  'The last released period that had ended by a day, by hamlet or cell: whole periods, all publishable kinds together; count is null where it is from 0 to 4, total where it would betray one. Members of the commune; visitors only where it publishes the totals of its hamlets.';

revoke execute on function app.publishable_kinds(), app.publication_period_end(date, uuid), app.shows_total(integer[]),
  app.close_period(date, uuid, timestamptz), app.release_period(uuid, timestamptz), public.close_incident_period(date, uuid),
  public.release_incident_period(uuid), public.incident_periods(uuid), public.review_incident_period(date, uuid),
  public.published_incidents(date, uuid) from public;
grant execute on function app.publishable_kinds(), app.publication_period_end(date, uuid), app.shows_total(integer[]),
  app.close_period(date, uuid, timestamptz), app.release_period(uuid, timestamptz), public.close_incident_period(date, uuid),
  public.release_incident_period(uuid), public.incident_periods(uuid), public.review_incident_period(date, uuid) to authenticated;
grant execute on function public.published_incidents(date, uuid) to anon, authenticated;
