-- Recognition of a model road, its lapse, and its renewal, which is recognition again. The plan's number follows from
-- these states at every date by itself.

create function public.recognise_model_road(fact jsonb) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  state constant jsonb := fact - '{criteria,assessed_on,assessment_id}'::text[] || '{"state": "recognised"}';
  road constant jsonb := case when app.value_problem('record', fact ->> 'model_road_id', null, null) is null
    then app.stored_record('model_roads', (fact ->> 'model_road_id')::uuid) end;
  assessment constant jsonb := jsonb_build_object(
    -- Derived where the client made none, so that a repeated send means the same assessment.
    'id', coalesce(fact ->> 'assessment_id', md5((fact ->> 'id') || ' assessment')::uuid::text), 'model_road_id', fact -> 'model_road_id',
    'assessed_on', coalesce(fact -> 'assessed_on', fact -> 'decision_date'), 'criteria', fact -> 'criteria');
  -- The same findings of the same day, written down before, are the assessment that is meant.
  known constant boolean := exists (select 1 from app.model_road_assessments a where a.model_road_id::text = fact ->> 'model_road_id'
    and a.assessed_on::text = assessment ->> 'assessed_on' and a.criteria = fact -> 'criteria');
  problems constant jsonb := coalesce((
    select jsonb_agg(to_jsonb(p))
    from app.fact_problems('model_road_assessments', assessment, app.stored_record('model_road_assessments', app.record_id(assessment)), road) p
    where not (known and p.code = 'day_taken')
      -- Without a day of its own it is the decision's, which is judged as such.
      and not (p.field = 'assessed_on' and p.code in ('required', 'date_invalid', 'in_future') and not fact ? 'assessed_on')), '[]')
    || coalesce((select jsonb_agg(to_jsonb(p)) from app.assessment_problems(assessment || '{"state": "recognised"}', (road ->> 'commune_id')::uuid) p
      where p.level = 'warning'), '[]');
  answer jsonb;
begin
  answer := app.save_fact('model_road_states', state, null, true, problems);
  if not known then
    perform app.save_fact('model_road_assessments', assessment, null, true);
  end if;
  return answer;
end
$$;
comment on function public.recognise_model_road(jsonb) is
  'Recognises a model road, or renews its recognition: {id, model_road_id, valid_from, decision_number, decision_date, document_title, document_kept_at (the document is named, not stored), criteria: {code: true or false}, assessed_on (the decision''s day unless said)}. The assessment is stored with it. Answers and errors as record_hamlet_statistics; warning criteria_not_met.';

create function public.lapse_model_road(fact jsonb) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_fact('model_road_states', fact || '{"state": "lapsed"}', null, true) $$;
comment on function public.lapse_model_road(jsonb) is
  'Ends the recognition of a model road from a day on: {id, model_road_id, valid_from, reason}. Answers and errors as record_hamlet_statistics; not_recognised where there is nothing to end.';

create function public.correct_model_road_state(fact jsonb, edited_version integer) returns jsonb
language sql volatile set search_path = '' as
$$
  select app.save_fact('model_road_states', fact - 'state', edited_version, false, case
    when fact ? 'state' and fact ->> 'state' is distinct from app.stored_record('model_road_states', app.record_id(fact)) ->> 'state'
    then '[{"level": "error", "code": "field_unknown", "field": "state", "detail": null}]' else '[]' end::jsonb)
$$;
comment on function public.correct_model_road_state(jsonb, integer) is
  'Corrects a registration, recognition or lapse that was written down wrongly: {id, and what changes of valid_from, decision_number, decision_date, document_title, document_kept_at, reason}. What it is (state) stays. Answers and errors as correct_hamlet_statistics.';

revoke execute on function public.recognise_model_road(jsonb), public.lapse_model_road(jsonb), public.correct_model_road_state(jsonb, integer) from public;
grant execute on function public.recognise_model_road(jsonb), public.lapse_model_road(jsonb), public.correct_model_road_state(jsonb, integer) to authenticated;
