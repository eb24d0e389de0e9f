import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { postgis } from '@electric-sql/pglite-postgis';
import type { App } from '@supabase/lite';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import type { PostgresConnection } from '@supabase/lite/postgres';
import { refuseTooManyBoundValues } from './bound-values.ts';
import { BOOTSTRAP_SQL, prepareSession } from './database-session.ts';
import { embeddedSession } from './embedded-session.ts';
import { createApp } from './library-app.ts';
import { applyMigrations, type Migration, readMigrations } from './migrations.ts';
import type { Listen, OwnerSession } from './owner-session.ts';
import { quietly } from './quiet-library.ts';
import { giveStackBack } from './returned-stack.ts';
import type { Secrets } from './secrets.ts';
import { snapshotStore } from './snapshot.ts';
import { VALUE_FORMATS } from './value-formats.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

export type ClusterOptions = {
  /** Where everything is kept; null keeps it in memory, for tests. */
  dataFolder: string | null;
  /** Default: `supabase/migrations`. */
  migrationsFolder?: string | undefined;
  /** Where snapshots of freshly migrated clusters are kept. Default: `.cache` of the repository. */
  cacheFolder?: string | undefined;
};

/** The database, migrated, and the library on top of it, without any of our guards. */
export type Cluster = {
  app: App;
  connection: PgliteConnection | PostgresConnection;
  /** The owner's own statements. */
  session: OwnerSession;
  listen: Listen;
  /** Names of the migrations that this start applied. */
  applied: readonly string[];
  /** True where requests have connections of their own; else they must take turns. */
  sideBySide: boolean;
  close(): Promise<void>;
};

/** A database that lives in this process. */
export type EmbeddedCluster = Cluster & { connection: PgliteConnection };

/**
 * Opens or makes the database and applies pending migrations. A fresh one comes from a snapshot where there is
 * one for these migrations, else it is made and leaves a snapshot behind.
 * Throws when a migration fails or does not fit the data; the database is closed then.
 */
export async function openCluster(options: ClusterOptions, secrets: Secrets): Promise<EmbeddedCluster> {
  const migrations = migrationsOf(options);
  const snapshot = snapshotStore(options.cacheFolder ?? join(REPOSITORY, '.cache'), ingredients(migrations));
  const folder = options.dataFolder === null ? null : clusterFolder(options.dataFolder);
  const stored = folder?.ready ? null : snapshot.read();
  const connection = await connect(folder?.path ?? null, stored);
  // Password hashes and incidents lie in it: nobody else on this machine reads them, whoever made the folder.
  if (folder) chmodSync(folder.path, 0o700);
  const { driver } = connection;
  try {
    giveStackBack(driver);
    const app = createApp(connection, secrets);
    await quietly({ sqlState: null }, () => app.ensureSystemSchema());
    await prepareSession(driver);
    await driver.exec(BOOTSTRAP_SQL);
    const session = embeddedSession(driver);
    const applied = await applyMigrations(session, migrations);
    await connection.clearSchemaCache();
    if (!folder?.ready && !stored) {
      await driver.exec('checkpoint');
      await snapshot.write(await driver.dumpDataDir('none'));
    }
    folder?.markReady();
    refuseTooManyBoundValues(driver);
    return {
      app,
      connection,
      session,
      // In this process nothing is ever missed.
      listen: (channel, hear) => driver.listen(channel, hear),
      applied,
      sideBySide: false,
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The migrations that a database of these options gets. */
export function migrationsOf({ migrationsFolder }: Pick<ClusterOptions, 'migrationsFolder'>): Migration[] {
  return readMigrations(migrationsFolder ?? join(REPOSITORY, 'supabase/migrations'));
}

async function connect(path: string | null, cluster: Blob | null): Promise<PgliteConnection> {
  const connection = await createPgliteConnection({
    ...(path === null ? {} : { url: path }),
    pgliteOptions: {
      extensions: { btree_gist, pgcrypto, postgis },
      parsers: VALUE_FORMATS,
      ...(cluster ? { loadDataDir: cluster } : {}),
    },
  });
  await connection.driver.waitReady;
  return connection;
}

type ClusterFolder = { path: string; ready: boolean; markReady: () => void };

// A first start that was cut short leaves a half-made cluster without this mark: it is set aside, never mended.
function clusterFolder(dataFolder: string): ClusterFolder {
  const path = join(dataFolder, 'database');
  const mark = join(path, 'first-start-finished');
  const ready = existsSync(mark);
  if (!ready && existsSync(path)) {
    const aside = join(dataFolder, 'database.unfinished');
    rmSync(aside, { recursive: true, force: true });
    renameSync(path, aside);
  }
  return { path, ready, markReady: () => writeFileSync(mark, '') };
}

// All that decides what a freshly migrated cluster holds.
function ingredients(migrations: readonly Migration[]): string[] {
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-postgis', '@supabase/lite'].map((name) => {
    const manifest: unknown = JSON.parse(
      readFileSync(join(REPOSITORY, 'node_modules', name, 'package.json'), 'utf8'),
    );
    return `${name} ${JSON.stringify((manifest as { version: string }).version)}`;
  });
  return [BOOTSTRAP_SQL, ...versions, ...migrations.map((migration) => migration.version + migration.sql)];
}
