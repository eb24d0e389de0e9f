-- Organizations become a list that the commune keeps: added to, renamed, retired, never deleted, because roads,
-- points and members of the past go on naming them.

alter table app.organizations
  add column retired_on date,
  add column version integer not null default 1,
  add constraint organizations_name_length check (length(trim(name)) between 1 and 120);
comment on column app.organizations.code is 'Of an organization that the plan names: fixed, whatever it is called here. Of others: made from the id.';
comment on column app.organizations.retired_on is 'From this day on nothing new is given to it; what it looks after keeps its name.';
comment on column app.organizations.version is 'Counts the edits, so that two people who edit at once hear of each other.';
create unique index organizations_name on app.organizations (commune_id, app.name_key(name)) where retired_on is null;

create policy "administrators and front officers add organizations" on app.organizations for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers change organizations" on app.organizations for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant insert on app.organizations to authenticated;
-- Neither the commune nor the code of an organization ever changes.
grant update (name, retired_on, version) on app.organizations to authenticated;

create or replace view public.organizations with (security_invoker = true) as
  select id, commune_id, code, name, retired_on, version from app.organizations;

create function app.raise_stale(yours jsonb, theirs jsonb) returns void
language plpgsql set search_path = '' as
$$
begin
  raise exception using errcode = 'PT409', hint = 'stale',
    message = 'Có người đã sửa mục này sau khi nó được mở ra, nên chưa ghi gì. Hãy chọn bản cần giữ.',
    detail = jsonb_build_object('yours', yours, 'theirs', theirs)::text;
end
$$;
comment on function app.raise_stale(jsonb, jsonb) is
  'Refuses an edit of a version that is no longer the latest: PT409, hint stale, both versions in the details as {"yours": …, "theirs": …}.';

create function app.organization_card(organization_id uuid) returns jsonb
language sql stable set search_path = '' as
$$
  select jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'retired_on', o.retired_on, 'version', o.version)
  from app.organizations o where o.id = organization_card.organization_id
$$;
comment on function app.organization_card(uuid) is 'An organization as its form shows it.';

create function public.list_organizations(commune_id uuid default null)
returns table (id uuid, code text, name text, retired_on date, version integer,
  model_roads bigint, waste_points bigint, cemeteries bigint, members bigint)
language sql stable set search_path = '' as
$$
  select o.id, o.code, o.name, o.retired_on, o.version,
    (select count(*) from app.model_roads r where r.organization_id = o.id),
    (select count(*) from app.waste_points w where w.organization_id = o.id),
    (select count(*) from app.cemeteries c where c.organization_id = o.id),
    (select count(*) from app.members m where m.organization_id = o.id and m.active)
  from app.organizations o
  where o.commune_id = app.resolve_commune(list_organizations.commune_id)
  order by o.id
$$;
comment on function public.list_organizations(uuid) is
  'The organizations of a commune, retired ones too, with how many roads, points, cemeteries and active members name each. Members are counted as far as the caller may see them.';

create function public.save_organization(organization jsonb, version integer default null, commune_id uuid default null)
returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant constant uuid := (organization ->> 'id')::uuid;
  called constant text := normalize(trim(coalesce(organization ->> 'name', '')), NFC);
  known app.organizations;
begin
  -- Sent twice at once: the second waits for the first, and then finds what it made.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(meant::text, 0));
  select o.* into known from app.organizations o where o.id = meant;
  -- Sent twice by an impatient finger: made already.
  if found and save_organization.version is null then
    return app.organization_card(meant);
  end if;
  if length(called) not between 1 and 120 then
    raise exception using errcode = 'PT422', hint = 'name_invalid', message = 'Tên tổ chức cần từ 1 đến 120 ký tự.';
  end if;
  if known.id is null then
    if save_organization.version is not null then
      raise exception using errcode = 'PT404', hint = 'organization_unknown', message = 'Không còn tổ chức này trong danh sách.';
    end if;
    insert into app.organizations (id, commune_id, code, name)
    values (meant, app.resolve_commune(save_organization.commune_id), 'own_' || replace(meant::text, '-', ''), called);
    return app.organization_card(meant);
  end if;
  update app.organizations o set name = called, version = o.version + 1
    where o.id = meant and o.version = save_organization.version;
  if not found then
    perform app.refuse_unless_writable(known.commune_id, '{administrator,front_officer}');
    perform app.raise_stale(organization, app.organization_card(meant));
  end if;
  return app.organization_card(meant);
exception
  when unique_violation then
    raise exception using errcode = 'PT409', hint = 'name_taken', message = 'Xã đã có tổ chức mang tên này.';
end
$$;
comment on function public.save_organization(jsonb, integer, uuid) is
  'Adds an organization (version null; the id is the caller''s, so sent twice it is made once) or renames the version that the caller has seen. PT409: stale, name_taken; PT422: name_invalid.';

create function app.refuse_unless_writable(of_commune uuid, roles text[]) returns void
language plpgsql stable set search_path = '' as
$$
begin
  if of_commune not in (select app.my_communes(roles)) then
    raise exception using errcode = '42501', message = 'permission denied for a row of this commune';
  end if;
end
$$;
comment on function app.refuse_unless_writable(uuid, text[]) is
  'After an update that found no row: tells who has no right to it (42501, as the policy of an insert does) from who was late.';

create function public.set_organization_retired(organization_id uuid, retired boolean, version integer) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  known app.organizations;
begin
  -- Sent twice at once: the second waits, and then finds it done.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(set_organization_retired.organization_id::text, 0));
  select o.* into known from app.organizations o where o.id = set_organization_retired.organization_id;
  if not found then
    raise exception using errcode = 'PT404', hint = 'organization_unknown', message = 'Không còn tổ chức này trong danh sách.';
  end if;
  perform app.refuse_unless_writable(known.commune_id, '{administrator,front_officer}');
  if (known.retired_on is not null) = retired then
    return app.organization_card(known.id);
  end if;
  update app.organizations o set retired_on = case when retired then app.today() end, version = o.version + 1
    where o.id = known.id and o.version = set_organization_retired.version;
  if not found then
    perform app.raise_stale(jsonb_build_object('retired', retired), app.organization_card(known.id));
  end if;
  return app.organization_card(known.id);
exception
  when unique_violation then
    raise exception using errcode = 'PT409', hint = 'name_taken', message = 'Xã đã có tổ chức mang tên này.';
end
$$;
comment on function public.set_organization_retired(uuid, boolean, integer) is
  'Retires an organization as of today, or takes it up again. Sent twice it answers the same. PT409: stale, name_taken; PT404: organization_unknown.';

create or replace function app.fill_new_commune(commune uuid) returns void
language plpgsql volatile set search_path = '' as
$$
begin
  perform app.add_plan_organizations(commune);
  insert into app.settings (id, commune_id, key, value, legal_basis, valid_from, confirmed)
  select gen_random_uuid(), commune, s.key, s.value, s.legal_basis, date '2025-01-01', s.confirmed from (values
    ('model_road_criteria', jsonb '[{"code": "bright", "name": {"vi": "Sáng", "en": "Bright"}},
      {"code": "green", "name": {"vi": "Xanh", "en": "Green"}}, {"code": "clean", "name": {"vi": "Sạch", "en": "Clean"}},
      {"code": "beautiful", "name": {"vi": "Đẹp", "en": "Beautiful"}}, {"code": "safe", "name": {"vi": "An toàn", "en": "Safe"}}]',
      'Kế hoạch "Thành phố văn minh, xã hạnh phúc" 2026-2030, mục IV.2', false),
    ('model_roads_per_hamlet', jsonb '1', 'Kế hoạch "Thành phố văn minh, xã hạnh phúc" 2026-2030, mục II.2', true)
  ) as s (key, value, legal_basis, confirmed);
end
$$;

create function app.add_plan_organizations(commune uuid) returns void
language sql volatile set search_path = '' as
$$
  insert into app.organizations (id, commune_id, code, name)
  select gen_random_uuid(), commune, o.code, o.name from (values
    ('people_committee', 'Ủy ban nhân dân xã'),
    ('front', 'Ủy ban MTTQ Việt Nam xã'),
    ('veterans', 'Hội Cựu chiến binh'),
    ('women', 'Hội Liên hiệp Phụ nữ'),
    ('youth', 'Đoàn Thanh niên'),
    ('farmers', 'Hội Nông dân'),
    ('police', 'Công an xã'),
    ('party_committee', 'Đảng ủy xã'),
    ('people_council', 'Hội đồng nhân dân xã'),
    ('hamlet_fronts', 'Ban công tác Mặt trận các thôn')
  ) as o (code, name)
  on conflict do nothing
$$;
comment on function app.add_plan_organizations(uuid) is
  'The bodies that the plan names, in its text and among those it is sent to. What the commune has already stays as it is called there.';

-- Communes from before this list was whole.
select app.add_plan_organizations(c.id) from app.communes c;

revoke execute on function app.raise_stale(jsonb, jsonb), app.organization_card(uuid), app.refuse_unless_writable(uuid, text[]),
  app.add_plan_organizations(uuid), public.list_organizations(uuid), public.save_organization(jsonb, integer, uuid),
  public.set_organization_retired(uuid, boolean, integer) from public;
grant execute on function app.raise_stale(jsonb, jsonb), app.organization_card(uuid), app.refuse_unless_writable(uuid, text[]),
  public.list_organizations(uuid), public.save_organization(jsonb, integer, uuid),
  public.set_organization_retired(uuid, boolean, integer) to authenticated;
