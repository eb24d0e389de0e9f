import type { PGlite } from '@electric-sql/pglite';

/** Where names without a schema are looked for, as on a hosted project. */
export const SEARCH_PATH = '"$user", public, extensions';

/**
 * What a hosted project has before the first migration and any other database lacks: the API's roles, their way
 * into schema `auth` (whose functions policies call), and a schema for extensions. Whoever is no superuser must
 * be a member of the roles to act as them. Harmless to run again.
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
  if exists (select from pg_catalog.pg_roles where rolname in ('anon', 'authenticated', 'service_role')
    and not pg_has_role(oid, 'member')) then
    grant anon, authenticated, service_role to current_user;
  end if;
end
$$;
create schema if not exists extensions;
grant usage on schema public, auth, extensions to anon, authenticated, service_role;
grant execute on function auth.uid(), auth.role(), auth.email(), auth.jwt() to anon, authenticated, service_role;
`;

/** Settings of the embedded database's one session, at every start. UTC, as on a hosted project. */
export async function prepareSession(driver: PGlite): Promise<void> {
  await driver.exec(`
    do $$ begin execute format('alter database %I set search_path to ${SEARCH_PATH}', current_database()); end $$;
    set search_path to ${SEARCH_PATH}; set time zone 'UTC';`);
}
