import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import { Kysely, PostgresDialect } from 'kysely';
import type { Cluster } from './cluster.ts';
import { BOOTSTRAP_SQL } from './database-session.ts';
import { createApp } from './library-app.ts';
import { isLostDatabase } from './lost-database.ts';
import { applyMigrations, type Migration } from './migrations.ts';
import { checkDatabase } from './postgres-checks.ts';
import { createPostgresListener } from './postgres-listener.ts';
import { connectionSettings, openPool, type PostgresPool } from './postgres-pool.ts';
import { checkDatabaseUrl, refusalOfConnection } from './postgres-refusals.ts';
import { quietly } from './quiet-library.ts';
import type { Secrets } from './secrets.ts';

// Any number that nobody else takes: two servers that start at once prepare the database one after the other.
const PREPARING = 7_304_205_101;

/**
 * Opens a database on a PostgreSQL server: checks that it can carry the application, makes what a hosted project
 * brings, applies pending migrations. Nothing is changed before every check has passed.
 * @throws DatabaseRefused, in plain words and without the URL's password, for what a person can put right.
 */
export async function openPostgres(
  url: string,
  migrations: readonly Migration[],
  secrets: Secrets,
): Promise<Cluster> {
  checkDatabaseUrl(url);
  const pool = await openPool(url).catch((error: unknown) => {
    throw refusalOfConnection(error, url);
  });
  try {
    const connection = connectionOn(pool);
    const app = createApp(connection, secrets);
    const applied = await pool.alone(async (session) => {
      await session.query('select pg_advisory_lock($1)', [PREPARING]);
      await checkDatabase(session);
      await quietly({ sqlState: null }, () => app.ensureSystemSchema());
      await session.execute(BOOTSTRAP_SQL);
      return applyMigrations(session, migrations);
    });
    await connection.clearSchemaCache();
    const listener = createPostgresListener(connectionSettings(url));
    return {
      app,
      connection,
      session: pool,
      listen: listener.listen,
      applied,
      sideBySide: true,
      close: async () => {
        await listener.close();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw isLostDatabase(error) ? refusalOfConnection(error, url) : error;
  }
}

/**
 * The library's connection, speaking through our pool: its own driver does not survive a lost connection, whose
 * holder goes on speaking on it (decisions/0015). That driver is never used here, and connects to nothing.
 */
function connectionOn(pool: PostgresPool): PostgresConnection {
  const connection = createPostgresConnection({});
  connection.kysely = new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) });
  return connection;
}
