-- Thresholds, lists and intervals are versioned settings, never constants.

create table app.settings (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  key text not null check (key ~ '^[a-z_]+$'),
  value jsonb not null,
  legal_basis text,
  valid_from date not null,
  confirmed boolean not null default false,
  unique (commune_id, key, valid_from)
);
comment on table app.settings is 'Versions of the commune''s settings: at a date the latest valid_from not after it counts.';
comment on column app.settings.confirmed is 'False: nobody has confirmed it against its legal basis yet ("chưa xác nhận").';
create trigger log_change after insert or update or delete on app.settings for each row execute function app.log_change();

alter table app.settings enable row level security;
create policy "settings are read with their commune" on app.settings for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
grant select on app.settings to anon, authenticated, service_role;

create function app.setting_on(key text, as_of date, of_commune uuid) returns jsonb
language sql stable set search_path = '' as
$$
  select s.value from app.settings s
  where s.key = setting_on.key and s.commune_id = of_commune and s.valid_from <= as_of
  order by s.valid_from desc limit 1
$$;
comment on function app.setting_on(text, date, uuid) is 'Value of a setting at a date, null when none was valid yet.';
revoke execute on function app.setting_on(text, date, uuid) from public;
grant execute on function app.setting_on(text, date, uuid) to anon, authenticated, service_role;

create view public.settings with (security_invoker = true) as
  select id, commune_id, key, value, legal_basis, valid_from, confirmed from app.settings;
grant select on public.settings to anon, authenticated, service_role;
