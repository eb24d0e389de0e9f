-- An area that has ended cannot be registered on or after its last day: said at the field, not by the table.

create or replace function app.security_area_problems(area jsonb, drawn_problem text) returns jsonb
language sql stable set search_path = '' as
$$
  select (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('name', app.worded(area ->> 'name'), true, 120) p)
    || app.problems_as_list(array[
      app.problem_if(not coalesce(area ->> 'kind' in ('residential_area', 'drug_free_branch', 'self_managed_road', 'other'), false), 'kind', 'choice_invalid'),
      app.problem_if(area ->> 'responsible' not in
        ('hamlet_head', 'front_committee_head', 'party_secretary', 'security_team_head', 'branch_head'), 'responsible', 'choice_invalid'),
      app.problem_if(not coalesce(app.is_day(area ->> 'registered_on'), false), 'registered_on', 'date_invalid'),
      app.problem_if(case when app.is_day(area ->> 'registered_on') then (area ->> 'registered_on')::date > app.today() end, 'registered_on', 'in_future'),
      app.problem_if(case when app.is_day(area ->> 'registered_on') then (area ->> 'registered_on')::date >= (area ->> 'valid_to')::date end, 'registered_on', 'ends_before_start'),
      app.problem_if(area ->> 'hamlet_id' is not null and not exists (
        select from app.hamlets h where h.id::text = area ->> 'hamlet_id' and h.commune_id::text = area ->> 'commune_id'), 'hamlet_id', 'choice_invalid'),
      app.problem_if(area ->> 'hamlet_id' is null and drawn_problem is not null, 'geometry', drawn_problem)])
$$;
