-- Facts of a day. To say something new of a later day and to correct what was said wrongly of an earlier one are two
-- acts, with two verbs: the first leaves history alone, the second changes it.

create function app.fact_place(fact_table text, out record_table text, out record_column text, out day_column text)
language sql immutable set search_path = '' as
$$
  select p.record_table, p.record_column, p.day_column from (values
    ('hamlet_statistics', 'hamlets', 'hamlet_id', 'valid_from'),
    ('waste_point_states', 'waste_points', 'waste_point_id', 'valid_from'),
    ('model_road_states', 'model_roads', 'model_road_id', 'valid_from'),
    ('model_road_assessments', 'model_roads', 'model_road_id', 'assessed_on')
  ) as p (fact_table, record_table, record_column, day_column)
  where p.fact_table = fact_place.fact_table
$$;
comment on function app.fact_place(text) is 'Which record a table of dated facts belongs to, through which column, and which column holds the day.';

create function app.state_problems(fact jsonb, road uuid)
returns table (level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$
  with day as (select case when app.is_day(fact ->> 'valid_from') then (fact ->> 'valid_from')::date end as day),
  others as (select s.* from app.model_road_states s where s.model_road_id = road and s.id::text is distinct from fact ->> 'id'),
  first as (select min(o.valid_from) as starts_on from others o where o.state = 'registered')
  select 'error', 'before_start', 'valid_from', jsonb_build_object('starts_on', f.starts_on)
  from day d, first f where fact ->> 'state' <> 'registered' and d.day <= f.starts_on
  union all
  select 'error', 'not_first', 'valid_from', jsonb_build_object('next_on', min(o.valid_from))
  from day d join others o on o.valid_from <= d.day where fact ->> 'state' = 'registered' having count(*) > 0
  union all
  select 'error', 'not_recognised', 'valid_from', null
  from day d where fact ->> 'state' = 'lapsed' and d.day is not null
    and (select o.state from others o where o.valid_from < d.day order by o.valid_from desc limit 1) is distinct from 'recognised'
  union all
  select 'error', 'required', r.field, null
  from (values ('recognised', 'decision_number'), ('recognised', 'decision_date'), ('lapsed', 'reason')) r (state, field)
  where fact ->> 'state' = r.state and nullif(trim(fact ->> r.field), '') is null
  union all
  select 'error', 'in_future', 'decision_date', null
  where case when app.is_day(fact ->> 'decision_date') then (fact ->> 'decision_date')::date > app.today() end
$$;
comment on function app.state_problems(jsonb, uuid) is
  'Whether a state of a model road fits the road''s others: registered comes first, only what is recognised lapses; recognition has a decision, a lapse its reason.';

create function app.assessment_problems(fact jsonb, commune uuid)
returns table (level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$
  with given as (
    select c.key as code, c.value
    from jsonb_each(case when jsonb_typeof(fact -> 'criteria') = 'object' then fact -> 'criteria' else '{}' end) c
  ),
  list as (
    select c ->> 'code' as code from jsonb_array_elements(app.setting_on('model_road_criteria',
      case when app.is_day(fact ->> 'assessed_on') then (fact ->> 'assessed_on')::date else app.today() end, commune)) c
  )
  select 'error', 'criterion_unknown', 'criteria', jsonb_build_object('codes', jsonb_agg(g.code order by g.code))
  from given g where g.code not in (select l.code from list l) and exists (select 1 from list) having count(*) > 0
  union all
  select 'warning', 'criteria_not_met', 'criteria', jsonb_build_object('codes', jsonb_agg(l.code))
  from list l where fact ->> 'state' = 'recognised' and not exists (select 1 from given g where g.code = l.code and g.value = 'true')
  having count(*) > 0
$$;
comment on function app.assessment_problems(jsonb, uuid) is
  'Criteria that the list of that day (setting model_road_criteria) does not have; for a recognition, as a warning, those that are not met: people may decide so.';

create function app.fact_problems(fact_table text, fact jsonb, stored jsonb, of_record jsonb)
returns table (level text, code text, field text, detail jsonb)
language plpgsql stable set search_path = '' as
$$
declare
  place constant record := app.fact_place(fact_table);
  whole constant jsonb := coalesce(stored, '{}') || fact;
  day constant date := case when app.is_day(whole ->> place.day_column) then (whole ->> place.day_column)::date end;
  starts_on constant date := of_record ->> 'valid_from';
  ends_on constant date := of_record ->> 'valid_to';
  taken jsonb;
begin
  return query select * from app.field_problems(fact_table, fact, stored, (of_record ->> 'commune_id')::uuid);
  execute format('select to_jsonb(f) from app.%I f where f.%I = $1 and f.%I = $2 and f.id::text <> $3',
    fact_table, place.record_column, place.day_column) into taken using (of_record ->> 'id')::uuid, day, fact ->> 'id';
  return query
    select 'error', 'day_taken', place.day_column, taken where taken is not null
    union all
    select 'error', 'before_start', place.day_column, jsonb_build_object('starts_on', starts_on) where day < starts_on
    union all
    select 'error', 'after_end', place.day_column, jsonb_build_object('ended_on', ends_on) where day >= ends_on
    union all
    -- A decision may take effect later; what was seen or counted was seen by today.
    select 'error', 'in_future', place.day_column, null where fact_table <> 'model_road_states' and day > app.today()
    union all
    select 'error', 'nothing_reported', 'households', null where fact_table = 'hamlet_statistics'
      and coalesce(nullif(trim(whole ->> 'households'), ''), nullif(trim(whole ->> 'population'), ''), nullif(trim(whole ->> 'cultivated_area_ha'), '')) is null
    union all
    select s.* from app.state_problems(whole, (of_record ->> 'id')::uuid) s where fact_table = 'model_road_states'
    union all
    select a.* from app.assessment_problems(whole, (of_record ->> 'commune_id')::uuid) a where fact_table = 'model_road_assessments';
end
$$;
comment on function app.fact_problems(text, jsonb, jsonb, jsonb) is
  'What is wrong with a dated fact of a record: its fields, a day that another fact has already (day_taken, with that fact), or a day outside the record''s time.';

create function app.save_fact(fact_table text, fact jsonb, edited_version integer, is_new boolean, more_problems jsonb default '[]') returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  place constant record := app.fact_place(fact_table);
  fact_id constant uuid := app.record_id(fact);
  stored constant jsonb := app.stored_record(fact_table, fact_id);
  refers_to constant text := coalesce(stored ->> place.record_column, fact ->> place.record_column);
  of_record jsonb := case when app.value_problem('record', refers_to, null, null) is null then app.stored_record(place.record_table, refers_to::uuid) end;
  problems jsonb;
begin
  if refers_to is not null and of_record is null or stored is null and not is_new then
    raise exception using errcode = 'PT404', hint = 'not_found',
      message = 'Không tìm thấy mục này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  problems := more_problems || coalesce((select jsonb_agg(to_jsonb(p)) from app.fact_problems(fact_table, fact, stored, of_record) p), '[]')
    -- A fact stays with its record: one that was written down for the wrong one is taken back in the change log.
    || case when stored is not null and fact ? place.record_column and fact ->> place.record_column is distinct from refers_to
      then jsonb_build_array(jsonb_build_object('level', 'error', 'code', 'record_fixed', 'field', place.record_column, 'detail', null)) else '[]' end;
  perform app.refuse_fields(problems);
  perform app.store_record(fact_table, fact, stored, edited_version, (of_record ->> 'commune_id')::uuid);
  return app.saved_answer(fact_table, fact_id, problems) || jsonb_build_object('record', jsonb_build_object('id', refers_to,
    'version', app.stored_record(place.record_table, refers_to::uuid) -> 'version'));
end
$$;
comment on function app.save_fact(text, jsonb, integer, boolean, jsonb) is
  'Checks, stores and answers: what the verbs of all dated facts share. Answers saved_answer and, as record, the id and version of what the fact is about.';

create function public.record_hamlet_statistics(fact jsonb) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_fact('hamlet_statistics', fact, null, true) $$;
comment on function public.record_hamlet_statistics(jsonb) is
  'Adds figures of a hamlet from a day on: {id, hamlet_id, valid_from, households, population, cultivated_area_ha (hectares)}; null is not reported. Answers {id, version, record: {id, version}, repairs, warnings}. PT422 fields_with_errors; day_taken brings the figures of that day.';
create function public.correct_hamlet_statistics(fact jsonb, edited_version integer) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_fact('hamlet_statistics', fact, edited_version, false) $$;
comment on function public.correct_hamlet_statistics(jsonb, integer) is
  'Corrects figures that were wrong when they were written down: {id, and what changes}; history changes with it. Answers and errors as record_hamlet_statistics, and PT409 stale.';

create function public.record_waste_point_state(fact jsonb) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_fact('waste_point_states', fact, null, true) $$;
comment on function public.record_waste_point_state(jsonb) is
  'Adds the state of a waste point from a day on: {id, waste_point_id, valid_from, state}. Answers and errors as record_hamlet_statistics.';
create function public.correct_waste_point_state(fact jsonb, edited_version integer) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_fact('waste_point_states', fact, edited_version, false) $$;
comment on function public.correct_waste_point_state(jsonb, integer) is
  'Corrects a state that was wrong when it was written down: {id, and what changes}. Answers and errors as correct_hamlet_statistics.';

create function public.record_model_road_assessment(fact jsonb) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_fact('model_road_assessments', fact, null, true) $$;
comment on function public.record_model_road_assessment(jsonb) is
  'Adds an assessment of a model road: {id, model_road_id, assessed_on, criteria: {code: true or false}}; a code that is missing was not assessed. Answers and errors as record_hamlet_statistics; criterion_unknown for a code that the list of that day does not have.';
create function public.correct_model_road_assessment(fact jsonb, edited_version integer) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_fact('model_road_assessments', fact, edited_version, false) $$;
comment on function public.correct_model_road_assessment(jsonb, integer) is
  'Corrects an assessment that was written down wrongly: {id, and what changes}. Answers and errors as correct_hamlet_statistics.';

revoke execute on function app.fact_place(text), app.state_problems(jsonb, uuid), app.assessment_problems(jsonb, uuid),
  app.fact_problems(text, jsonb, jsonb, jsonb), app.save_fact(text, jsonb, integer, boolean, jsonb),
  public.record_hamlet_statistics(jsonb), public.correct_hamlet_statistics(jsonb, integer),
  public.record_waste_point_state(jsonb), public.correct_waste_point_state(jsonb, integer),
  public.record_model_road_assessment(jsonb), public.correct_model_road_assessment(jsonb, integer) from public;
grant execute on function app.fact_place(text), app.state_problems(jsonb, uuid), app.assessment_problems(jsonb, uuid),
  app.fact_problems(text, jsonb, jsonb, jsonb), app.save_fact(text, jsonb, integer, boolean, jsonb),
  public.record_hamlet_statistics(jsonb), public.correct_hamlet_statistics(jsonb, integer),
  public.record_waste_point_state(jsonb), public.correct_waste_point_state(jsonb, integer),
  public.record_model_road_assessment(jsonb), public.correct_model_road_assessment(jsonb, integer) to authenticated;
