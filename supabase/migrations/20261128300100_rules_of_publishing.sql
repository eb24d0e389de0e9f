-- How a commune publishes its counts of incidents: periods of one length, by hamlet or by cell, never both, and
-- whether visitors read them. The first two begin with a year that is still to come, so that no two periods of
-- different cut ever lie over each other.

alter table app.setting_definitions drop constraint setting_definitions_kind_check;
alter table app.setting_definitions add check (kind in ('criteria', 'count', 'due_days', 'choice'));
alter table app.setting_definitions
  add column choices text[],
  add column from_new_year boolean not null default false,
  add check ((kind = 'choice') = (choices is not null));
comment on column app.setting_definitions.kind is
  'criteria: a list of {code, name: {vi, en}}; count: a whole number; due_days: {due, overdue} in days; choice: one of choices, as a text.';
comment on column app.setting_definitions.from_new_year is
  'Whether a version may begin only on a 1 January that is still to come, and may not be taken back once it counts.';
create or replace view public.setting_definitions with (security_invoker = true) as
  select key, kind, default_value, minimum, maximum, position, choices, from_new_year from app.setting_definitions;

insert into app.setting_definitions (key, kind, default_value, minimum, maximum, position, choices, from_new_year) values
  ('publication_period', 'choice', '"quarter"', 1, 1, 20, '{month,quarter,half_year,year}', true),
  ('publication_parts', 'choice', '"hamlets"', 1, 1, 21, '{hamlets,cells}', true),
  ('publication_for_visitors', 'choice', '"no"', 1, 1, 22, '{no,yes}', false);

create or replace function app.setting_problems(key text, value jsonb) returns table (field text, code text, detail jsonb)
language plpgsql stable set search_path = '' as
$$
#variable_conflict use_column
declare
  known app.setting_definitions;
begin
  select d.* into known from app.setting_definitions d where d.key = setting_problems.key;
  if known.key is null then
    return query select 'key', 'choice_invalid', null::jsonb;
  elsif known.kind = 'choice' then
    return query select 'value', 'choice_invalid', null::jsonb
      where jsonb_typeof(setting_problems.value) is distinct from 'string' or not (setting_problems.value #>> '{}') = any (known.choices);
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

create function app.may_begin(key text, valid_from date) returns boolean
language sql stable set search_path = '' as
$$
  select not exists (select from app.setting_definitions d where d.key = may_begin.key and d.from_new_year)
    or (extract(month from may_begin.valid_from) = 1 and extract(day from may_begin.valid_from) = 1 and may_begin.valid_from > app.today())
$$;
comment on function app.may_begin(text, date) is
  'Whether a version of a setting may begin on a day, or be taken back that begins on it: some change with a year that is still to come alone.';

alter policy "administrators and front officers add versions of settings" on app.settings
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')) and app.may_begin(key, valid_from));
alter policy "administrators and front officers take back versions of settings" on app.settings
  using (commune_id in (select app.my_communes('{administrator,front_officer}')) and app.may_begin(key, valid_from));

create or replace function public.save_setting(setting jsonb, commune_id uuid default null) returns jsonb
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
    union all select 'valid_from', 'not_a_new_year', null
      where case when app.is_day(setting ->> 'valid_from') then not app.may_begin(setting ->> 'key', (setting ->> 'valid_from')::date) end
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

revoke execute on function app.may_begin(text, date) from public;
grant execute on function app.may_begin(text, date) to authenticated;
