-- The members' page: who is there, adding and editing, switching off and on.

create function app.member_card(member_id uuid) returns jsonb
language sql stable set search_path = '' as
$$
  select jsonb_build_object('id', m.id, 'display_name', m.display_name, 'sign_in', a.sign_in, 'role', m.role,
    'organization_id', m.organization_id, 'hamlet_id', m.hamlet_id, 'active', m.active, 'version', m.version)
  from app.members m join app.accounts_of(m.commune_id) a on a.member_id = m.id
  where m.id = member_card.member_id
$$;
comment on function app.member_card(uuid) is 'A member as the form shows it, for those who may read it.';

create function public.list_members(commune_id uuid default null)
returns table (id uuid, display_name text, sign_in text, role text, organization_id uuid, hamlet_id uuid, active boolean,
  version integer, joined_at timestamptz, last_sign_in_at timestamptz, code_expires_at timestamptz, is_own boolean, acts text[])
language sql stable set search_path = '' as
$$
  select m.id, m.display_name, a.sign_in, m.role, m.organization_id, m.hamlet_id, m.active, m.version, m.joined_at,
    a.last_sign_in_at,
    (select max(c.expires_at) from app.one_time_codes c
      where c.member_id = m.id and c.used_at is null and c.replaced_at is null and c.expires_at > now()),
    m.user_id = auth.uid(),
    array(
      select act from unnest('{edit,reset,activate,deactivate}'::text[]) act
      where app.member_refusal(act, m.commune_id, m.role) is null
        and case act when 'activate' then not m.active when 'deactivate' then m.active when 'reset' then m.active and not a.is_shared else true end)
  from app.members m join app.accounts_of(app.resolve_commune(list_members.commune_id)) a on a.member_id = m.id
  where m.commune_id = app.resolve_commune(list_members.commune_id)
  order by m.id
$$;
comment on function public.list_members(uuid) is
  'The members of a commune whom the caller may read (administrators: all; police: police; others: themselves), how they sign in, when they last did, and what the caller may do with each (acts).';

create function app.check_member(member jsonb, of_commune uuid) returns void
language plpgsql stable set search_path = '' as
$$
declare
  problem text := case
    when length(trim(coalesce(member ->> 'display_name', ''))) not between 1 and 120 then 'display_name_invalid'
    when public.sign_in_address(member ->> 'sign_in') is null then 'sign_in_invalid'
    when coalesce(member ->> 'role', '') not in ('administrator', 'front_officer', 'leader', 'association', 'hamlet_committee', 'police')
      then 'role_missing'
    when member ->> 'role' = 'association' and member ->> 'organization_id' is null then 'organization_missing'
    when member ->> 'role' = 'hamlet_committee' and member ->> 'hamlet_id' is null then 'hamlet_missing'
    when member ->> 'organization_id' is not null and not exists (
      select from app.organizations o where o.id = (member ->> 'organization_id')::uuid and o.commune_id = of_commune) then 'organization_missing'
    when member ->> 'hamlet_id' is not null and not exists (
      select from app.hamlets h where h.id = (member ->> 'hamlet_id')::uuid and h.commune_id = of_commune) then 'hamlet_missing'
  end;
begin
  if problem is null then
    return;
  end if;
  raise exception using errcode = 'PT422', hint = problem, message = case problem
    when 'display_name_invalid' then 'Họ và tên cần từ 1 đến 120 ký tự.'
    when 'sign_in_invalid' then 'Hãy ghi số điện thoại (ví dụ 0912 345 678) hoặc thư điện tử (ví dụ ten@xa.gov.vn).'
    when 'role_missing' then 'Hãy chọn vai trò.'
    when 'organization_missing' then 'Hãy chọn tổ chức.'
    else 'Hãy chọn thôn.' end;
end
$$;
comment on function app.check_member(jsonb, uuid) is
  'Refuses what no member can be: PT422 with the hint display_name_invalid, sign_in_invalid, role_missing, organization_missing or hamlet_missing.';

create function public.save_member(member jsonb, version integer default null, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant constant uuid := (member ->> 'id')::uuid;
  address constant text := public.sign_in_address(member ->> 'sign_in');
  commune uuid;
  known app.members;
  card jsonb;
  refusal text;
begin
  -- Sent twice at once: the second waits for the first, and then finds what it made.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(meant::text, 0));
  select m.* into known from app.members m where m.id = meant;
  commune := coalesce(known.commune_id, app.resolve_commune(save_member.commune_id));
  refusal := coalesce(
    app.member_refusal('edit', commune, known.role),
    app.member_refusal('edit', commune, member ->> 'role'),
    case when known.user_id = auth.uid() and known.role <> member ->> 'role' then 'own_role' end);
  -- Who is nobody yet has no role that could stand in the way.
  if known.id is null then
    refusal := app.member_refusal('add', commune, coalesce(member ->> 'role', ''));
  end if;
  if refusal is not null then
    return app.refuse_and_log(case when known.id is null then 'add' else 'edit' end, refusal, commune, meant);
  end if;
  -- Sent twice by an impatient finger: made already.
  if known.id is not null and save_member.version is null then
    return app.member_card(meant);
  end if;
  perform app.check_member(member, commune);
  if known.id is null then
    if save_member.version is not null then
      raise exception using errcode = 'PT404', hint = 'member_unknown', message = 'Không còn người này trong danh sách.';
    end if;
    insert into app.members (id, user_id, commune_id, role, organization_id, hamlet_id, display_name, joined_at)
    values (meant, app.open_account(address), commune, member ->> 'role', (member ->> 'organization_id')::uuid,
      (member ->> 'hamlet_id')::uuid, normalize(trim(member ->> 'display_name'), NFC), null);
    return app.member_card(meant);
  end if;
  card := app.member_card(meant);
  update app.members m set role = member ->> 'role', organization_id = (member ->> 'organization_id')::uuid,
      hamlet_id = (member ->> 'hamlet_id')::uuid, display_name = normalize(trim(member ->> 'display_name'), NFC),
      version = m.version + 1
    where m.id = meant and m.version = save_member.version;
  if not found then
    perform app.raise_stale(member, app.member_card(meant));
  end if;
  if address <> public.sign_in_address(card ->> 'sign_in') then
    perform app.change_sign_in(meant, address);
  end if;
  return app.member_card(meant);
end
$$;
comment on function public.save_member(jsonb, integer, uuid) is
  'Adds a member (version null; the id is the caller''s, so sent twice it is made once) or edits the version that the caller has seen: display_name, sign_in (phone or e-mail), role, organization_id, hamlet_id. Administrators for all but police, police for police; other attempts are logged and answered 403. PT409: stale (both versions in the details), sign_in_taken, last_administrator, account_shared; PT422: see app.check_member.';

create function public.set_member_active(member_id uuid, active boolean, version integer) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  act constant text := case when set_member_active.active then 'activate' else 'deactivate' end;
  known app.members;
  refusal text;
begin
  -- Sent twice at once: the second waits, and then finds it done.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(set_member_active.member_id::text, 0));
  select m.* into known from app.members m where m.id = set_member_active.member_id;
  if not found then
    raise exception using errcode = 'PT404', hint = 'member_unknown', message = 'Không còn người này trong danh sách.';
  end if;
  refusal := app.member_refusal(act, known.commune_id, known.role);
  if refusal is not null then
    return app.refuse_and_log(act, refusal, known.commune_id, known.id);
  end if;
  if known.active = set_member_active.active then
    return app.member_card(known.id);
  end if;
  if known.version <> set_member_active.version then
    perform app.raise_stale(jsonb_build_object('active', set_member_active.active), app.member_card(known.id));
  end if;
  if app.member_refusal('edit', known.commune_id, known.role) is not null then
    perform app.switch_off_police(known.id);
  else
    update app.members m set active = set_member_active.active, version = m.version + 1
      where m.id = known.id and m.version = set_member_active.version;
    if not found then
      perform app.raise_stale(jsonb_build_object('active', set_member_active.active), app.member_card(known.id));
    end if;
  end if;
  -- Who made himself inactive is refused from here on, also as a reader of himself.
  if known.user_id = auth.uid() then
    return jsonb_build_object('id', known.id, 'active', set_member_active.active);
  end if;
  return app.member_card(known.id);
end
$$;
comment on function public.set_member_active(uuid, boolean, integer) is
  'Switches a member off, so that the next request is refused, or on again. Sent twice it answers the same. Police are switched off by administrators too, and on by police alone. PT409: stale, last_administrator; refused attempts are logged (403).';

revoke execute on function app.member_card(uuid), public.list_members(uuid), app.check_member(jsonb, uuid),
  public.save_member(jsonb, integer, uuid), public.set_member_active(uuid, boolean, integer) from public;
grant execute on function app.member_card(uuid), public.list_members(uuid), app.check_member(jsonb, uuid),
  public.save_member(jsonb, integer, uuid), public.set_member_active(uuid, boolean, integer) to authenticated;
