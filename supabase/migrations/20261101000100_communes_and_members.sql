-- Communes, who belongs to them, and the questions every policy asks.

create table app.coordinate_systems (
  code text primary key check (code ~ '^EPSG:\d+$'),
  name text not null,
  central_meridian numeric(7, 4) not null,
  zone_width smallint not null check (zone_width in (3, 6)),
  proj text not null
);
comment on table app.coordinate_systems is
  'VN-2000 projections. spatial_ref_sys of PGlite and Debian lacks EPSG:9205-9218, so the proj strings live here, once, for ST_Transform and the browser alike.';
comment on column app.coordinate_systems.proj is
  'proj string. The EPSG operation is coordinate-frame and proj''s +towgs84 is position-vector, hence the flipped signs of the rotations.';

insert into app.coordinate_systems (code, name, central_meridian, zone_width, proj)
select 'EPSG:' || epsg, 'VN-2000 / ' || zone_name, meridian, width,
  format('+proj=tmerc +lat_0=0 +lon_0=%s +k=%s +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs',
    trim_scale(meridian), case width when 3 then '0.9999' else '0.9996' end)
from (values
  (9205, 'TM-3 103°00′', 103.00, 3), (9206, 'TM-3 104°00′', 104.00, 3), (9207, 'TM-3 104°30′', 104.50, 3),
  (9208, 'TM-3 104°45′', 104.75, 3), (9209, 'TM-3 105°30′', 105.50, 3), (9210, 'TM-3 105°45′', 105.75, 3),
  (9211, 'TM-3 106°00′', 106.00, 3), (9212, 'TM-3 106°15′', 106.25, 3), (9213, 'TM-3 106°30′', 106.50, 3),
  (9214, 'TM-3 107°00′', 107.00, 3), (9215, 'TM-3 107°15′', 107.25, 3), (9216, 'TM-3 107°30′', 107.50, 3),
  (9217, 'TM-3 108°15′', 108.25, 3), (9218, 'TM-3 108°30′', 108.50, 3),
  (5896, 'TM-3 102°00′', 102.00, 3), (5897, 'TM-3 105°00′', 105.00, 3), (5898, 'TM-3 108°00′', 108.00, 3),
  (5899, 'TM-3 107°45′', 107.75, 3), (3405, 'UTM 48N', 105.00, 6), (3406, 'UTM 49N', 111.00, 6)
) as zones (epsg, zone_name, meridian, width);

create table app.communes (
  id uuid primary key,
  code text not null unique check (code ~ '^\d{5}$'),
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 120),
  province text not null check (length(trim(province)) > 0),
  coordinate_system text not null references app.coordinate_systems (code),
  boundary_source text,
  is_public boolean not null default false,
  is_sample boolean not null default false,
  geom extensions.geometry(MultiPolygon, 4326) not null check (extensions.ST_IsValid(geom))
);
comment on table app.communes is 'Communes of this installation.';
comment on column app.communes.is_public is 'Whether somebody who is not signed in may see the public layers.';
comment on column app.communes.is_sample is 'Made by the generator: the screen says so.';
create index communes_geom on app.communes using gist (geom);
create index communes_coordinate_system on app.communes (coordinate_system);
create trigger snap_geometry before insert or update of geom on app.communes
  for each row execute function app.snap_geometry();

create table app.neighbours (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  name text not null,
  geom extensions.geometry(MultiPolygon, 4326) not null
);
comment on table app.neighbours is 'Neighbouring communes, drawn quietly around the commune for orientation.';
create index neighbours_commune on app.neighbours (commune_id);
create index neighbours_geom on app.neighbours using gist (geom);
create trigger snap_geometry before insert or update of geom on app.neighbours
  for each row execute function app.snap_geometry();

create table app.organizations (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  code text not null,
  name text not null check (name = normalize(name, NFC)),
  unique (commune_id, code),
  -- Whoever refers to an organization names the commune too, so that no row can point into another commune.
  unique (id, commune_id)
);
comment on table app.organizations is 'Organizations of the commune that look after roads, points and cemeteries.';

create table app.members (
  id uuid primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  commune_id uuid not null references app.communes (id) on delete cascade,
  role text not null check (role in ('administrator', 'front_officer', 'leader', 'association', 'hamlet_committee', 'police')),
  organization_id uuid,
  hamlet_id uuid,
  display_name text not null check (length(trim(display_name)) > 0),
  active boolean not null default true,
  unique (user_id, commune_id),
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.members is 'Who a signed-in person is in a commune. The token carries no role: this table decides, so that a change counts at once.';
create index members_commune on app.members (commune_id);
create index members_organization on app.members (organization_id);
create index members_hamlet on app.members (hamlet_id);

-- Security definer: these answer from app.members, whose own policies ask them.
create function app.my_communes(roles text[] default null) returns setof uuid
language plpgsql stable security definer set search_path = '' as
$$
declare
  person uuid := auth.uid();
begin
  if person is null then
    return;
  end if;
  if not exists (select 1 from app.members m where m.user_id = person and m.active)
    and exists (select 1 from app.members m where m.user_id = person) then
    raise exception using errcode = 'PT403', hint = 'member_inactive',
      message = 'Tài khoản này đã ngừng hoạt động. Hãy hỏi người quản trị của xã.';
  end if;
  return query
    select m.commune_id from app.members m
    where m.user_id = person and m.active and (roles is null or m.role = any (roles));
end
$$;
comment on function app.my_communes(text[]) is
  'Communes in which the caller is an active member, in one of the roles when given. Raises PT403 (hint member_inactive) for somebody whose every membership is inactive.';

create function app.readable_communes() returns setof uuid
language sql stable security definer set search_path = '' as
$$
  select app.my_communes() union select c.id from app.communes c where c.is_public
$$;
comment on function app.readable_communes() is 'Communes whose public layers the caller may read: the public ones and their own.';

create function app.resolve_commune(commune_id uuid) returns uuid
language plpgsql stable set search_path = '' as
$$
declare
  candidates uuid[];
begin
  if resolve_commune.commune_id is not null then
    return resolve_commune.commune_id;
  end if;
  candidates := array(select app.my_communes());
  if cardinality(candidates) = 0 then
    candidates := array(select c.id from app.communes c where c.is_public);
  end if;
  case cardinality(candidates)
    when 1 then return candidates[1];
    when 0 then
      if auth.uid() is null then
        raise exception using errcode = 'PT401', hint = 'sign_in_needed',
          message = 'Bản đồ này không công khai. Hãy đăng nhập để xem.';
      end if;
      raise exception using errcode = 'PT404', hint = 'no_commune',
        message = 'Tài khoản này chưa thuộc xã nào. Hãy hỏi người quản trị của xã.';
    else
      raise exception using errcode = 'PT400', hint = 'several_communes',
        message = 'Có nhiều xã trên máy chủ này. Hãy chọn một xã.';
  end case;
end
$$;
comment on function app.resolve_commune(uuid) is
  'The commune meant: the given one, else the caller''s only one, else the only public one. None (PT401, PT404) or several (PT400) is an error.';

revoke execute on function app.my_communes(text[]), app.readable_communes(), app.resolve_commune(uuid) from public;
grant execute on function app.my_communes(text[]), app.readable_communes(), app.resolve_commune(uuid)
  to anon, authenticated, service_role;

alter table app.coordinate_systems enable row level security;
create policy "everyone reads coordinate systems" on app.coordinate_systems for select to anon, authenticated using (true);
grant select on app.coordinate_systems to anon, authenticated, service_role;

alter table app.communes enable row level security;
create policy "public communes and one's own are read" on app.communes for select to anon, authenticated
  using (id in (select app.readable_communes()));
grant select on app.communes to anon, authenticated, service_role;

alter table app.neighbours enable row level security;
create policy "neighbours are read with their commune" on app.neighbours for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
grant select on app.neighbours to anon, authenticated, service_role;

alter table app.organizations enable row level security;
create policy "organizations are read with their commune" on app.organizations for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
grant select on app.organizations to anon, authenticated, service_role;

alter table app.members enable row level security;
-- Only an active one: who has no other is refused by the next policy, and told why.
create policy "members read their own membership" on app.members for select to authenticated
  using (user_id = (select auth.uid()) and active);
create policy "administrators read the members of their commune" on app.members for select to authenticated
  using (commune_id in (select app.my_communes('{administrator}')));
grant select on app.members to authenticated, service_role;

create view public.coordinate_systems with (security_invoker = true) as
  select code, name, central_meridian, zone_width, proj from app.coordinate_systems;
create view public.communes with (security_invoker = true) as
  select id, code, name, province, coordinate_system, boundary_source, is_public, is_sample,
    extensions.ST_Area(geom::extensions.geography) as area_m2,
    extensions.ST_AsGeoJSON(geom, 7)::jsonb as geometry
  from app.communes;
create view public.neighbours with (security_invoker = true) as
  select id, commune_id, name, extensions.ST_AsGeoJSON(geom, 7)::jsonb as geometry from app.neighbours;
create view public.organizations with (security_invoker = true) as
  select id, commune_id, code, name from app.organizations;
create view public.members with (security_invoker = true) as
  select id, user_id, commune_id, role, organization_id, hamlet_id, display_name, active from app.members;

grant select on public.coordinate_systems, public.communes, public.neighbours, public.organizations
  to anon, authenticated, service_role;
grant select on public.members to authenticated, service_role;
