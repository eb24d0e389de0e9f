-- Extensions and the two schemas.
-- `app` holds the tables and is not exposed by the API; `public` is the API;
-- `extensions` holds PostGIS, whose functions the API therefore never offers.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;
create extension if not exists pgcrypto with schema extensions;

create schema app;
comment on schema app is 'Tables. Not exposed by the API: every read and write goes through public.';

revoke all on schema app from public;
grant usage on schema app to anon, authenticated, service_role;
grant usage on schema extensions to anon, authenticated, service_role;

-- Supabase projects grant everything in public to the API roles by default. Here each
-- grant is written beside its object, so the defaults are taken away first.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
revoke create on schema public from public, anon, authenticated;

-- PostGIS keeps a table and two views of its own, readable by everyone by default.
revoke all on extensions.spatial_ref_sys from public, anon, authenticated;
revoke all on extensions.geometry_columns from public, anon, authenticated;
revoke all on extensions.geography_columns from public, anon, authenticated;
grant select on extensions.spatial_ref_sys to anon, authenticated, service_role;

-- The plan's days are days in Vietnam, whatever time zone the session has.
create function app.today() returns date
language sql stable set search_path = '' as
$$ select (now() at time zone 'Asia/Ho_Chi_Minh')::date $$;
comment on function app.today() is 'The current day in Asia/Ho_Chi_Minh.';
revoke execute on function app.today() from public;
grant execute on function app.today() to anon, authenticated, service_role;

-- The views of layers are computed and nobody writes through them. Without a trigger PostgreSQL
-- answers a writer with "not updatable", a server's failure; with one it looks at rights first.
create function app.refuse_write() returns trigger
language plpgsql set search_path = '' as
$$
begin
  raise exception using errcode = '42501', message = format('%s is read only.', tg_table_name);
end
$$;
comment on function app.refuse_write() is 'Trigger: refuses every write through a view, also of those who have the rights.';
revoke execute on function app.refuse_write() from public;

-- "Thuỵ" and "Thụy" are one name: the tone mark is moved to the end of its syllable,
-- after decomposing, so that only its presence counts and not the letter that carries it.
create function app.name_key(name text) returns text
language sql immutable set search_path = '' as
$$
  select regexp_replace(
    regexp_replace(lower(normalize(trim(name), NFD)), E'([\\u0300\\u0301\\u0303\\u0309\\u0323])([[:alpha:]\\u0302\\u0306\\u031B]*)', '\2\1', 'g'),
    '\s+', ' ', 'g')
$$;
comment on function app.name_key(text) is
  'Key under which two spellings of one Vietnamese name are equal: lower case, decomposed, tone mark at the end of its syllable, single spaces.';
revoke execute on function app.name_key(text) from public;
grant execute on function app.name_key(text) to anon, authenticated, service_role;

-- Shared borders stay shared: every vertex is snapped to the same grid of 1e-7 degrees
-- (about 1 cm) on write, and sent with 7 decimals.
create function app.snap_geometry() returns trigger
language plpgsql set search_path = '' as
$$
begin
  new.geom := extensions.ST_SnapToGrid(new.geom, 1e-7);
  if not extensions.ST_IsValid(new.geom) then
    new.geom := case extensions.ST_Dimension(new.geom)
      when 2 then extensions.ST_Multi(extensions.ST_CollectionExtract(extensions.ST_MakeValid(new.geom), 3))
      else extensions.ST_MakeValid(new.geom)
    end;
  end if;
  return new;
end
$$;
comment on function app.snap_geometry() is 'Trigger: snaps new.geom to 1e-7 degrees and repairs what the snapping folded.';
revoke execute on function app.snap_geometry() from public;
