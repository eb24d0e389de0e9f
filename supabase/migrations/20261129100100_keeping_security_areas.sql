-- The verbs of self-managed areas (docs/decisions/0010): one makes and changes, fields that are not sent stay.

create function app.security_area_problems(area jsonb, drawn_problem text) returns jsonb
language sql stable set search_path = '' as
$$
  select (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('name', app.worded(area ->> 'name'), true, 120) p)
    || app.problems_as_list(array[
      app.problem_if(not coalesce(area ->> 'kind' in ('residential_area', 'drug_free_branch', 'self_managed_road', 'other'), false), 'kind', 'choice_invalid'),
      app.problem_if(area ->> 'responsible' not in
        ('hamlet_head', 'front_committee_head', 'party_secretary', 'security_team_head', 'branch_head'), 'responsible', 'choice_invalid'),
      app.problem_if(not coalesce(app.is_day(area ->> 'registered_on'), false), 'registered_on', 'date_invalid'),
      app.problem_if(case when app.is_day(area ->> 'registered_on') then (area ->> 'registered_on')::date > app.today() end, 'registered_on', 'in_future'),
      app.problem_if(area ->> 'hamlet_id' is not null and not exists (
        select from app.hamlets h where h.id::text = area ->> 'hamlet_id' and h.commune_id::text = area ->> 'commune_id'), 'hamlet_id', 'choice_invalid'),
      app.problem_if(area ->> 'hamlet_id' is null and drawn_problem is not null, 'geometry', drawn_problem)])
$$;
comment on function app.security_area_problems(jsonb, text) is
  'What is wrong with an area as it would be stored; drawn_problem is what reading its drawn ground found.';

create function public.save_security_area(area jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant constant uuid := app.record_id(area);
  stored app.security_areas;
  wanted app.security_areas;
  merged jsonb;
  drawn record;
  written uuid;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(meant::text, 0));
  select a.* into stored from app.security_areas a where a.id = meant;
  if stored.id is null and edited_version is not null then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không tìm thấy khu tự quản này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  merged := case when stored.id is null then '{}' else jsonb_strip_nulls(to_jsonb(stored) - '{geom,version}'::text[]) end
    || (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(area) f
        where f.key in ('name', 'kind', 'hamlet_id', 'responsible', 'registered_on'))
    || jsonb_build_object('id', meant, 'commune_id', coalesce(stored.commune_id, app.resolve_commune(save_security_area.commune_id)));
  -- Ground is the hamlet's or drawn: what was sent last says which.
  if area ? 'geometry' and jsonb_typeof(area -> 'geometry') = 'object' and not area ? 'hamlet_id' then
    merged := merged - 'hamlet_id';
  end if;
  select g.geom, g.problem into drawn from app.read_geometry(area -> 'geometry', 'area') g;
  perform app.refuse_fields(app.security_area_problems(merged,
    case when area ? 'geometry' or stored.geom is null then drawn.problem end));
  wanted := jsonb_populate_record(null::app.security_areas, merged);
  wanted.name := app.worded(merged ->> 'name');
  wanted.geom := case when wanted.hamlet_id is not null then null when area ? 'geometry' then extensions.ST_Multi(drawn.geom) else stored.geom end;
  if stored.id is null then
    insert into app.security_areas (id, commune_id, name, kind, hamlet_id, geom, responsible, registered_on)
    values (meant, wanted.commune_id, wanted.name, wanted.kind, wanted.hamlet_id, wanted.geom, wanted.responsible, wanted.registered_on);
  elsif (stored.name, stored.kind, stored.hamlet_id, stored.responsible, stored.registered_on)
    is distinct from (wanted.name, wanted.kind, wanted.hamlet_id, wanted.responsible, wanted.registered_on)
    -- A centimetre: what is stored was rounded.
    or coalesce(extensions.ST_HausdorffDistance(stored.geom, wanted.geom) > 0.0000002, (stored.geom is null) <> (wanted.geom is null)) then
    if edited_version is distinct from stored.version then
      perform app.refuse_stale('security_areas', area - 'id', to_jsonb(stored) - 'geom');
    end if;
    update app.security_areas a set name = wanted.name, kind = wanted.kind, hamlet_id = wanted.hamlet_id, geom = wanted.geom,
      responsible = wanted.responsible, registered_on = wanted.registered_on
    where a.id = meant and a.version = edited_version returning a.id into written;
    if written is null then
      perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,police}');
    end if;
  end if;
  return (select jsonb_build_object('id', a.id, 'version', a.version) from app.security_areas a where a.id = meant);
end
$$;
comment on function public.save_security_area(jsonb, integer, uuid) is
  'Administrators, front officers and police: registers an area or changes one: {id (made by the client), name, kind, hamlet_id or geometry (GeoJSON polygon, WGS84), responsible (an office), registered_on}. PT422 fields_with_errors, PT409 stale with both versions, PT404 not_found, 42501.';

create function app.security_result_problems(result jsonb, registered_on date) returns jsonb
language sql stable set search_path = '' as
$$
  with told as (
    select array(select result ->> f from unnest('{conciliation_opened,conciliation_succeeded,conciliation_failed,conciliation_pending}'::text[])
      with ordinality t(f, n) order by n) as conciliation
  )
  select app.problems_as_list(array[
      app.problem_if(coalesce(result ->> 'year', '') !~ '^20\d\d$', 'year', 'whole_number_invalid'),
      app.problem_if(case when result ->> 'year' ~ '^20\d\d$' then make_date((result ->> 'year')::integer, 12, 31) < registered_on end, 'year', 'before_registration'),
      app.problem_if(not coalesce(app.is_day(result ->> 'assessed_on'), false), 'assessed_on', 'date_invalid'),
      app.problem_if(case when app.is_day(result ->> 'assessed_on') then (result ->> 'assessed_on')::date > app.today() end, 'assessed_on', 'in_future'),
      app.problem_if(case when jsonb_typeof(result -> 'criteria') = 'array' then jsonb_array_length(result -> 'criteria') <> 5
        or exists (select from jsonb_array_elements(result -> 'criteria') c where jsonb_typeof(c) not in ('boolean', 'null')) else true end, 'criteria', 'choice_invalid'),
      app.problem_if(jsonb_typeof(result -> 'drug_free') not in ('boolean', 'null'), 'drug_free', 'choice_invalid')])
    || (select coalesce(jsonb_agg(app.problem_if(true, f, 'whole_number_invalid')), '[]')
        from unnest('{households,households_signed,conciliation_opened,conciliation_succeeded,conciliation_failed,conciliation_pending}'::text[]) f
        where result ->> f !~ '^\d{1,7}$')
    || app.problems_as_list(array[
      app.problem_if(result ->> 'households_signed' is not null and result ->> 'households' is null, 'households', 'required'),
      app.problem_if(case when result ->> 'households' ~ '^\d{1,7}$' and result ->> 'households_signed' ~ '^\d{1,7}$'
        then (result ->> 'households_signed')::integer > (result ->> 'households')::integer end, 'households_signed', 'more_than_all'),
      app.problem_if(num_nulls(variadic told.conciliation) not in (0, 4), 'conciliation_opened', 'conciliation_incomplete'),
      app.problem_if(case when (select bool_and(coalesce(c ~ '^\d{1,7}$', false)) from unnest(told.conciliation) c)
        then told.conciliation[1]::integer <> told.conciliation[2]::integer + told.conciliation[3]::integer + told.conciliation[4]::integer end,
        'conciliation_opened', 'conciliation_sum')])
  from told
$$;
comment on function app.security_result_problems(jsonb, date) is 'What is wrong with a year''s result as it would be stored.';

create function public.save_security_area_result(result jsonb, edited_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant constant uuid := app.record_id(result);
  stored app.security_area_results;
  wanted app.security_area_results;
  area app.security_areas;
  merged jsonb;
  taken app.security_area_results;
  written uuid;
begin
  select s.* into stored from app.security_area_results s where s.id = meant;
  select a.* into area from app.security_areas a where a.id::text = coalesce(stored.security_area_id::text, result ->> 'security_area_id');
  if area.id is null or (stored.id is null and edited_version is not null) then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không tìm thấy khu tự quản này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  -- Two people who enter the same year wait for each other.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(area.id::text, 0));
  select s.* into stored from app.security_area_results s where s.id = meant;
  merged := case when stored.id is null then '{"criteria": [null, null, null, null, null]}' else to_jsonb(stored) end || result
    || jsonb_build_object('id', meant, 'commune_id', area.commune_id, 'security_area_id', area.id);
  perform app.refuse_fields(app.security_result_problems(merged, area.registered_on));
  wanted := jsonb_populate_record(null::app.security_area_results, merged);
  wanted.version := stored.version;
  select s.* into taken from app.security_area_results s where s.security_area_id = area.id and s.year = wanted.year and s.id <> meant;
  if taken.id is not null then
    perform app.refuse_stale('security_area_results', result - 'id', to_jsonb(taken));
  end if;
  if stored.id is null then
    wanted.version := 1;
    insert into app.security_area_results select wanted.*;
  elsif wanted is distinct from stored then
    if edited_version is distinct from stored.version then
      perform app.refuse_stale('security_area_results', result - 'id', to_jsonb(stored));
    end if;
    update app.security_area_results s set year = wanted.year, assessed_on = wanted.assessed_on, criteria = wanted.criteria,
      households = wanted.households, households_signed = wanted.households_signed, drug_free = wanted.drug_free,
      conciliation_opened = wanted.conciliation_opened, conciliation_succeeded = wanted.conciliation_succeeded,
      conciliation_failed = wanted.conciliation_failed, conciliation_pending = wanted.conciliation_pending
    where s.id = meant and s.version = edited_version returning s.id into written;
    if written is null then
      perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,police}');
    end if;
  end if;
  return (select jsonb_build_object('id', s.id, 'version', s.version) from app.security_area_results s where s.id = meant);
end
$$;
comment on function public.save_security_area_result(jsonb, integer) is
  'Administrators, front officers and police: enters the result of a year or corrects it: {id (made by the client), security_area_id, year, assessed_on, criteria (five of true, false, null), households, households_signed, drug_free, conciliation_opened = _succeeded + _failed + _pending}. PT422 fields_with_errors, PT409 stale with both versions, also for a year that another entered; PT404 not_found, 42501.';

create function public.retire_security_area(id uuid, on_date date, reason text, edited_version integer) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  stored app.security_areas;
  why constant text := app.worded(retire_security_area.reason);
  written uuid;
begin
  select a.* into stored from app.security_areas a where a.id = retire_security_area.id;
  if stored.id is null then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không tìm thấy khu tự quản này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  perform app.refuse_fields((select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('reason', why, true, 200) p)
    || app.problems_as_list(array[
      app.problem_if(on_date is null, 'on_date', 'required'),
      app.problem_if(on_date > app.today(), 'on_date', 'in_future'),
      app.problem_if(on_date <= stored.registered_on, 'on_date', 'before_registration')]));
  if (stored.valid_to, stored.retired_reason::text) is distinct from (on_date, why) then
    if edited_version is distinct from stored.version then
      perform app.refuse_stale('security_areas', jsonb_build_object('valid_to', on_date, 'retired_reason', why), to_jsonb(stored) - 'geom');
    end if;
    update app.security_areas a set valid_to = on_date, retired_reason = why
    where a.id = stored.id and a.version = edited_version returning a.id into written;
    if written is null then
      perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,police}');
    end if;
  end if;
  return (select jsonb_build_object('id', a.id, 'version', a.version) from app.security_areas a where a.id = stored.id);
end
$$;
comment on function public.retire_security_area(uuid, date, text, integer) is
  'Administrators, front officers and police: an area is no more from a day on, with the reason; earlier days show it still. PT422, PT409 stale, PT404, 42501.';

create or replace function app.subject_of(content jsonb) returns text
language sql stable set search_path = '' as
$$
  select coalesce(content ->> 'name', content ->> 'display_name', content ->> 'title', content ->> 'key', left(content ->> 'text', 80),
    (select r.name from app.model_roads r where r.id = (content ->> 'model_road_id')::uuid),
    (select w.name from app.waste_points w where w.id = (content ->> 'waste_point_id')::uuid),
    (select a.name from app.security_areas a where a.id = (content ->> 'security_area_id')::uuid),
    (select c.name from app.cemeteries c where c.id = (content ->> 'cemetery_id')::uuid),
    (select coalesce(r.name, c.name, w.name) from app.care_records k
     left join app.model_roads r on r.id = k.model_road_id left join app.cemeteries c on c.id = k.cemetery_id
     left join app.waste_points w on w.id = k.waste_point_id where k.id = (content ->> 'care_record_id')::uuid),
    (select h.name from app.hamlets h where h.id = (content ->> 'hamlet_id')::uuid))
$$;

revoke execute on function app.security_area_problems(jsonb, text), app.security_result_problems(jsonb, date),
  public.save_security_area(jsonb, integer, uuid), public.save_security_area_result(jsonb, integer),
  public.retire_security_area(uuid, date, text, integer) from public;
grant execute on function app.security_area_problems(jsonb, text), app.security_result_problems(jsonb, date),
  public.save_security_area(jsonb, integer, uuid), public.save_security_area_result(jsonb, integer),
  public.retire_security_area(uuid, date, text, integer) to authenticated;
