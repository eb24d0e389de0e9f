import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { postgis } from '@electric-sql/pglite-postgis';
import { App } from '@supabase/lite';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { BOOTSTRAP_SQL, prepareSession } from './database-session.ts';
import { applyMigrations, type Migration, readMigrations } from './migrations.ts';
import { quietly } from './quiet-library.ts';
import { PUBLISHABLE_KEY, type Secrets } from './secrets.ts';
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
  connection: PgliteConnection;
  /** Names of the migrations that this start applied. */
  applied: readonly string[];
};

/**
 * Opens or makes the database and applies pending migrations. A fresh one comes from a snapshot where there is
 * one for these migrations, else it is made and leaves a snapshot behind.
 * Throws when a migration fails or does not fit the data; the database is closed then.
 */
export async function openCluster(options: ClusterOptions, secrets: Secrets): Promise<Cluster> {
  const migrations = readMigrations(options.migrationsFolder ?? join(REPOSITORY, 'supabase/migrations'));
  const snapshot = snapshotStore(options.cacheFolder ?? join(REPOSITORY, '.cache'), ingredients(migrations));
  const folder = options.dataFolder === null ? null : clusterFolder(options.dataFolder);
  const stored = folder?.ready ? null : snapshot.read();
  const connection = await connect(folder?.path ?? null, stored);
  // Password hashes and incidents lie in it: nobody else on this machine reads them, whoever made the folder.
  if (folder) chmodSync(folder.path, 0o700);
  const { driver } = connection;
  try {
    const app = createApp(connection, secrets);
    await quietly({ sqlState: null }, () => app.ensureSystemSchema());
    await prepareSession(driver);
    await driver.exec(BOOTSTRAP_SQL);
    const applied = await applyMigrations(driver, migrations);
    await connection.clearSchemaCache();
    if (!folder?.ready && !stored) {
      await driver.exec('checkpoint');
      await snapshot.write(await driver.dumpDataDir('none'));
    }
    folder?.markReady();
    return { app, connection, applied };
  } catch (error) {
    await connection.close();
    throw error;
  }
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

function createApp(connection: PgliteConnection, secrets: Secrets): App {
  return new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000 },
    auth: {
      jwt_secret: secrets.jwtSecret,
      publishable_key: PUBLISHABLE_KEY,
      enable_signup: false,
      enable_anonymous_sign_ins: false,
      enable_refresh_token_rotation: true,
      minimum_password_length: 10,
      email: { enable_signup: false },
    },
    studio: { enabled: false },
    options: { server: { admin: false } },
  });
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
