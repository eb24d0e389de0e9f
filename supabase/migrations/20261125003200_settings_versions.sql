-- The commune's settings as people keep them: each known one has a kind that says what may stand in it, and
-- every change is a new version with its legal basis and the day from which it counts.

create table app.setting_definitions (
  key text primary key check (key ~ '^[a-z_]+$'),
  kind text not null check (kind in ('criteria', 'count', 'due_days')),
  default_value jsonb,
  minimum integer not null,
  maximum integer not null check (maximum >= minimum),
  position smallint not null unique
);
comment on table app.setting_definitions is 'The settings that the program knows.';
comment on column app.setting_definitions.kind is
  'criteria: a list of {code, name: {vi, en}}; count: a whole number; due_days: {due, overdue} in days.';
comment on column app.setting_definitions.default_value is
  'What counts until the commune has a version of its own; nobody has confirmed it. Null: then nothing counts.';
comment on column app.setting_definitions.minimum is 'Smallest whole number that may stand in it (with maximum, the greatest); for criteria their number.';
alter table app.setting_definitions enable row level security;
create policy "everyone reads what settings there are" on app.setting_definitions for select to anon, authenticated using (true);
grant select on app.setting_definitions to anon, authenticated, service_role;
create view public.setting_definitions with (security_invoker = true) as
  select key, kind, default_value, minimum, maximum, position from app.setting_definitions;
grant select on public.setting_definitions to anon, authenticated, service_role;

insert into app.setting_definitions (key, kind, default_value, minimum, maximum, position) values
  ('model_road_criteria', 'criteria', null, 1, 20, 1),
  ('model_roads_per_hamlet', 'count', '1', 1, 50, 2),
  ('care_interval_days', 'due_days', '{"due": 30, "overdue": 45}', 1, 366, 3);

create or replace function app.setting_on(key text, as_of date, of_commune uuid) returns jsonb
language sql stable set search_path = '' as
$$
  select coalesce(
    (select s.value from app.settings s
     where s.key = setting_on.key and s.commune_id = of_commune and s.valid_from <= as_of
     order by s.valid_from desc limit 1),
    (select d.default_value from app.setting_definitions d where d.key = setting_on.key))
$$;
comment on function app.setting_on(text, date, uuid) is
  'Value of a setting at a date: the commune''s latest version by then, else the program''s default, null where there is neither.';

create policy "administrators and front officers add versions of settings" on app.settings for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers confirm settings" on app.settings for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant insert on app.settings to authenticated;
-- What a version says is never written over: only whether it was confirmed, and against what.
grant update (confirmed, legal_basis) on app.settings to authenticated;

create function app.setting_problems(key text, value jsonb) returns table (field text, code text, detail jsonb)
language plpgsql stable set search_path = '' as
$$
#variable_conflict use_column
declare
  known app.setting_definitions;
begin
  select d.* into known from app.setting_definitions d where d.key = setting_problems.key;
  if known.key is null then
    return query select 'key', 'choice_invalid', null::jsonb;
  elsif known.kind = 'criteria' then
    return query select * from app.criteria_problems(setting_problems.value, known.minimum, known.maximum);
  elsif known.kind = 'count' then
    return query select 'value', 'number_out_of_range', jsonb_build_object('minimum', known.minimum, 'maximum', known.maximum)
      where not app.is_whole(setting_problems.value, known.minimum, known.maximum);
  else
    return query select part.name, 'number_out_of_range', jsonb_build_object('minimum', known.minimum, 'maximum', known.maximum)
      from unnest(array['due', 'overdue']) part (name)
      where not app.is_whole(setting_problems.value -> part.name, known.minimum, known.maximum);
    return query select 'overdue', 'not_after_due', null::jsonb
      where app.is_whole(setting_problems.value -> 'due', known.minimum, known.maximum)
        and app.is_whole(setting_problems.value -> 'overdue', known.minimum, known.maximum)
        and (setting_problems.value ->> 'overdue')::numeric <= (setting_problems.value ->> 'due')::numeric;
  end if;
end
$$;
comment on function app.setting_problems(text, jsonb) is
  'What is wrong with the value of a known setting, field by field; nothing when it may be stored. A field of a criterion is named criteria.<row from 1>.<vi or en>.';

create function app.is_whole(value jsonb, minimum integer, maximum integer) returns boolean
language sql immutable set search_path = '' as
$$
  select case when jsonb_typeof(value) = 'number'
    then (value #>> '{}')::numeric % 1 = 0 and (value #>> '{}')::numeric between minimum and maximum else false end
$$;
comment on function app.is_whole(jsonb, integer, integer) is 'Whether a value is a whole number from minimum to maximum, both included.';

create function app.criteria_problems(criteria jsonb, fewest integer, most integer) returns table (field text, code text, detail jsonb)
language sql immutable set search_path = '' as
$$
  select 'value', 'criteria_count', jsonb_build_object('minimum', fewest, 'maximum', most)
  where case when jsonb_typeof(criteria) = 'array' then jsonb_array_length(criteria) not between fewest and most else true end
  union all
  select 'criteria.' || c.position || '.' || part.name,
    case when coalesce(trim(c.criterion #>> array['name', part.name]), '') = '' then 'required'
      when length(c.criterion #>> array['name', part.name]) > 80 then 'too_long' else 'markup' end, null
  from jsonb_array_elements(case when jsonb_typeof(criteria) = 'array' then criteria else '[]' end) with ordinality c (criterion, position)
  cross join unnest(array['vi', 'en']) part (name)
  where coalesce(trim(c.criterion #>> array['name', part.name]), '') = '' or length(c.criterion #>> array['name', part.name]) > 80
    or c.criterion #>> array['name', part.name] ~ '[<>]'
  union all
  select 'criteria.' || c.position || '.vi', 'code_invalid', null
  from jsonb_array_elements(case when jsonb_typeof(criteria) = 'array' then criteria else '[]' end) with ordinality c (criterion, position)
  where coalesce(c.criterion ->> 'code', '') !~ '^[a-z][a-z0-9_]{0,39}$'
  union all
  -- Two criteria of one code would be assessed by one answer; two of one name could not be told apart.
  select 'criteria.' || max(c.position) || '.vi', 'same_name_twice', null
  from jsonb_array_elements(case when jsonb_typeof(criteria) = 'array' then criteria else '[]' end) with ordinality c (criterion, position)
  cross join lateral (values ('code', c.criterion ->> 'code'), ('name', app.name_key(c.criterion #>> '{name,vi}'))) same (what, word)
  where coalesce(same.word, '') <> ''
  group by same.what, same.word having count(*) > 1
$$;
comment on function app.criteria_problems(jsonb, integer, integer) is 'What is wrong with a list of criteria: their number, empty or overlong names, codes, doubles.';

create function public.save_setting(setting jsonb, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  commune constant uuid := app.resolve_commune(save_setting.commune_id);
  new_id constant uuid := (setting ->> 'id')::uuid;
  basis constant text := nullif(normalize(trim(setting ->> 'legal_basis'), NFC), '');
  is_confirmed constant boolean := coalesce((setting ->> 'confirmed')::boolean, false);
  problems jsonb;
  stored app.settings;
begin
  if new_id is null then
    raise exception using errcode = 'PT400', message = 'Thiếu mã của phiên bản.';
  end if;
  if auth.uid() is null or commune not in (select app.my_communes('{administrator,front_officer}')) then
    raise exception using errcode = '42501', message = 'Chỉ quản trị và cán bộ Mặt trận của xã được sửa quy định.';
  end if;
  select jsonb_agg(jsonb_build_object('field', p.field, 'code', p.code, 'detail', p.detail)) into problems from (
    select * from app.setting_problems(setting ->> 'key', setting -> 'value')
    union all select 'valid_from', 'date_invalid', null where not coalesce(app.is_day(setting ->> 'valid_from'), false)
    union all select 'legal_basis', 'too_long', null where length(basis) > 300
    union all select 'legal_basis', 'markup', null where basis ~ '[<>]'
    union all select 'legal_basis', 'required', null where basis is null and is_confirmed
  ) p;
  if problems is not null then
    raise exception using errcode = 'PT422', hint = 'fields_with_errors', detail = jsonb_build_object('fields', problems)::text,
      message = 'Có ô chưa đúng nên chưa lưu gì. Hãy sửa các ô được đánh dấu.';
  end if;
  insert into app.settings (id, commune_id, key, value, legal_basis, valid_from, confirmed)
  values (new_id, commune, setting ->> 'key', setting -> 'value', basis, (setting ->> 'valid_from')::date, is_confirmed)
  on conflict do nothing;
  select s.* into stored from app.settings s
  where s.commune_id = commune and s.key = setting ->> 'key' and s.valid_from = (setting ->> 'valid_from')::date;
  if stored.id is distinct from new_id then
    if stored.id is null then
      raise exception using errcode = 'PT409', hint = 'id_taken', message = 'Mã của phiên bản đã dùng cho quy định khác. Chưa lưu gì; hãy thử lại.';
    end if;
    raise exception using errcode = 'PT409', hint = 'day_taken', detail = (to_jsonb(stored) - 'commune_id')::text,
      message = 'Đã có phiên bản của quy định này từ đúng ngày đó. Chưa lưu gì; hãy chọn ngày khác, hoặc hoàn tác phiên bản kia trong nhật ký thay đổi.';
  end if;
  return to_jsonb(stored);
end
$$;
comment on function public.save_setting(jsonb, uuid) is
  'Adds a version of a known setting: {id (made by the client), key, value, legal_basis, valid_from (YYYY-MM-DD), confirmed}; answers with it. Sent twice it is stored once. PT422 fields_with_errors, PT409 day_taken with the version of that day: nothing is ever written over.';

create function public.confirm_setting(id uuid, legal_basis text) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  basis constant text := nullif(normalize(trim(confirm_setting.legal_basis), NFC), '');
  stored app.settings;
begin
  if basis is null or length(basis) > 300 or basis ~ '[<>]' then
    raise exception using errcode = 'PT422', hint = 'fields_with_errors', message = 'Hãy ghi căn cứ, không quá 300 ký tự, không dùng dấu < >.',
      detail = jsonb_build_object('fields', jsonb_build_array(jsonb_build_object('field', 'legal_basis',
        'code', case when basis is null then 'required' when length(basis) > 300 then 'too_long' else 'markup' end)))::text;
  end if;
  if not exists (select 1 from app.settings s where s.id = confirm_setting.id
    and s.commune_id in (select app.my_communes('{administrator,front_officer}'))) then
    raise exception using errcode = '42501', message = 'Chỉ quản trị và cán bộ Mặt trận của xã được xác nhận quy định.';
  end if;
  update app.settings s set confirmed = true, legal_basis = basis where s.id = confirm_setting.id returning s.* into stored;
  return to_jsonb(stored);
end
$$;
comment on function public.confirm_setting(uuid, text) is
  'Says that a version was checked against its legal basis; what it says stays. PT422 without a legal basis.';

revoke execute on function app.setting_problems(text, jsonb), app.is_whole(jsonb, integer, integer),
  app.criteria_problems(jsonb, integer, integer), public.save_setting(jsonb, uuid), public.confirm_setting(uuid, text) from public;
grant execute on function app.setting_problems(text, jsonb), app.is_whole(jsonb, integer, integer),
  app.criteria_problems(jsonb, integer, integer), public.save_setting(jsonb, uuid), public.confirm_setting(uuid, text) to authenticated;
