-- What holds for members whatever door is used: who may add and change whom, and what never changes.

alter table app.members
  add column version integer not null default 1,
  add column joined_at timestamptz default now(),
  add column active_since timestamptz not null default now(),
  add constraint members_display_name_length check (length(display_name) <= 120),
  add unique (id, commune_id);
comment on column app.members.version is 'Counts the edits, so that two people who edit at once hear of each other.';
comment on column app.members.joined_at is 'When the person first set a password; null while only invited.';
comment on column app.members.active_since is 'Since when the account was last active without a break: an older code does not open it again.';

create policy "police read the police of their commune" on app.members for select to authenticated
  using (role = 'police' and commune_id in (select app.my_communes('{police}')));
create policy "administrators add members other than police" on app.members for insert to authenticated
  with check (role <> 'police' and commune_id in (select app.my_communes('{administrator}')));
create policy "police add police" on app.members for insert to authenticated
  with check (role = 'police' and commune_id in (select app.my_communes('{police}')));
create policy "administrators change members other than police" on app.members for update to authenticated
  using (role <> 'police' and commune_id in (select app.my_communes('{administrator}')))
  with check (role <> 'police' and commune_id in (select app.my_communes('{administrator}')));
create policy "police change police" on app.members for update to authenticated
  using (role = 'police' and commune_id in (select app.my_communes('{police}')))
  with check (role = 'police' and commune_id in (select app.my_communes('{police}')));
grant insert on app.members to authenticated;
-- Whose membership it is, and where, never changes.
grant update (role, organization_id, hamlet_id, display_name, active, version) on app.members to authenticated;

create function app.keep_member_rules() returns trigger
language plpgsql set search_path = '' as
$$
begin
  if (old.role = 'police') <> (new.role = 'police') then
    raise exception using errcode = 'PT403', hint = 'police_only',
      message = 'Vai trò Công an xã không đổi sang vai trò khác, và ngược lại. Hãy thêm một thành viên mới.';
  end if;
  if new.role <> old.role and old.user_id = auth.uid() then
    raise exception using errcode = 'PT403', hint = 'own_role', message = 'Không ai tự đổi vai trò của mình.';
  end if;
  if new.active and not old.active then
    new.active_since := now();
  end if;
  if old.role = 'administrator' and old.active and (new.role <> 'administrator' or not new.active) then
    -- One at a time in a commune: of two administrators who remove each other the second is the last.
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('administrators ' || old.commune_id));
    if not exists (
      select from app.members m
      where m.commune_id = old.commune_id and m.id <> old.id and m.role = 'administrator' and m.active and m.joined_at is not null
    ) then
      raise exception using errcode = 'PT409', hint = 'last_administrator',
        message = 'Đây là người quản trị cuối cùng của xã. Hãy thêm một người quản trị khác và chờ người đó đăng nhập trước.';
    end if;
  end if;
  return new;
end
$$;
comment on function app.keep_member_rules() is
  'Trigger: nobody becomes or ceases to be police, changes his own role, or takes away the last administrator who can sign in (PT403, PT409).';
revoke execute on function app.keep_member_rules() from public;
create trigger keep_member_rules before update on app.members for each row execute function app.keep_member_rules();

create table app.refused_attempts (
  id bigint generated always as identity primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  attempted_at timestamptz not null default clock_timestamp(),
  attempted_by uuid not null references auth.users (id) on delete cascade,
  attempted_by_name text not null,
  act text not null check (act in ('add', 'edit', 'reset', 'activate', 'deactivate')),
  reason text not null check (reason in ('police_only', 'administrators_only', 'own_role')),
  member_id uuid
);
comment on table app.refused_attempts is 'Who tried to do with members what he may not: appoint police, reset their password, raise his own role.';
comment on column app.refused_attempts.attempted_by_name is 'As he was called then: police do not read the names of others.';
create index refused_attempts_commune on app.refused_attempts (commune_id, attempted_at desc);
create index refused_attempts_attempted_by on app.refused_attempts (attempted_by);

alter table app.refused_attempts enable row level security;
create policy "members log their own refused attempts" on app.refused_attempts for insert to authenticated
  with check (attempted_by = (select auth.uid()) and commune_id in (select app.my_communes()));
create policy "police and administrators see refused attempts" on app.refused_attempts for select to authenticated
  using (commune_id in (select app.my_communes('{police,administrator}')));
grant select, insert on app.refused_attempts to authenticated;

create view public.refused_attempts with (security_invoker = true) as
  select id, commune_id, attempted_at, attempted_by, attempted_by_name, act, reason, member_id from app.refused_attempts;
grant select on public.refused_attempts to authenticated;

create function app.member_refusal(act text, of_commune uuid, member_role text) returns text
language sql stable set search_path = '' as
$$
  select case
    when member_role = 'police' and of_commune in (select app.my_communes('{police}')) then null
    -- Whoever steers the commune can end an account at once; only police open one to police matters.
    when member_role = 'police' and act = 'deactivate' and of_commune in (select app.my_communes('{administrator}')) then null
    when member_role = 'police' then 'police_only'
    when of_commune in (select app.my_communes('{administrator}')) then null
    else 'administrators_only'
  end
$$;
comment on function app.member_refusal(text, uuid, text) is
  'Why the caller may not do this (add, edit, reset, activate, deactivate) with a member of this role, or null where he may.';

create function app.refuse_and_log(act text, reason text, of_commune uuid, of_member uuid) returns jsonb
language plpgsql volatile set search_path = '' as
$$
begin
  insert into app.refused_attempts (commune_id, attempted_by, attempted_by_name, act, reason, member_id)
  values (of_commune, auth.uid(),
    coalesce((select m.display_name from app.members m where m.user_id = auth.uid() and m.commune_id = of_commune), ''),
    act, reason, of_member);
  -- An exception would take the log back with it: the refusal is an answer, in the form of an error.
  perform set_config('response.status', '403', true);
  return jsonb_build_object('code', 'PT403', 'hint', reason, 'details', null, 'message', case reason
    when 'police_only' then 'Chỉ Công an xã làm được việc này với tài khoản Công an. Lần thử này đã được ghi lại.'
    when 'own_role' then 'Không ai tự đổi vai trò của mình. Lần thử này đã được ghi lại.'
    else 'Chỉ người quản trị của xã làm được việc này. Lần thử này đã được ghi lại.' end);
end
$$;
comment on function app.refuse_and_log(text, text, uuid, uuid) is
  'Writes a refused attempt and answers with the refusal, which the API sends with status 403. Who is no member of the commune may not write its log and is refused by that (42501).';

revoke execute on function app.member_refusal(text, uuid, text), app.refuse_and_log(text, text, uuid, uuid) from public;
grant execute on function app.member_refusal(text, uuid, text), app.refuse_and_log(text, text, uuid, uuid) to authenticated;
