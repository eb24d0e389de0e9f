-- What an administrator of a PostgreSQL server (15 or later, with PostGIS 3.3 or later) does once for this
-- application, in the new database and as a superuser, so that the application itself needs no special rights:
--
--   createuser --pwprompt ban_do
--   createdb --owner=ban_do --encoding=UTF8 --locale=C.UTF-8 --template=template0 ban_do
--   psql --dbname=ban_do --file=supabase/local/prepare-postgres.sql
--
-- Harmless to run again. Where DATABASE_URL names a superuser none of it is needed.

-- The roles as whom the API answers, for the database's owner to act as.
do $$
begin
  if to_regrole('anon') is null then
    create role anon nologin noinherit;
  end if;
  if to_regrole('authenticated') is null then
    create role authenticated nologin noinherit;
  end if;
  if to_regrole('service_role') is null then
    create role service_role nologin noinherit;
  end if;
  alter role service_role bypassrls;
  execute format('grant anon, authenticated, service_role to %I',
    (select pg_get_userbyid(datdba) from pg_catalog.pg_database where datname = current_database()));
  execute format('create schema if not exists extensions authorization %I',
    (select pg_get_userbyid(datdba) from pg_catalog.pg_database where datname = current_database()));
end
$$;

create extension if not exists postgis with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gist with schema extensions;

-- What PostGIS leaves open to everybody. The API does not offer it; nobody needs it either.
revoke all on extensions.spatial_ref_sys, extensions.geometry_columns, extensions.geography_columns from public;
grant select on extensions.spatial_ref_sys to anon, authenticated, service_role;
do $$
declare
  open_function regprocedure;
begin
  execute format('grant select on extensions.spatial_ref_sys, extensions.geometry_columns, extensions.geography_columns to %I',
    (select pg_get_userbyid(datdba) from pg_catalog.pg_database where datname = current_database()));
  for open_function in
    select oid::regprocedure from pg_catalog.pg_proc where pronamespace = 'extensions'::regnamespace and prosecdef
  loop
    execute format('alter function %s security invoker', open_function);
  end loop;
end
$$;
