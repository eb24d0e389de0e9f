-- Sign-ins by phone or e-mail without any mail: an account is opened by who adds the member, and the person sets
-- the password with a one-time code.

create function public.sign_in_address(sign_in text) returns text
language sql immutable set search_path = '' as
$$
  select case
    when given.address ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then given.address
    -- Ten digits of a mobile number, eleven of a landline.
    when given.digits ~ '^((\+?84|0084)0?|0)(2\d{9}|[3-9]\d{8})$'
      then regexp_replace(given.digits, '^((\+?84|0084)0?|0)(?=[2-9])', '0') || '@phone.invalid'
  end
  from (select lower(normalize(trim(sign_in), NFC)) as address,
    regexp_replace(sign_in, E'[\\s\\u00a0.()/-]', '', 'g') as digits) given
$$;
comment on function public.sign_in_address(text) is
  'The address under which the sign-in service knows somebody: an e-mail address in small letters, or for a Vietnamese phone number (0912…, +84 912…, with spaces or dots) the number with 0 at @phone.invalid, a domain that can never exist (RFC 2606). Null for anything else.';

create function app.sign_in_of(address text) returns text
language sql immutable set search_path = '' as
$$ select regexp_replace(address, '@phone\.invalid$', '') $$;
comment on function app.sign_in_of(text) is 'The phone number or e-mail address behind the address of an account.';

create table app.one_time_codes (
  id uuid primary key default gen_random_uuid(),
  commune_id uuid not null references app.communes (id) on delete cascade,
  member_id uuid,
  purpose text not null check (purpose in ('set_password', 'first_police')),
  code_hash text not null unique,
  made_by uuid references auth.users (id) on delete set null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  used_at timestamptz,
  replaced_at timestamptz,
  check ((purpose = 'first_police') = (member_id is null)),
  foreign key (member_id, commune_id) references app.members (id, commune_id) on delete cascade
);
comment on table app.one_time_codes is
  'Codes with which a person sets a password, as SHA-256 only. Kept after use: who let whom in, and when.';
create index one_time_codes_commune on app.one_time_codes (commune_id);
create index one_time_codes_member on app.one_time_codes (member_id);
create index one_time_codes_made_by on app.one_time_codes (made_by);

alter table app.one_time_codes enable row level security;
create policy "administrators and police see that there are codes" on app.one_time_codes for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,police}')));
-- Never the hash.
grant select (id, commune_id, member_id, purpose, made_by, made_at, expires_at, used_at, replaced_at) on app.one_time_codes to authenticated;

create function app.accounts_of(of_commune uuid)
returns table (member_id uuid, sign_in text, last_sign_in_at timestamptz, is_shared boolean)
language sql stable security definer set search_path = '' as
$$
  select m.id, app.sign_in_of(u.email), u.last_sign_in_at,
    exists (select from app.members other where other.user_id = m.user_id and other.commune_id <> m.commune_id)
  from app.members m join auth.users u on u.id = m.user_id
  where m.commune_id = of_commune and (m.user_id = auth.uid()
    or m.commune_id in (select app.my_communes('{administrator}'))
    or m.role = 'police' and m.commune_id in (select app.my_communes('{police}')))
$$;
comment on function app.accounts_of(uuid) is
  'How members sign in and when they last did, for those who may read these members. Security definer: accounts are not readable. is_shared: the account belongs to another commune too.';

create function app.open_account(address text) returns uuid
language plpgsql volatile security definer set search_path = '' as
$$
declare
  person constant uuid := gen_random_uuid();
begin
  if not exists (select app.my_communes('{administrator,police}')) then
    raise exception using errcode = '42501', message = 'permission denied to open an account';
  end if;
  if exists (select from auth.users u where lower(u.email) = open_account.address) then
    raise unique_violation;
  end if;
  -- A password that nobody knows, until a code sets one.
  perform app.create_account(person, open_account.address, encode(extensions.gen_random_bytes(32), 'hex'));
  return person;
exception
  when unique_violation then
    raise exception using errcode = 'PT409', hint = 'sign_in_taken', message = 'Số điện thoại hoặc thư điện tử này đã có tài khoản.';
end
$$;
comment on function app.open_account(text) is
  'A new account nobody can sign in to yet. Security definer: nobody has a right to make accounts. An address that has an account is refused (PT409, sign_in_taken): adding somebody must never open the way into his account elsewhere.';

create function app.change_sign_in(of_member uuid, address text) returns void
language plpgsql volatile security definer set search_path = '' as
$$
declare
  known app.members;
begin
  select m.* into known from app.members m where m.id = of_member;
  if not found or app.member_refusal('edit', known.commune_id, known.role) is not null then
    raise exception using errcode = '42501', message = 'permission denied to change a sign-in';
  end if;
  if exists (select from app.members m where m.user_id = known.user_id and m.commune_id <> known.commune_id) then
    raise exception using errcode = 'PT409', hint = 'account_shared',
      message = 'Tài khoản này còn thuộc xã khác nên không đổi được ở đây.';
  end if;
  if exists (select from auth.users u where lower(u.email) = change_sign_in.address and u.id <> known.user_id) then
    raise unique_violation;
  end if;
  update auth.users set email = change_sign_in.address, updated_at = now() where id = known.user_id;
  update auth.identities set updated_at = now(),
      identity_data = (identity_data::jsonb || jsonb_build_object('email', change_sign_in.address))
    where user_id = known.user_id and provider = 'email';
exception
  when unique_violation then
    raise exception using errcode = 'PT409', hint = 'sign_in_taken', message = 'Số điện thoại hoặc thư điện tử này đã có tài khoản.';
end
$$;
comment on function app.change_sign_in(uuid, text) is
  'Another phone number or e-mail address for a member whom the caller may edit. Security definer: nobody has a right to change accounts. PT409: sign_in_taken, account_shared.';

create function app.switch_off_police(of_member uuid) returns void
language plpgsql volatile security definer set search_path = '' as
$$
begin
  update app.members m set active = false, version = m.version + 1
    where m.id = of_member and m.role = 'police' and m.commune_id in (select app.my_communes('{administrator}'));
end
$$;
comment on function app.switch_off_police(uuid) is
  'Makes a police member inactive for an administrator of the commune. Security definer: no policy lets an administrator change police, so that nothing but this can be.';

create function app.hash_of_code(code text) returns text
language sql immutable set search_path = '' as
$$ select encode(sha256(convert_to(upper(regexp_replace(coalesce(code, ''), '[^[:alnum:]]', '', 'g')), 'UTF8')), 'hex') $$;
comment on function app.hash_of_code(text) is 'What is kept of a one-time code: SHA-256 (hex) of its letters in upper case, without separators.';

create function app.make_code() returns text
language plpgsql volatile set search_path = '' as
$$
declare
  -- No letters or digits that look alike when read from a screen and typed.
  alphabet constant text := 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  letters text := '';
  byte integer;
begin
  while length(letters) < 16 loop
    byte := get_byte(extensions.gen_random_bytes(1), 0);
    -- 248 is 8 × 31: what lies above would make some letters likelier.
    if byte < 248 then
      letters := letters || substr(alphabet, byte % 31 + 1, 1);
    end if;
  end loop;
  return regexp_replace(letters, '(.{4})(?=.)', '\1-', 'g');
end
$$;
comment on function app.make_code() is 'A one-time code, ABCD-EFGH-JKMN-PQRS: 79 bits of chance.';

create function public.make_member_code(member_id uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as
$$
#variable_conflict use_column
declare
  known app.members;
  refusal text;
  code constant text := app.make_code();
  until_when timestamptz;
begin
  select m.* into known from app.members m
    where m.id = make_member_code.member_id and m.commune_id in (select app.my_communes()) for update;
  if not found then
    raise exception using errcode = '42501', message = 'permission denied to make a code';
  end if;
  refusal := app.member_refusal('reset', known.commune_id, known.role);
  if refusal is not null then
    return app.refuse_and_log('reset', refusal, known.commune_id, known.id);
  end if;
  if not known.active then
    raise exception using errcode = 'PT409', hint = 'member_switched_off',
      message = 'Tài khoản này đang ngừng. Hãy mở lại trước khi cấp mã.';
  end if;
  if exists (select from app.members m where m.user_id = known.user_id and m.commune_id <> known.commune_id) then
    raise exception using errcode = 'PT409', hint = 'account_shared',
      message = 'Tài khoản này còn thuộc xã khác nên không cấp lại mật khẩu được ở đây.';
  end if;
  update app.one_time_codes c set replaced_at = now() where c.member_id = known.id and c.used_at is null and c.replaced_at is null;
  insert into app.one_time_codes (commune_id, member_id, purpose, code_hash, made_by)
    values (known.commune_id, known.id, 'set_password', app.hash_of_code(code), auth.uid())
    returning expires_at into until_when;
  return jsonb_build_object('code', code, 'expires_at', until_when);
end
$$;
comment on function public.make_member_code(uuid) is
  'A one-time code with which a member sets a password within seven days; an earlier one no longer works. Only here is it to be read. Security definer: codes are written by nobody, and whether the account belongs elsewhere is for nobody to read. Refusals are logged (403); PT409: member_switched_off, account_shared.';

create function app.issue_police_code(commune_code text default null) returns text
language plpgsql volatile set search_path = '' as
$$
declare
  meant uuid[] := array(select c.id from app.communes c where commune_code is null or c.code = commune_code);
  code constant text := app.make_code();
begin
  if cardinality(meant) <> 1 then
    raise exception using errcode = 'PT400', hint = case cardinality(meant) when 0 then 'no_commune' else 'several_communes' end,
      message = 'Cần đúng một xã.';
  end if;
  if exists (select from app.members m where m.commune_id = meant[1] and m.role = 'police' and m.active) then
    raise exception using errcode = 'PT409', hint = 'has_police', message = 'Xã đã có Công an trên bản đồ.';
  end if;
  update app.one_time_codes c set replaced_at = now()
    where c.commune_id = meant[1] and c.purpose = 'first_police' and c.used_at is null and c.replaced_at is null;
  insert into app.one_time_codes (commune_id, purpose, code_hash) values (meant[1], 'first_police', app.hash_of_code(code));
  return code;
end
$$;
comment on function app.issue_police_code(text) is
  'Called by the server''s own process: the code that makes the first police member of a commune (by its five digits; null where there is one). PT409 has_police where there is an active one, PT400 no_commune or several_communes.';

create function app.live_code(code text) returns app.one_time_codes
language plpgsql stable set search_path = '' as
$$
declare
  found_code app.one_time_codes;
  holder app.members;
  problem text;
begin
  select c.* into found_code from app.one_time_codes c where c.code_hash = app.hash_of_code(code);
  select m.* into holder from app.members m where m.id = found_code.member_id;
  problem := case
    when found_code.id is null then 'code_wrong'
    when found_code.used_at is not null then 'code_used'
    when found_code.replaced_at is not null then 'code_replaced'
    when found_code.expires_at <= now() then 'code_expired'
    when holder.id is not null and (not holder.active or found_code.made_at < holder.active_since) then 'code_replaced'
    when found_code.purpose = 'first_police' and exists (
      select from app.members m where m.commune_id = found_code.commune_id and m.role = 'police' and m.active) then 'code_replaced'
  end;
  if problem is not null then
    raise exception using errcode = 'PT403', hint = problem, message = case problem
      when 'code_used' then 'Mã này đã được dùng. Nếu chính bạn vừa đặt mật khẩu, hãy đăng nhập.'
      when 'code_replaced' then 'Mã này không còn dùng được. Hãy hỏi người quản trị của xã mã mới nhất.'
      when 'code_expired' then 'Mã này đã quá hạn. Hãy hỏi người quản trị của xã một mã mới.'
      else 'Mã không đúng. Hãy xem lại từng chữ, hoặc quét lại mã QR.' end;
  end if;
  return found_code;
end
$$;
comment on function app.live_code(text) is
  'The code as kept, if it can still be used; else PT403 with hint code_wrong, code_used, code_replaced or code_expired.';

create function public.code_holder(code text) returns jsonb
language plpgsql stable security definer set search_path = '' as
$$
declare
  live constant app.one_time_codes := app.live_code(code);
begin
  return (
    select jsonb_build_object('purpose', live.purpose, 'commune', c.name, 'expires_at', live.expires_at,
      'display_name', m.display_name, 'sign_in', app.sign_in_of(u.email))
    from app.communes c
      left join app.members m on m.id = live.member_id
      left join auth.users u on u.id = m.user_id
    where c.id = live.commune_id
  );
end
$$;
comment on function public.code_holder(text) is
  'For whom a one-time code is, so that the person sees it before choosing a password. Security definer: the person is not signed in, and the code is the right. PT403: code_wrong, code_used, code_replaced, code_expired.';

create function app.member_of_police_code(of_commune uuid, person jsonb) returns uuid
language plpgsql volatile set search_path = '' as
$$
declare
  address constant text := public.sign_in_address(person ->> 'sign_in');
  called constant text := normalize(trim(coalesce(person ->> 'display_name', '')), NFC);
  account uuid;
  known uuid;
begin
  if length(called) not between 1 and 120 then
    raise exception using errcode = 'PT422', hint = 'display_name_invalid', message = 'Hãy ghi họ và tên.';
  end if;
  if address is null then
    raise exception using errcode = 'PT422', hint = 'sign_in_invalid', message = 'Hãy ghi số điện thoại hoặc thư điện tử.';
  end if;
  select u.id into account from auth.users u where lower(u.email) = address;
  if found then
    -- The only way back where the last police member lost the password: an inactive police account of this very commune.
    update app.members m set active = true, display_name = called, version = m.version + 1
      where m.user_id = account and m.commune_id = of_commune and m.role = 'police' and not m.active
        and not exists (select from app.members other where other.user_id = account and other.commune_id <> of_commune)
      returning m.id into known;
    if known is null then
      raise exception using errcode = 'PT409', hint = 'sign_in_taken', message = 'Số điện thoại hoặc thư điện tử này đã có tài khoản.';
    end if;
    return known;
  end if;
  account := gen_random_uuid();
  known := gen_random_uuid();
  perform app.create_account(account, address, encode(extensions.gen_random_bytes(32), 'hex'));
  insert into app.members (id, user_id, commune_id, role, organization_id, display_name, joined_at)
    values (known, account, of_commune, 'police',
      (select o.id from app.organizations o where o.commune_id = of_commune and o.code = 'police'), called, null);
  return known;
end
$$;
comment on function app.member_of_police_code(uuid, jsonb) is
  'Makes (or opens again) the police member whom the code from the server''s terminal is for. Called by redeem_code alone.';

create function public.redeem_code(code text, password text, person jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as
$$
declare
  live app.one_time_codes;
  holder uuid;
  account uuid;
begin
  -- The lock makes the code one-time even when it is sent twice at once.
  perform 1 from app.one_time_codes c where c.code_hash = app.hash_of_code(code) for update;
  live := app.live_code(code);
  if length(coalesce(password, '')) < 10 or octet_length(password) > 72 then
    raise exception using errcode = 'PT422', hint = 'password_length', message = 'Mật khẩu cần từ 10 đến 72 ký tự.';
  end if;
  holder := coalesce(live.member_id, app.member_of_police_code(live.commune_id, person));
  update app.one_time_codes c set used_at = now() where c.id = live.id;
  update app.members m set joined_at = now() where m.id = holder and m.joined_at is null;
  select m.user_id into account from app.members m where m.id = holder;
  update auth.users u set encrypted_password = extensions.crypt(password, extensions.gen_salt('bf', 10)), updated_at = now()
    where u.id = account;
  -- Whoever was signed in with the old password is out.
  delete from auth.sessions s where s.user_id = account;
  return (select jsonb_build_object('address', u.email) from auth.users u where u.id = account);
end
$$;
comment on function public.redeem_code(text, text, jsonb) is
  'Sets the password of whom the code is for, ends their sessions and answers with the address to sign in with; of the first police member it takes the name and sign-in too. Security definer: nobody has a right to set passwords; the code is the right. PT403 for a code that cannot be used, PT422: password_length, display_name_invalid, sign_in_invalid; PT409: sign_in_taken. A refusal costs no code.';

revoke execute on function public.sign_in_address(text), app.sign_in_of(text), app.accounts_of(uuid), app.open_account(text),
  app.change_sign_in(uuid, text), app.switch_off_police(uuid), app.hash_of_code(text), app.make_code(),
  public.make_member_code(uuid), app.issue_police_code(text), app.live_code(text), public.code_holder(text),
  app.member_of_police_code(uuid, jsonb), public.redeem_code(text, text, jsonb) from public;
grant execute on function public.sign_in_address(text), public.code_holder(text), public.redeem_code(text, text, jsonb)
  to anon, authenticated;
grant execute on function app.sign_in_of(text), app.accounts_of(uuid), app.open_account(text), app.change_sign_in(uuid, text),
  app.switch_off_police(uuid), public.make_member_code(uuid) to authenticated;
