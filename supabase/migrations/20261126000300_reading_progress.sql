-- Progress as the screens read it: of a day, against another, over months, and what a figure rests on.

create function public.progress_at(as_of date default null, compare_to_date date default null, commune_id uuid default null)
returns table (
  hamlet_id uuid, indicator text, value numeric, numerator numeric, denominator numeric, target numeric, state text, change numeric
)
language sql stable set search_path = '' as
$$
  with asked as (select coalesce(as_of, app.today()) as day),
  figures as materialized (
    select p.* from asked a cross join lateral app.progress_on(array[a.day, compare_to_date], app.resolve_commune(progress_at.commune_id)) p
  )
  select f.hamlet_id, f.indicator, round(f.value, 6), round(f.numerator, 6), round(f.denominator, 6), f.target, f.state, round(f.value - b.value, 6)
  from asked a join figures f on f.day = a.day
  left join figures b on b.day = compare_to_date and b.hamlet_id = f.hamlet_id and b.indicator = f.indicator
$$;
comment on function public.progress_at(date, date, uuid) is
  'One row for each hamlet valid at the end of a day (Asia/Ho_Chi_Minh) and each indicator: its figure in the unit of the indicator, what it is made of, the target of that day, state met, on_the_way, behind or not_reported (as the indicator''s state_rule says), and change: the figure less that of the same hamlet on compare_to_date. Null is not reported, never 0.';

create function public.progress_totals_at(as_of date default null, compare_to_date date default null, commune_id uuid default null)
returns table (
  indicator text, value numeric, numerator numeric, denominator numeric, target numeric, state text, change numeric,
  hamlets_reported integer, hamlets_met integer, hamlets_empty integer, hamlets_total integer
)
language sql stable set search_path = '' as
$$
  with asked as (select coalesce(as_of, app.today()) as day),
  totals as materialized (
    select p.* from asked a cross join lateral app.progress_with_totals_on(array[a.day, compare_to_date], app.resolve_commune(progress_totals_at.commune_id)) p
    where p.hamlet_id is null
  )
  select t.indicator, round(t.value, 6), round(t.numerator, 6), round(t.denominator, 6), t.target, t.state, round(t.value - b.value, 6),
    t.hamlets_reported, t.hamlets_met, t.hamlets_empty, t.hamlets_total
  from asked a join totals t on t.day = a.day left join totals b on b.day = compare_to_date and b.indicator = t.indicator
$$;
comment on function public.progress_totals_at(date, date, uuid) is
  'The commune''s total of each indicator at the end of a day: over the hamlets that reported, of which it says how many they are, how many met their target, how many have nothing to measure (hamlets_empty) and how many there are. Of model roads and of a yes or no it is per cent of hamlets.';

create function app.month_ends(first_month date, last_month date) returns date[]
language sql stable set search_path = '' as
$$
  select array_agg(least((m + interval '1 month')::date - 1, app.today()) order by m)
  from generate_series(date_trunc('month', first_month)::date, least(date_trunc('month', last_month)::date, app.today()), interval '1 month') m
$$;
comment on function app.month_ends(date, date) is 'The last day of each month from one to another, both included; the running month ends today, later ones are left out. At most 120.';

create function public.progress_series(first_month date, last_month date, commune_id uuid default null)
returns table (hamlet_id uuid, indicator text, months jsonb, series_values jsonb, targets jsonb, states jsonb, reported jsonb)
language plpgsql stable set search_path = '' as
$$
declare
  commune constant uuid := app.resolve_commune(progress_series.commune_id);
  days date[];
begin
  if first_month is null or last_month is null or last_month < first_month or last_month >= first_month + interval '10 years' then
    raise exception using errcode = 'PT422', hint = 'months_invalid',
      message = 'Khoảng tháng không đúng: tháng đầu phải trước tháng cuối, và không quá mười năm.';
  end if;
  days := coalesce(app.month_ends(first_month, last_month), '{}');
  return query
    with figures as materialized (select * from app.progress_with_totals_on(days, commune)),
    lines as (select distinct f.hamlet_id as id, f.indicator as code from figures f),
    months as (select m.day, m.position from unnest(days) with ordinality m (day, position)),
    listed as (select jsonb_agg(m.day order by m.position) as days from months m)
    select l.id, l.code, listed.days, jsonb_agg(round(f.value, 6) order by m.position), jsonb_agg(f.target order by m.position),
      jsonb_agg(f.state order by m.position), case when l.id is null then jsonb_agg(f.hamlets_reported order by m.position) end
    from lines l cross join listed cross join months m
    left join figures f on f.day = m.day and f.hamlet_id is not distinct from l.id and f.indicator = l.code
    group by l.id, l.code, listed.days;
end
$$;
comment on function public.progress_series(date, date, uuid) is
  'For each hamlet and indicator, and with hamlet_id null for the commune''s total, lists of equal length over the months: their last days (of the running month today), figures, targets and states (null while the hamlet was not), and of a total how many hamlets it rests on. Months to come are left out. PT422 months_invalid.';

create function public.progress_evidence(indicator text, hamlet_id uuid, as_of date default null, commune_id uuid default null)
returns table (
  kind text, layer text, feature_id uuid, source_id uuid, title text, happened_on date, counted boolean, amount numeric, state text, recorded_at timestamptz
)
language sql stable set search_path = '' as
$$
  with asked as materialized (
    select coalesce(as_of, app.today()) as day, app.resolve_commune(progress_evidence.commune_id) as commune, i.*
    from app.indicators i where i.code = progress_evidence.indicator
  ),
  roads as materialized (
    select a.day, a.code, r.model_road_id as id, m.name, r.state, r.length_m, (
      select max(s.valid_from) from app.model_road_states s where s.model_road_id = r.model_road_id and s.valid_from <= a.day) as since
    from asked a cross join lateral app.model_road_days(array[a.day], a.commune) r join app.model_roads m on m.id = r.model_road_id
    where a.code in ('model-roads', 'road-care') and r.hamlet_id = progress_evidence.hamlet_id
  ),
  cemeteries as materialized (
    select a.day, c.id, c.name, c.valid_from from asked a cross join lateral app.cemeteries_on(a.day, a.commune) c
    where a.code = 'cemetery-care' and c.hamlet_id = progress_evidence.hamlet_id
  ),
  care as (
    select a.day, a.commune, k.id, k.model_road_id, k.cemetery_id, k.done_on, k.stretch_from, k.stretch_to, k.state, k.recorded_at
    from asked a join app.care_records k on k.commune_id = a.commune and k.done_on <= a.day
    where a.code in ('road-care', 'cemetery-care')
  ),
  points as (
    select a.day, a.commune, a.code, p.* from asked a cross join lateral app.waste_points_on(a.day, a.commune) p
    where a.code = 'waste-reach' and p.kind = 'collection'
      or a.code = 'pesticide-tanks' and p.kind = 'pesticide_tank' and p.hamlet_id = progress_evidence.hamlet_id
  ),
  reports as (
    select a.day, r.id, r.period, r.revision, r.numerator, r.denominator, r.reported_at, counts.report_id is not null
        and r.revision = max(r.revision) over (partition by r.period) as counted, a.denominator_source
    from asked a join app.reports r on r.indicator = a.code and r.hamlet_id = progress_evidence.hamlet_id and r.commune_id = a.commune
    left join lateral (
      select d.report_id from app.report_days(array[a.day], a.commune) d where d.hamlet_id = r.hamlet_id and d.indicator = a.code and d.period = r.period
    ) counts on true
    where case a.period when 'year' then (r.period + interval '1 year')::date else (r.period + interval '1 month')::date end <= a.day + 1
  )
  select 'feature', 'model-roads', r.id, null::uuid, r.name, r.since, r.state = 'recognised', round(r.length_m::numeric, 1), r.state, null::timestamptz
  from roads r where r.code = 'model-roads' or r.state = 'recognised'
  union all
  select 'care', 'model-roads', r.id, k.id, r.name, k.done_on, k.done_on > k.day - app.care_interval('due', k.day, k.commune),
    round((r.length_m * (k.stretch_to - k.stretch_from))::numeric, 1), k.state, k.recorded_at
  from roads r join care k on k.model_road_id = r.id where r.code = 'road-care' and r.state = 'recognised'
  union all
  select 'feature', 'cemeteries', c.id, null, c.name, c.valid_from, true, null, null, null from cemeteries c
  union all
  select 'care', 'cemeteries', c.id, k.id, c.name, k.done_on, k.done_on > k.day - app.care_interval('due', k.day, k.commune), null, k.state, k.recorded_at
  from cemeteries c join care k on k.cemetery_id = c.id
  union all
  select 'feature', 'waste-points', p.id, null, p.name, p.state_since, p.state <> 'closed', null, p.state, null from points p
  where p.code = 'pesticide-tanks' or exists (
    select from app.hamlets h where h.id = progress_evidence.hamlet_id and extensions.ST_DWithin(
      coalesce(h.residential_geom, h.geom)::extensions.geography, extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(p.geometry), 4326)::extensions.geography,
      (app.setting_on('waste_reach_m', p.day, p.commune))::numeric::double precision))
  union all
  select 'report', null, null, r.id, null, r.period, r.counted, r.numerator, case when r.revision > 1 then 'corrected' else 'entered' end, r.reported_at
  from reports r
  union all
  select 'statistics', 'hamlets', s.hamlet_id, s.id, null, s.valid_from, true,
    case a.code when 'pesticide-tanks' then s.cultivated_area_ha else s.households end, null, null
  from asked a cross join lateral (
    select * from app.hamlet_statistics s where s.hamlet_id = progress_evidence.hamlet_id and s.valid_from <= a.day order by s.valid_from desc limit 1
  ) s
  where a.code = 'pesticide-tanks' or a.denominator_source = 'households'
$$;
comment on function public.progress_evidence(text, uuid, date, uuid) is
  'The rows that a hamlet''s figure of a day rests on, and those that were looked at and do not count: roads, cemeteries and points (kind feature), care records, reports with their earlier revisions, and the statistics of the denominator. layer and feature_id lead to the map; source_id to who wrote it (public.entry_authors). amount in metres, pieces, households or hectares.';

create view public.reports with (security_invoker = true) as
  select r.id, r.commune_id, r.hamlet_id, r.indicator, r.period, r.revision, r.numerator, r.denominator, r.reason, r.reported_by, r.reported_at, r.version
  from app.reports r;
grant select on public.reports to authenticated, service_role;
create view public.report_locks with (security_invoker = true) as
  select id, commune_id, hamlet_id, every, period, locked_by, locked_at from app.report_locks;
grant select on public.report_locks to authenticated, service_role;
create view public.care_records with (security_invoker = true) as
  select id, commune_id, model_road_id, cemetery_id, waste_point_id, organization_id, done_on, stretch_from, stretch_to, people, criteria, note,
    state, done_by, recorded_at, approved_by, approved_at, version
  from app.care_records;
grant select on public.care_records to authenticated, service_role;

create function public.entry_authors(ids uuid[], commune_id uuid default null)
returns table (id uuid, display_name text, reason text, note text, recorded_at timestamptz)
language sql stable set search_path = '' as
$$
  with names as materialized (select * from public.change_authors(app.resolve_commune(entry_authors.commune_id)))
  select r.id, n.display_name, r.reason::text, null::text, r.reported_at from app.reports r left join names n on n.user_id = r.reported_by
  where r.id = any (ids) and r.commune_id = app.resolve_commune(entry_authors.commune_id)
  union all
  select c.id, n.display_name, null, c.note, c.recorded_at from app.care_records c left join names n on n.user_id = c.done_by
  where c.id = any (ids) and c.commune_id = app.resolve_commune(entry_authors.commune_id)
$$;
comment on function public.entry_authors(uuid[], uuid) is
  'Who entered reports and care records, and with what words; the name for those alone who may read names (public.change_authors).';

revoke execute on function public.progress_at(date, date, uuid), public.progress_totals_at(date, date, uuid), app.month_ends(date, date),
  public.progress_series(date, date, uuid), public.progress_evidence(text, uuid, date, uuid), public.entry_authors(uuid[], uuid) from public;
grant execute on function public.progress_at(date, date, uuid), public.progress_totals_at(date, date, uuid), app.month_ends(date, date),
  public.progress_series(date, date, uuid), public.progress_evidence(text, uuid, date, uuid) to anon, authenticated, service_role;
grant execute on function public.entry_authors(uuid[], uuid) to authenticated;

-- Of some tables a visitor reads a part of each row; that they were written is news to him too.
create or replace function public.audible_tables() returns table (commune_id uuid, table_name text)
language plpgsql stable set search_path = '' as
$$
declare
  audible record;
begin
  for audible in
    select c.relname, string_agg(format('(%s)', pg_get_expr(p.polqual, p.polrelid)), ' or ') as policy
    from pg_catalog.pg_class c
    join pg_catalog.pg_trigger t on t.tgrelid = c.oid and t.tgfoid = 'app.log_change()'::regprocedure
    join pg_catalog.pg_policy p on p.polrelid = c.oid and p.polcmd = 'r'
    where c.relnamespace = 'app'::regnamespace and has_any_column_privilege(c.oid, 'select')
      and exists (select from unnest(p.polroles) role where role = 0 or pg_has_role(role, 'member'))
    group by c.relname order by c.relname
  loop
    return query execute format(
      'select %1$I.%2$I, %1$L::text from (
         select (jsonb_populate_record(null::app.%1$I, jsonb_build_object(%2$L, commune.id))).* from app.communes commune
       ) %1$I where %3$s',
      audible.relname, case audible.relname when 'communes' then 'id' else 'commune_id' end, audible.policy);
  end loop;
end
$$;
