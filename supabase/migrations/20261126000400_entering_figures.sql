-- The verbs of entry: a grid of a month is saved whole or not at all, confirmed, and from then on corrected.

create function app.report_problems(entry jsonb, commune uuid) returns table (field text, code text, detail jsonb)
language sql stable set search_path = '' as
$$
  with given as (
    select e.*, i.code as known, i.denominator_source, i.period as every, h.id as hamlet, h.valid_from, h.valid_to,
      case when app.is_day(e.period_text) then e.period_text::date end as period,
      case when jsonb_typeof(e.top) = 'number' then (e.top #>> '{}')::numeric end as numerator,
      case when jsonb_typeof(e.bottom) = 'number' then (e.bottom #>> '{}')::numeric end as denominator
    from (select entry ->> 'hamlet_id' as hamlet_text, entry ->> 'indicator' as indicator, entry ->> 'period' as period_text,
      coalesce(entry -> 'numerator', 'null') as top, coalesce(entry -> 'denominator', 'null') as bottom) e
    left join app.indicators i on i.code = e.indicator and i.origin = 'reported'
    left join app.hamlets h on h.id::text = e.hamlet_text and h.commune_id = commune
  ),
  place as (
    select g.*, coalesce(g.hamlet_text, '') || '/' || coalesce(g.indicator, '') || '/' as cell,
      case g.every when 'year' then (g.period + interval '1 year')::date - 1 else (g.period + interval '1 month')::date - 1 end as ended_on,
      case when g.denominator_source = 'households' then (
        select s.households from app.hamlet_statistics s where s.hamlet_id = g.hamlet
          and s.valid_from <= case g.every when 'year' then (g.period + interval '1 year')::date - 1 else (g.period + interval '1 month')::date - 1 end
        order by s.valid_from desc limit 1) end as households
    from given g
  )
  select cell || 'indicator', 'choice_invalid', null::jsonb from place where known is null
  union all select cell || 'hamlet_id', 'choice_invalid', null from place where hamlet is null
  union all select cell || 'hamlet_id', 'not_in_period', jsonb_build_object('valid_from', valid_from, 'valid_to', valid_to) from place
    where hamlet is not null and period is not null and (valid_from > ended_on or valid_to <= ended_on and valid_to <= period)
  union all select cell || 'period', 'date_invalid', null from place where period is null or period <> date_trunc(coalesce(every, 'month'), period)
  union all select cell || 'period', 'in_future', null from place where period > app.today()
  union all select cell || 'numerator', 'number_invalid', null from place where jsonb_typeof(top) not in ('number', 'null') or numerator < 0 or numerator % 1 <> 0
  union all select cell || 'denominator', 'number_invalid', null from place where jsonb_typeof(bottom) not in ('number', 'null') or denominator < 0 or denominator % 1 <> 0
  union all select cell || 'numerator', 'number_out_of_range', jsonb_build_object('minimum', 0, 'maximum', 1) from place where denominator_source = 'one' and numerator > 1
  union all select cell || 'denominator', 'required', null from place where denominator_source = 'entered' and numerator is not null and denominator is null
  union all select cell || 'numerator', 'required', null from place where numerator is null and denominator is not null and denominator_source = 'entered'
  union all select cell || 'numerator', 'above_denominator', jsonb_build_object('denominator', coalesce(denominator, households)) from place
    where denominator_source <> 'one' and numerator > coalesce(denominator, households)
$$;
comment on function app.report_problems(jsonb, uuid) is
  'What is wrong with an entered figure, at <hamlet>/<indicator>/<numerator or denominator>: not a whole number from 0, above its denominator (that of the hamlet''s statistics where none is sent), a hamlet that was not in that period, a period to come.';

create function app.store_report(entry jsonb, commune uuid, revision integer) returns app.reports
language plpgsql volatile set search_path = '' as
$$
declare
  stored app.reports;
begin
  insert into app.reports (id, commune_id, hamlet_id, indicator, period, revision, numerator, denominator, reason)
  values ((entry ->> 'id')::uuid, commune, (entry ->> 'hamlet_id')::uuid, entry ->> 'indicator', (entry ->> 'period')::date, store_report.revision,
    (entry ->> 'numerator')::numeric, (entry ->> 'denominator')::numeric, nullif(normalize(trim(entry ->> 'reason'), NFC), ''))
  returning * into stored;
  return stored;
end
$$;
comment on function app.store_report(jsonb, uuid, integer) is 'Writes a checked figure as a revision.';

create function app.refuse_others_hamlets(hamlets uuid[], commune uuid) returns void
language plpgsql stable set search_path = '' as
$$
begin
  if commune in (select app.my_communes('{administrator,front_officer}')) then
    return;
  end if;
  if commune not in (select app.my_communes('{hamlet_committee}')) or exists (select unnest(hamlets) except select app.my_hamlets()) then
    raise exception using errcode = '42501',
      message = 'Ban công tác Mặt trận chỉ nhập số liệu của thôn mình; số liệu thôn khác do cán bộ Mặt trận xã nhập. Chưa lưu gì.';
  end if;
end
$$;
comment on function app.refuse_others_hamlets(uuid[], uuid) is 'Raises 42501 where the caller may not report for one of the hamlets.';

create function public.save_reports(entries jsonb, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  commune constant uuid := app.resolve_commune(save_reports.commune_id);
  problems jsonb;
  entry jsonb;
  stored app.reports;
  differing jsonb := '[]';
begin
  if jsonb_typeof(entries) is distinct from 'array' or jsonb_array_length(entries) > 2000 then
    raise exception using errcode = 'PT422', hint = 'entries_invalid', message = 'Mỗi lần lưu được tối đa 2.000 ô. Hãy lưu từng phần.';
  end if;
  select jsonb_agg(jsonb_build_object('level', 'error', 'field', p.field, 'code', p.code, 'detail', p.detail)) into problems
  from jsonb_array_elements(entries) e cross join lateral app.report_problems(e, commune) p;
  perform app.refuse_fields(coalesce(problems, '[]'));
  perform app.refuse_others_hamlets(array(select (e ->> 'hamlet_id')::uuid from jsonb_array_elements(entries) e), commune);
  -- Two who save the same month at once: the second waits, and then sees the first.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('reports ' || commune, 0));
  select jsonb_agg(jsonb_build_object('level', 'error', 'field', (e ->> 'hamlet_id') || '/' || (e ->> 'indicator') || '/period', 'code', 'locked', 'detail', null))
  into problems from jsonb_array_elements(entries) e join app.indicators i on i.code = e ->> 'indicator'
  join app.report_locks l on l.hamlet_id = (e ->> 'hamlet_id')::uuid and l.every = i.period and l.period = (e ->> 'period')::date
  -- Sent again after it was stored and confirmed: nothing new.
  where not exists (select from app.reports r where r.id = (e ->> 'id')::uuid
    and r.numerator is not distinct from (e ->> 'numerator')::numeric and r.denominator is not distinct from (e ->> 'denominator')::numeric);
  perform app.refuse_fields(coalesce(problems, '[]'));

  for entry in select e from jsonb_array_elements(entries) e loop
    perform app.record_id(entry);
    select r.* into stored from app.reports r
    where r.hamlet_id = (entry ->> 'hamlet_id')::uuid and r.indicator = entry ->> 'indicator' and r.period = (entry ->> 'period')::date and r.revision = 1;
    if stored.id is null then
      if (entry ->> 'numerator') is not null then
        perform app.store_report(entry - 'reason', commune, 1);
      end if;
    elsif stored.numerator is not distinct from (entry ->> 'numerator')::numeric and stored.denominator is not distinct from (entry ->> 'denominator')::numeric then
      continue;
    elsif (entry ->> 'edited_version')::integer is distinct from stored.version then
      differing := differing || jsonb_build_object('yours', entry, 'theirs', to_jsonb(stored) - 'commune_id');
    else
      update app.reports r set numerator = (entry ->> 'numerator')::numeric, denominator = (entry ->> 'denominator')::numeric,
        reported_by = auth.uid(), reported_at = now()
      where r.id = stored.id;
    end if;
  end loop;
  if differing <> '[]' then
    raise exception using errcode = 'PT409', hint = 'stale', detail = jsonb_build_object('rows', differing)::text,
      message = 'Có ô đã được người khác nhập sau khi bạn mở tháng này, nên chưa lưu gì. Hãy chọn số cần giữ cho từng ô rồi lưu lại.';
  end if;
  return coalesce((
    select jsonb_agg(to_jsonb(r) - '{commune_id,reported_by}'::text[] order by r.id) from app.reports r
    join jsonb_array_elements(entries) e on r.hamlet_id = (e ->> 'hamlet_id')::uuid and r.indicator = e ->> 'indicator' and r.period = (e ->> 'period')::date
    where r.revision = 1), '[]');
end
$$;
comment on function public.save_reports(jsonb, uuid) is
  'Enters the cells of a month or a year, all or none: [{id (made by the client), hamlet_id, indicator, period (first day), numerator, denominator, edited_version}]; numerator null takes a figure back. Answers the stored cells. PT422 fields_with_errors at <hamlet>/<indicator>/<part> (locked: confirmed already), PT409 stale with {rows: [{yours, theirs}]} where somebody else entered another figure meanwhile, 42501 for another''s hamlet.';

create function public.confirm_reports(locks jsonb, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  commune constant uuid := app.resolve_commune(confirm_reports.commune_id);
  problems jsonb;
begin
  select jsonb_agg(jsonb_build_object('level', 'error', 'field', coalesce(l ->> 'hamlet_id', '') || '/period', 'code', p.code, 'detail', null)) into problems
  from jsonb_array_elements(case when jsonb_typeof(locks) = 'array' then locks else '[]' end) l
  cross join lateral (
    select 'date_invalid' as code where not coalesce(app.is_day(l ->> 'period'), false) or coalesce(l ->> 'every', '') not in ('month', 'year')
      or (l ->> 'period')::date <> date_trunc(l ->> 'every', (l ->> 'period')::date)
    -- A period is confirmed once it has ended: until then figures still come.
    union all select 'not_ended' where app.is_day(l ->> 'period') and (l ->> 'every') in ('month', 'year')
      and ((l ->> 'period')::date + ('1 ' || (l ->> 'every'))::interval)::date > app.today() + 1
    union all select 'choice_invalid' where not exists (select from app.hamlets h where h.id::text = l ->> 'hamlet_id' and h.commune_id = commune)
  ) p;
  perform app.refuse_fields(coalesce(problems, '[]'));
  perform app.refuse_others_hamlets(array(select (l ->> 'hamlet_id')::uuid from jsonb_array_elements(locks) l), commune);
  insert into app.report_locks (id, commune_id, hamlet_id, every, period)
  select app.record_id(l), commune, (l ->> 'hamlet_id')::uuid, l ->> 'every', (l ->> 'period')::date from jsonb_array_elements(locks) l
  on conflict do nothing;
  return coalesce((
    select jsonb_agg(to_jsonb(k) - '{commune_id,locked_by}'::text[] order by k.id) from app.report_locks k
    join jsonb_array_elements(locks) l on k.hamlet_id = (l ->> 'hamlet_id')::uuid and k.every = l ->> 'every' and k.period = (l ->> 'period')::date), '[]');
end
$$;
comment on function public.confirm_reports(jsonb, uuid) is
  'Confirms ended periods of hamlets: [{id (made by the client), hamlet_id, every (month or year), period}]; from then on figures of them are corrected with a reason. Confirmed twice is confirmed once. PT422 not_ended, 42501 for another''s hamlet.';

create function public.correct_report(report jsonb, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  commune constant uuid := app.resolve_commune(correct_report.commune_id);
  report_id constant uuid := app.record_id(report);
  latest app.reports;
  stored app.reports;
  problems jsonb;
begin
  select r.* into stored from app.reports r where r.id = report_id and r.commune_id = commune;
  if found then
    return to_jsonb(stored) - '{commune_id,reported_by}'::text[];
  end if;
  select jsonb_agg(jsonb_build_object('level', 'error', 'field', p.field, 'code', p.code, 'detail', p.detail)) into problems from (
    select * from app.report_problems(report, commune)
    union all select 'reason', 'required', null where coalesce(trim(report ->> 'reason'), '') = ''
    union all select 'reason', 'too_long', null where length(report ->> 'reason') > 200
    union all select 'reason', 'markup', null where report ->> 'reason' ~ '[<>]'
  ) p;
  perform app.refuse_fields(coalesce(problems, '[]'));
  perform app.refuse_others_hamlets(array[(report ->> 'hamlet_id')::uuid], commune);
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('reports ' || commune, 0));
  if not exists (select from app.report_locks l join app.indicators i on i.period = l.every and i.code = report ->> 'indicator'
    where l.hamlet_id = (report ->> 'hamlet_id')::uuid and l.period = (report ->> 'period')::date) then
    raise exception using errcode = 'PT422', hint = 'not_locked', message = 'Kỳ này chưa chốt: hãy sửa số ngay trong bảng nhập, không cần lý do.';
  end if;
  select r.* into latest from app.reports r
  where r.hamlet_id = (report ->> 'hamlet_id')::uuid and r.indicator = report ->> 'indicator' and r.period = (report ->> 'period')::date
  order by r.revision desc limit 1;
  if latest.id::text is distinct from nullif(report ->> 'replaces', '') then
    perform app.raise_stale(report, to_jsonb(latest) - '{commune_id,reported_by}'::text[]);
  end if;
  stored := app.store_report(report, commune, greatest(coalesce(latest.revision, 1) + case when latest.id is null then 0 else 1 end, 2));
  return to_jsonb(stored) - '{commune_id,reported_by}'::text[];
end
$$;
comment on function public.correct_report(jsonb, uuid) is
  'Corrects a figure of a confirmed period as a new revision: {id (made by the client), hamlet_id, indicator, period, numerator, denominator, reason, replaces (id of the revision seen; null where there was none)}. Earlier revisions stay. PT422 fields_with_errors, not_locked; PT409 stale with the latest revision.';

create function public.reports_of(month date, commune_id uuid default null)
returns table (
  id uuid, hamlet_id uuid, indicator text, every text, period date, revision integer, numerator numeric, denominator numeric,
  reason text, reported_at timestamptz, version integer, is_locked boolean, households integer, hamlet_name text, former_commune text
)
language sql stable set search_path = '' as
$$
  select r.id, h.id, i.code, i.period, p.period, r.revision, r.numerator, r.denominator, r.reason::text, r.reported_at, r.version,
    exists (select from app.report_locks l where l.hamlet_id = h.id and l.every = i.period and l.period = p.period),
    case when i.denominator_source = 'households' then (
      select s.households from app.hamlet_statistics s where s.hamlet_id = h.id and s.valid_from <= p.ended_on order by s.valid_from desc limit 1) end,
    h.name, h.former_commune
  from app.indicators i
  cross join lateral (select date_trunc(i.period, month)::date as period, (date_trunc(i.period, month) + ('1 ' || i.period)::interval)::date - 1 as ended_on) p
  join app.hamlets h on h.commune_id = app.resolve_commune(reports_of.commune_id)
    and h.valid_from <= least(p.ended_on, app.today()) and (h.valid_to is null or h.valid_to > p.period)
  left join lateral (
    select r.* from app.reports r where r.hamlet_id = h.id and r.indicator = i.code and r.period = p.period order by r.revision desc limit 1
  ) r on true
  where i.origin = 'reported'
$$;
comment on function public.reports_of(date, uuid) is
  'The grid of entry of a month and of its year: for each hamlet that was there in the period and each reported indicator its highest revision (nulls where nothing was entered), whether the period is confirmed, and the households that stand below it where none are reported.';

create function public.record_care(record jsonb) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  care_id constant uuid := app.record_id(record);
  stored app.care_records;
  subject record;
  problems jsonb;
  organization uuid;
begin
  select c.* into stored from app.care_records c where c.id = care_id;
  if found then
    return jsonb_build_object('id', stored.id, 'state', stored.state, 'version', stored.version);
  end if;
  select s.* into subject from (
    select 'model_road_id' as field, r.id, r.commune_id, r.organization_id from app.model_roads r where r.id::text = record ->> 'model_road_id'
    union all select 'cemetery_id', c.id, c.commune_id, c.organization_id from app.cemeteries c where c.id::text = record ->> 'cemetery_id'
    union all select 'waste_point_id', w.id, w.commune_id, w.organization_id from app.waste_points w where w.id::text = record ->> 'waste_point_id'
  ) s;
  select jsonb_agg(to_jsonb(p) || '{"level": "error"}') into problems from (
    select 'subject' as field, 'required' as code, null::jsonb as detail where subject.id is null
    union all select 'done_on', 'date_invalid', null where not coalesce(app.is_day(record ->> 'done_on'), false)
    -- A phone whose clock is a little ahead is told by a day at most.
    union all select 'done_on', 'in_future', null where case when app.is_day(record ->> 'done_on') then (record ->> 'done_on')::date > app.today() end
    union all select 'stretch', 'number_out_of_range', jsonb_build_object('minimum', 0, 'maximum', 1)
      where coalesce((record ->> 'stretch_from')::numeric, 0) < 0 or coalesce((record ->> 'stretch_to')::numeric, 1) > 1
        or coalesce((record ->> 'stretch_to')::numeric, 1) <= coalesce((record ->> 'stretch_from')::numeric, 0)
    union all select 'people', 'number_out_of_range', jsonb_build_object('minimum', 1, 'maximum', 10000) where not coalesce((record ->> 'people')::numeric between 1 and 10000, true)
    union all select 'note', 'too_long', null where length(record ->> 'note') > 500
    union all select 'note', 'markup', null where record ->> 'note' ~ '[<>]'
  ) p;
  perform app.refuse_fields(coalesce(problems, '[]'));
  organization := coalesce((select o from app.my_organizations() o where o = subject.organization_id),
    case when subject.commune_id in (select app.my_communes('{administrator,front_officer}')) then subject.organization_id end);
  if subject.commune_id not in (select app.my_communes('{administrator,front_officer}')) and organization is null then
    raise exception using errcode = '42501', message = 'Mục này do tổ chức khác chăm sóc. Chưa ghi gì; hãy báo cán bộ Mặt trận xã nếu việc này là của tổ chức bạn.';
  end if;
  insert into app.care_records (id, commune_id, model_road_id, cemetery_id, waste_point_id, organization_id, done_on, stretch_from, stretch_to, people, criteria, note)
  values (care_id, subject.commune_id, case when subject.field = 'model_road_id' then subject.id end, case when subject.field = 'cemetery_id' then subject.id end,
    case when subject.field = 'waste_point_id' then subject.id end, organization, (record ->> 'done_on')::date,
    coalesce((record ->> 'stretch_from')::numeric, 0), coalesce((record ->> 'stretch_to')::numeric, 1), (record ->> 'people')::integer,
    nullif(record -> 'criteria', 'null'), nullif(normalize(trim(record ->> 'note'), NFC), ''))
  returning * into stored;
  return jsonb_build_object('id', stored.id, 'state', stored.state, 'version', stored.version);
end
$$;
comment on function public.record_care(jsonb) is
  'Writes down that a road, cemetery or waste point was cared for: {id (made by the client), one of model_road_id, cemetery_id, waste_point_id, done_on, stretch_from and stretch_to (fractions of a road), people, criteria, note}. Sent twice it is stored once. PT422 fields_with_errors, 42501 where another organization looks after it.';

create function public.approve_care(id uuid) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  stored app.care_records;
begin
  update app.care_records c set state = 'approved', approved_by = auth.uid(), approved_at = now()
  where c.id = approve_care.id and c.state = 'sent' and c.done_by is distinct from auth.uid();
  select c.* into stored from app.care_records c where c.id = approve_care.id;
  if stored.id is null then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không tìm thấy lần chăm sóc này. Hãy tải lại trang rồi thử lại.';
  elsif stored.state <> 'approved' then
    raise exception using errcode = '42501', message = 'Lần chăm sóc này do người khác trong tổ chức hoặc cán bộ Mặt trận xã duyệt, không phải người ghi.';
  end if;
  return jsonb_build_object('id', stored.id, 'state', stored.state, 'version', stored.version);
end
$$;
comment on function public.approve_care(uuid) is
  'A second person, of the same organization or an officer, says that care was given. 42501 for the one who recorded it or who has no right to.';

revoke execute on function app.report_problems(jsonb, uuid), app.store_report(jsonb, uuid, integer),
  app.refuse_others_hamlets(uuid[], uuid), public.save_reports(jsonb, uuid), public.confirm_reports(jsonb, uuid),
  public.correct_report(jsonb, uuid), public.reports_of(date, uuid), public.record_care(jsonb), public.approve_care(uuid) from public;
grant execute on function app.report_problems(jsonb, uuid), app.store_report(jsonb, uuid, integer),
  app.refuse_others_hamlets(uuid[], uuid), public.save_reports(jsonb, uuid), public.confirm_reports(jsonb, uuid),
  public.correct_report(jsonb, uuid), public.reports_of(date, uuid), public.record_care(jsonb), public.approve_care(uuid) to authenticated;
