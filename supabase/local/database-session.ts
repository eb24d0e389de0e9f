import type { PGlite } from '@electric-sql/pglite';

const SEARCH_PATH = '"$user", public, extensions';

/**
 * What a hosted project has before the first migration and the embedded one lacks: the API's roles, their way
 * into schema `auth` (whose functions policies call), a schema for extensions, and the search path.
 * Harmless to run again.
 */
export const BOOTSTRAP_SQL = `
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
  execute format('alter database %I set search_path to ${SEARCH_PATH}', current_database());
end
$$;
create schema if not exists extensions;
grant usage on schema public, auth, extensions to anon, authenticated, service_role;
grant execute on function auth.uid(), auth.role(), auth.email(), auth.jwt() to anon, authenticated, service_role;
`;

/** Settings of the one session, at every start. UTC, as on a hosted project. */
export async function prepareSession(driver: PGlite): Promise<void> {
  await driver.exec(`set search_path to ${SEARCH_PATH}; set time zone 'UTC';`);
}
