-- The verbs of care. Ids are the client's, made on a phone that may be without a signal: whatever is sent twice is
-- stored once, whatever is taken back twice is gone once.

create function app.photo_problems(photos jsonb) returns jsonb
language sql immutable set search_path = '' as
$$
  select case when photos is null or photos = 'null' then '[]'
    when jsonb_typeof(photos) <> 'array' or jsonb_array_length(photos) > 12 then jsonb_build_array(app.problem_if(true, 'photos', 'too_many', '{"most": 12}'))
    else (
      select coalesce(jsonb_agg(app.problem_if(true, 'photos', 'choice_invalid')), '[]') from jsonb_array_elements(photos) p
      where coalesce(p ->> 'id', '') !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        or coalesce(p ->> 'moment', 'before') not in ('before', 'after')
        or not coalesce((p ->> 'width')::integer between 1 and 1600 and (p ->> 'height')::integer between 1 and 1600, false)
        or p ->> 'taken_at' is not null and not coalesce(app.is_instant(p ->> 'taken_at'), false)
    ) end
$$;
comment on function app.photo_problems(jsonb) is 'What is wrong with the photos that a record of care names: more than twelve, or one without id and size.';

create or replace function public.record_care(record jsonb) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  care_id constant uuid := app.record_id(record);
  stored app.care_records;
  subject record;
  problems jsonb;
  organization uuid;
  is_officer boolean;
begin
  select c.* into stored from app.care_records c where c.id = care_id;
  if found then
    return jsonb_build_object('id', stored.id, 'state', stored.state, 'version', stored.version, 'now', now());
  end if;
  select s.* into subject from (
    select 'model_road_id' as field, r.id, r.commune_id, r.organization_id from app.model_roads r where r.id::text = record ->> 'model_road_id'
    union all select 'cemetery_id', c.id, c.commune_id, c.organization_id from app.cemeteries c where c.id::text = record ->> 'cemetery_id'
    union all select 'waste_point_id', w.id, w.commune_id, w.organization_id from app.waste_points w where w.id::text = record ->> 'waste_point_id'
  ) s;
  select jsonb_agg(to_jsonb(p) || '{"level": "error"}') into problems from (
    select 'subject' as field, 'required' as code, null::jsonb as detail where subject.id is null
    union all select 'done_on', 'date_invalid', null where not coalesce(app.is_day(record ->> 'done_on'), false)
    union all select 'done_on', 'in_future', null where case when app.is_day(record ->> 'done_on') then (record ->> 'done_on')::date > app.today() end
    union all select 'stretch', 'number_out_of_range', jsonb_build_object('minimum', 0, 'maximum', 1)
      where coalesce((record ->> 'stretch_from')::numeric, 0) < 0 or coalesce((record ->> 'stretch_to')::numeric, 1) > 1
        or coalesce((record ->> 'stretch_to')::numeric, 1) <= coalesce((record ->> 'stretch_from')::numeric, 0)
        or subject.field <> 'model_road_id' and coalesce((record ->> 'stretch_from')::numeric, 0) + 1 - coalesce((record ->> 'stretch_to')::numeric, 1) > 0
    union all select 'people', 'number_out_of_range', jsonb_build_object('minimum', 1, 'maximum', 10000) where not coalesce((record ->> 'people')::numeric between 1 and 10000, true)
    union all select 'note', 'too_long', null where length(record ->> 'note') > 500
    union all select 'note', 'markup', null where record ->> 'note' ~ '[<>]'
    union all select 'noted_at', 'date_invalid', null where record ->> 'noted_at' is not null and not coalesce(app.is_instant(record ->> 'noted_at'), false)
    union all select 'criteria', 'choice_invalid', null where coalesce(jsonb_typeof(record -> 'criteria'), 'null') not in ('object', 'null')
      or exists (select from jsonb_each(case when jsonb_typeof(record -> 'criteria') = 'object' then record -> 'criteria' else '{}' end) c where jsonb_typeof(c.value) <> 'boolean')
    union all select p ->> 'field', p ->> 'code', p -> 'detail' from jsonb_array_elements(app.photo_problems(record -> 'photos')) p
  ) p;
  perform app.refuse_fields(coalesce(problems, '[]'));
  is_officer := subject.commune_id in (select app.my_communes('{administrator,front_officer}'));
  organization := coalesce((select o from app.my_organizations() o where o = subject.organization_id), case when is_officer then subject.organization_id end);
  if not is_officer and organization is null then
    raise exception using errcode = '42501', message = 'Mục này do tổ chức khác chăm sóc. Chưa ghi gì; hãy báo cán bộ Mặt trận xã nếu việc này là của tổ chức bạn.';
  end if;
  insert into app.care_records (id, commune_id, model_road_id, cemetery_id, waste_point_id, organization_id, done_on, stretch_from, stretch_to, people, criteria, note, noted_at, done_by)
  values (care_id, subject.commune_id, case when subject.field = 'model_road_id' then subject.id end, case when subject.field = 'cemetery_id' then subject.id end,
    case when subject.field = 'waste_point_id' then subject.id end, organization, (record ->> 'done_on')::date,
    coalesce((record ->> 'stretch_from')::numeric, 0), coalesce((record ->> 'stretch_to')::numeric, 1), (record ->> 'people')::integer,
    nullif(record -> 'criteria', 'null'), app.worded(record ->> 'note'), (record ->> 'noted_at')::timestamptz,
    -- What a phone could not send itself, an officer hands in for its person.
    coalesce((select a.user_id from public.change_authors(subject.commune_id) a where is_officer and a.user_id::text = record ->> 'done_by' limit 1), auth.uid()))
  returning * into stored;
  insert into app.photos (id, commune_id, care_record_id, moment, width, height, taken_at, geom)
  select p.id, stored.commune_id, stored.id, p.moment, p.width, p.height, p.taken_at, extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(p.geometry::text), 4326)
  from jsonb_to_recordset(coalesce(nullif(record -> 'photos', 'null'), '[]')) as p (id uuid, moment text, width integer, height integer, taken_at timestamptz, geometry jsonb);
  return jsonb_build_object('id', stored.id, 'state', stored.state, 'version', stored.version, 'now', now());
end
$$;
comment on function public.record_care(jsonb) is
  'Writes down that a road, cemetery or waste point was cared for: {id (made by the client), one of model_road_id, cemetery_id, waste_point_id, done_on, stretch_from and stretch_to (fractions of a road), people, criteria, note, noted_at (the phone''s time), photos [{id, moment, width, height, taken_at, geometry}], done_by (an officer hands in what somebody else recorded)}. Sent twice it is stored once. Answers with the server''s time. PT422 fields_with_errors, 42501 where another organization looks after it.';

create function public.take_back_care(id uuid) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
begin
  delete from app.care_records c where c.id = take_back_care.id;
  if exists (select from app.care_records c where c.id = take_back_care.id) then
    raise exception using errcode = '42501', message = 'Chỉ người đã ghi hoặc cán bộ Mặt trận xã được rút lại lần chăm sóc này. Chưa thay đổi gì.';
  end if;
  return jsonb_build_object('id', take_back_care.id, 'state', 'taken_back');
end
$$;
comment on function public.take_back_care(uuid) is
  'Takes back a record of care with its photos: whoever recorded it, or an officer. The change log keeps it. Asked twice, or of what was never stored, it answers the same. 42501.';

create function public.keep_photo(id uuid, bytes integer) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  stored app.photos;
begin
  update app.photos p set bytes = keep_photo.bytes, stored_at = now() where p.id = keep_photo.id and p.stored_at is null;
  select p.* into stored from app.photos p where p.id = keep_photo.id;
  if stored.id is null then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không tìm thấy lần chăm sóc của ảnh này: có thể nó đã được rút lại.';
  elsif stored.stored_at is null then
    raise exception using errcode = '42501', message = 'Chỉ người đã ghi hoặc cán bộ Mặt trận xã được gửi ảnh này.';
  end if;
  return jsonb_build_object('id', stored.id, 'version', stored.version);
end
$$;
comment on function public.keep_photo(uuid, integer) is
  'Says that the picture of a photo lies in the storage service, and how many bytes it has (1 to 307200). Said twice it answers the same. PT404 not_found, 42501.';

create function public.save_rota(duty jsonb) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  duty_id constant uuid := app.record_id(duty);
  called constant text := app.worded(duty ->> 'team');
  is_day constant boolean := coalesce(app.is_day(duty ->> 'week'), false);
  road app.model_roads;
begin
  select r.* into road from app.model_roads r where r.id::text = duty ->> 'model_road_id';
  perform app.refuse_fields((select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('team', called, true, 120) p)
    || app.problems_as_list(array[app.problem_if(road.id is null, 'model_road_id', 'required'),
      app.problem_if(not is_day, 'week', 'date_invalid')]));
  if road.commune_id not in (select app.my_communes('{administrator,front_officer}')) and not coalesce(road.organization_id in (select app.my_organizations()), false) then
    raise exception using errcode = '42501', message = 'Tuyến này do tổ chức khác chăm sóc nên bạn không phân công được. Chưa ghi gì.';
  end if;
  insert into app.care_rota (id, commune_id, model_road_id, organization_id, week, team)
  values (duty_id, road.commune_id, road.id, road.organization_id, date_trunc('week', (duty ->> 'week')::date)::date, called)
  on conflict do nothing;
  return jsonb_build_object('id', duty_id);
end
$$;
comment on function public.save_rota(jsonb) is
  'Says which team is to look after a road in the week of a day: {id, model_road_id, week (any day of it), team}. Said twice it stands once. PT422 fields_with_errors, 42501 where another organization looks after it.';

create function public.remove_rota(id uuid) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
begin
  delete from app.care_rota d where d.id = remove_rota.id;
  if exists (select from app.care_rota d where d.id = remove_rota.id) then
    raise exception using errcode = '42501', message = 'Tuyến này do tổ chức khác chăm sóc nên bạn không bỏ phân công được. Chưa thay đổi gì.';
  end if;
  return jsonb_build_object('id', remove_rota.id);
end
$$;
comment on function public.remove_rota(uuid) is 'Takes a duty out of the rota. Asked twice it answers the same. 42501.';

revoke execute on function app.photo_problems(jsonb), public.take_back_care(uuid), public.keep_photo(uuid, integer), public.save_rota(jsonb), public.remove_rota(uuid) from public;
grant execute on function app.photo_problems(jsonb), public.take_back_care(uuid), public.keep_photo(uuid, integer), public.save_rota(jsonb), public.remove_rota(uuid) to authenticated;

-- The log calls care, its photos and duties by what they are about.
create or replace function app.subject_of(content jsonb) returns text
language sql stable set search_path = '' as
$$
  select coalesce(content ->> 'name', content ->> 'display_name', content ->> 'title', content ->> 'key', left(content ->> 'text', 80),
    (select r.name from app.model_roads r where r.id = (content ->> 'model_road_id')::uuid),
    (select w.name from app.waste_points w where w.id = (content ->> 'waste_point_id')::uuid),
    (select c.name from app.cemeteries c where c.id = (content ->> 'cemetery_id')::uuid),
    (select coalesce(r.name, c.name, w.name) from app.care_records k
     left join app.model_roads r on r.id = k.model_road_id left join app.cemeteries c on c.id = k.cemetery_id
     left join app.waste_points w on w.id = k.waste_point_id where k.id = (content ->> 'care_record_id')::uuid),
    (select h.name from app.hamlets h where h.id = (content ->> 'hamlet_id')::uuid))
$$;
