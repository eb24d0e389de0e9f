import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Where the superuser of the tests' PostgreSQL server comes in; unset where tests run on the embedded database. */
const ADMIN_URL = process.env.TEST_POSTGRES_URL;

/** True where `npm run test:postgres` runs the tests. */
export const onPostgres = ADMIN_URL !== undefined;

/** The port of that server, null on the embedded database. */
export const databasePort = ADMIN_URL === undefined ? null : new URL(ADMIN_URL).port;

const PREPARE = join(import.meta.dirname, '../../supabase/local/prepare-postgres.sql');
const TEMPLATE = 'template_map';
const OWNER = 'map_owner';
const OWNER_PASSWORD = 'mat-khau/của@máy';

/**
 * Does what an administrator of a PostgreSQL server does once for this application, for an owner without special
 * rights. Beyond that the owner may empty tables without their triggers, which only tests do.
 */
export async function prepareServer(adminUrl: string): Promise<void> {
  await asAdministrator(adminUrl, [
    `create role ${OWNER} login password '${OWNER_PASSWORD}'`,
    `grant set on parameter session_replication_role to ${OWNER}`,
    `create database ${TEMPLATE} owner ${OWNER}`,
  ]);
  await asAdministrator(withDatabase(adminUrl, TEMPLATE), [readFileSync(PREPARE, 'utf8')]);
}

/** Makes an empty database with PostGIS; answers with its URL for the application and a way to remove it. */
export async function makeDatabase(
  adminUrl = ADMIN_URL ?? '',
): Promise<{ url: string; name: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(adminUrl, [`create database ${name} template ${TEMPLATE} owner ${OWNER}`]);
  const url = new URL(withDatabase(adminUrl, name));
  url.username = OWNER;
  url.password = encodeURIComponent(OWNER_PASSWORD);
  return {
    url: url.href,
    name,
    drop: () => asAdministrator(adminUrl, [`drop database ${name} with (force)`]),
  };
}

/** Runs statements one by one as the superuser of a server. */
export async function asAdministrator(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same way in, to another database of the server. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
