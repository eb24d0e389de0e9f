-- "Thiết lập xã": how an empty installation gets its first administrator and its commune.

-- No execute for any API role: only the functions below and whoever owns the database call it.
create function app.create_account(account_id uuid, email text, password text) returns void
language plpgsql set search_path = '' as
$$
declare
  address constant text := lower(trim(email));
begin
  insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
    confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current, reauthentication_token,
    phone_change, phone_change_token, created_at, updated_at)
  values (account_id, 'authenticated', 'authenticated', address, extensions.crypt(password, extensions.gen_salt('bf', 10)), now(),
    '{"provider": "email", "providers": ["email"]}', '{}', '', '', '', '', '', '', '', '', now(), now());
  insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
  values (gen_random_uuid(), 'email', account_id::text, account_id,
    jsonb_build_object('sub', account_id, 'email', address, 'email_verified', true), now(), now());
  -- A Supabase project keeps one more column, which sign-in there asks for.
  if exists (select 1 from pg_catalog.pg_attribute where attrelid = 'auth.users'::regclass and attname = 'instance_id') then
    execute 'update auth.users set instance_id = $1 where id = $2' using '00000000-0000-0000-0000-000000000000'::uuid, account_id;
  end if;
end
$$;
comment on function app.create_account(uuid, text, text) is 'Makes a sign-in with a confirmed address. Not callable through the API.';

create table app.installation (
  only_row boolean primary key default true check (only_row),
  set_up_code_hash text,
  set_up_code_made_at timestamptz,
  first_administrator uuid references auth.users (id) on delete set null
);
comment on table app.installation is 'How far an empty installation has come. The one-time code is kept as SHA-256 only, and is gone once used.';
create index installation_first_administrator on app.installation (first_administrator);

alter table app.installation enable row level security;
create policy "the first administrator goes on with the set-up" on app.installation for select to authenticated
  using (first_administrator = (select auth.uid()));
grant select (first_administrator) on app.installation to authenticated;

create view public.installation with (security_invoker = true) as select first_administrator from app.installation;
grant select on public.installation to authenticated;

create function app.store_setup_code(code_hash text) returns void
language sql set search_path = '' as
$$
  insert into app.installation (set_up_code_hash, set_up_code_made_at) values (code_hash, now())
  on conflict (only_row) do update set set_up_code_hash = excluded.set_up_code_hash, set_up_code_made_at = excluded.set_up_code_made_at
  where installation.first_administrator is null
$$;
comment on function app.store_setup_code(text) is
  'Called by the server''s own process: keeps the SHA-256 (hex) of the code that it printed, upper case without separators.';

create function public.installation_state() returns text
language sql stable security definer set search_path = '' as
$$
  select case
    when exists (select 1 from app.communes) then 'ready'
    when exists (select 1 from app.installation i where i.first_administrator is not null) then 'awaiting_commune'
    else 'empty'
  end
$$;
comment on function public.installation_state() is
  'empty: no account and no commune; awaiting_commune: the first administrator has not set up the commune yet; ready. Security definer, because a visitor must know where to go before there is anything to read.';

create function public.make_first_administrator(code text, email text, password text) returns void
language plpgsql volatile security definer set search_path = '' as
$$
declare
  given constant text := encode(sha256(convert_to(upper(regexp_replace(coalesce(code, ''), '[^[:alnum:]]', '', 'g')), 'UTF8')), 'hex');
  person constant uuid := gen_random_uuid();
begin
  -- The lock makes the code one-time even when it is sent twice at once.
  perform 1 from app.installation i
    where i.first_administrator is null and i.set_up_code_hash = given and i.set_up_code_made_at > now() - interval '1 day'
    for update;
  if not found or exists (select 1 from app.communes) then
    raise exception using errcode = 'PT403', hint = 'set_up_code_wrong',
      message = 'Mã thiết lập không đúng hoặc đã hết hạn. Hãy xem lại mã trên cửa sổ máy chủ; khởi động lại máy chủ để có mã mới.';
  end if;
  if email is null or lower(trim(email)) !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then
    raise exception using errcode = 'PT422', hint = 'email_invalid', message = 'Địa chỉ thư điện tử không đúng. Ví dụ: ten@xa.gov.vn.';
  end if;
  if length(coalesce(password, '')) < 10 or octet_length(password) > 72 then
    raise exception using errcode = 'PT422', hint = 'password_length', message = 'Mật khẩu cần từ 10 đến 72 ký tự.';
  end if;
  perform app.create_account(person, email, password);
  update app.installation set first_administrator = person, set_up_code_hash = null, set_up_code_made_at = null;
end
$$;
comment on function public.make_first_administrator(text, text, text) is
  'Turns the one-time code into the first account. Security definer: nobody has a right to make accounts. PT403 for a wrong code, PT422 for an address or password that cannot be.';

create function public.check_boundary(geometry jsonb) returns jsonb
language sql stable set search_path = '' as
$$
  select jsonb_build_object('problem', g.problem, 'repair', g.repair, 'place', g.place,
    'area_m2', extensions.ST_Area(g.geom::extensions.geography), 'geometry', extensions.ST_AsGeoJSON(g.geom, 7)::jsonb)
  from app.read_geometry(geometry, 'area') g
$$;
comment on function public.check_boundary(jsonb) is
  'How a boundary would be read: the geometry as it would be stored, its area in square metres, and what is wrong or was mended.';

create function public.merge_boundaries(geometries jsonb) returns jsonb
language sql stable set search_path = '' as
$$
  with read as materialized (
    select f.position::integer as row_number, g.geom, g.problem, g.repair, g.place
    from jsonb_array_elements(geometries) with ordinality f (geometry, position)
    cross join lateral app.read_geometry(f.geometry, 'area') g
  ),
  first_problem as (select r.problem, r.place, r.row_number from read r where r.problem is not null order by r.row_number limit 1),
  -- Snapped first, so that borders drawn alike on both sides dissolve without a trace.
  merged as (
    select extensions.ST_Multi(extensions.ST_Union(r.geom)) as geom, max(r.repair) as repair from read r
    where not exists (select 1 from first_problem)
  )
  select jsonb_build_object('problem', coalesce(p.problem, case when m.geom is null then 'geometry_missing' end),
    'row_number', p.row_number, 'repair', m.repair, 'place', p.place,
    'area_m2', extensions.ST_Area(m.geom::extensions.geography), 'geometry', extensions.ST_AsGeoJSON(m.geom, 7)::jsonb)
  from merged m left join first_problem p on true
$$;
comment on function public.merge_boundaries(jsonb) is
  'One boundary from an array of GeoJSON areas: the answer of check_boundary for their union, with the number (from 1) of the first area that has a problem.';

create function app.nearest_zone(place extensions.geometry) returns text
language sql stable set search_path = '' as
$$
  select s.code from app.coordinate_systems s where s.zone_width = 3
  order by abs(s.central_meridian - extensions.ST_X(extensions.ST_Centroid(place))), s.code limit 1
$$;
comment on function app.nearest_zone(extensions.geometry) is 'The 3-degree VN-2000 zone whose meridian is nearest: a proposal where the province''s own is not known.';

create function public.set_up_commune(
  commune jsonb, geometry jsonb, neighbours jsonb default '[]'
) returns uuid
language plpgsql volatile security definer set search_path = '' as
$$
declare
  person constant uuid := auth.uid();
  new_id constant uuid := (commune ->> 'id')::uuid;
  boundary record;
begin
  perform 1 from app.installation i where i.first_administrator = person for update;
  if person is null or not found then
    raise exception using errcode = '42501', message = 'Chỉ người quản trị đầu tiên được thiết lập xã.';
  end if;
  if exists (select 1 from app.communes c where c.id = new_id) then
    return new_id;
  end if;
  if exists (select 1 from app.communes) then
    raise exception using errcode = 'PT409', hint = 'already_set_up', message = 'Xã đã được thiết lập. Hãy tải lại trang.';
  end if;
  if coalesce(commune ->> 'code', '') !~ '^\d{5}$' then
    raise exception using errcode = 'PT422', hint = 'code_invalid', message = 'Mã xã gồm 5 chữ số, ví dụ 11713.';
  end if;
  if coalesce(trim(commune ->> 'name'), '') = '' or coalesce(trim(commune ->> 'province'), '') = ''
    or commune ->> 'name' ~ '[<>]' or commune ->> 'province' ~ '[<>]' then
    raise exception using errcode = 'PT422', hint = 'name_invalid', message = 'Hãy ghi tên xã và tên tỉnh, thành phố, không dùng dấu < >.';
  end if;
  boundary := app.read_geometry(geometry, 'area');
  if boundary.problem is not null then
    raise exception using errcode = 'PT422', hint = boundary.problem, message = 'Ranh giới xã chưa dùng được. Hãy chọn tệp khác.';
  end if;

  insert into app.communes (id, code, name, province, coordinate_system, boundary_source, is_public, geom)
  values (new_id, commune ->> 'code', normalize(trim(commune ->> 'name'), NFC), normalize(trim(commune ->> 'province'), NFC),
    coalesce(commune ->> 'coordinate_system', app.nearest_zone(boundary.geom)), normalize(commune ->> 'boundary_source', NFC),
    coalesce((commune ->> 'is_public')::boolean, false), boundary.geom);

  insert into app.neighbours (id, commune_id, name, geom)
  select gen_random_uuid(), new_id, normalize(n ->> 'name', NFC), g.geom
  from jsonb_array_elements(neighbours) n cross join lateral app.read_geometry(n -> 'geometry', 'area') g
  where g.problem is null and n ->> 'name' is not null;

  insert into app.members (id, user_id, commune_id, role, display_name)
  values (gen_random_uuid(), person, new_id, 'administrator', coalesce(nullif(trim(commune ->> 'administrator_name'), ''), 'Quản trị xã'));
  perform app.fill_new_commune(new_id);
  return new_id;
end
$$;
comment on function public.set_up_commune(jsonb, jsonb, jsonb) is
  'Makes the commune of this installation from its boundary (GeoJSON, WGS84 degrees) and its neighbours, with the plan''s organizations and settings, and its caller the administrator. Security definer: only the first administrator gets past its first lines. Sent twice it answers the same.';

create function app.fill_new_commune(commune uuid) returns void
language plpgsql volatile set search_path = '' as
$$
begin
  insert into app.organizations (id, commune_id, code, name)
  select gen_random_uuid(), commune, o.code, o.name from (values
    ('people_committee', 'Ủy ban nhân dân xã'),
    ('front', 'Ủy ban MTTQ Việt Nam xã'),
    ('veterans', 'Hội Cựu chiến binh'),
    ('women', 'Hội Liên hiệp Phụ nữ'),
    ('youth', 'Đoàn Thanh niên'),
    ('farmers', 'Hội Nông dân'),
    ('police', 'Công an xã')
  ) as o (code, name);
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
comment on function app.fill_new_commune(uuid) is 'The organizations and settings that the plan itself names, as every commune starts with.';

revoke execute on function app.create_account(uuid, text, text), app.store_setup_code(text), app.nearest_zone(extensions.geometry),
  app.fill_new_commune(uuid), public.installation_state(), public.make_first_administrator(text, text, text),
  public.check_boundary(jsonb), public.merge_boundaries(jsonb), public.set_up_commune(jsonb, jsonb, jsonb) from public;
grant execute on function public.installation_state(), public.make_first_administrator(text, text, text) to anon, authenticated;
grant execute on function public.check_boundary(jsonb), public.merge_boundaries(jsonb), public.set_up_commune(jsonb, jsonb, jsonb)
  to authenticated;
