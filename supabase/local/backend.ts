import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { postgis } from '@electric-sql/pglite-postgis';
import { App } from '@supabase/lite';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { refuseTooManyBoundValues } from './bound-values.ts';
import { isDatabaseError, withPostgrestShape } from './database-errors.ts';
import { BOOTSTRAP_SQL, prepareSession } from './database-session.ts';
import { lockFolder } from './folder-lock.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { allowedHosts } from './hosts.ts';
import { refusalOfEndedSession } from './live-session.ts';
import { applyMigrations, type Migration, readMigrations } from './migrations.ts';
import { createMutex } from './mutex.ts';
import { noteSqlState, quietly } from './quiet-library.ts';
import { BODY_LIMIT_BYTES } from './request-body.ts';
import { freshSecrets, PUBLISHABLE_KEY, type Secrets, secretsOf } from './secrets.ts';
import { createSignInDelay } from './sign-in-delay.ts';
import { snapshotStore } from './snapshot.ts';
import { VALUE_FORMATS } from './value-formats.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

export type BackendOptions = {
  /** Where everything is kept; null keeps it in memory, for tests. */
  dataFolder: string | null;
  /** Default: `supabase/migrations`. */
  migrationsFolder?: string;
  /** Where snapshots of freshly migrated clusters are kept. Default: `.cache` of the repository. */
  cacheFolder?: string;
  /** Host names allowed beside loopback's, separated by commas. */
  moreHosts?: string;
  /** Receives one line for each refused or failed request. Default: standard error. */
  log?: (line: string) => void;
};

/** The embedded Supabase backend. */
export type Backend = {
  /** Answers a request for `/rest/v1/…` or `/auth/v1/…`, with every guard in place. Never throws. */
  fetch(request: Request): Promise<Response>;
  /** Runs one statement as the owner of the database, in turn with the requests; answers with its rows. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Runs any number of statements without parameters as the owner, in turn with the requests. */
  execute(sql: string): Promise<void>;
  /** The key that clients send, and the secret that signs access tokens (for tests of expired ones). */
  keys: { publishable: string; jwtSecret: string };
  /** Names of the migrations that this start applied; empty when the cluster came from a snapshot or had them. */
  applied: readonly string[];
  /** Waits for the request that is running, closes the database and frees the folder. */
  close(): Promise<void>;
};

/**
 * Opens the backend: locks the folder, opens or makes the database, applies pending migrations.
 * @throws FolderInUseError when another process has the folder; Error when a migration fails.
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  // The library calls home from its command line only; this says no all the same.
  process.env.LITE_TELEMETRY = '0';
  const { dataFolder } = options;
  if (dataFolder === null) return openWith(options, freshSecrets(), () => undefined);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataFolder);
  try {
    return await openWith(options, secretsOf(dataFolder), lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openWith(options: BackendOptions, secrets: Secrets, release: () => void): Promise<Backend> {
  const migrations = readMigrations(options.migrationsFolder ?? join(REPOSITORY, 'supabase/migrations'));
  const snapshot = snapshotStore(options.cacheFolder ?? join(REPOSITORY, '.cache'), ingredients(migrations));
  const folder = options.dataFolder === null ? null : clusterFolder(options.dataFolder);
  const stored = folder?.ready ? null : snapshot.read();
  const connection = await connect(folder?.path ?? null, stored);
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
    guardConnection(connection);
    return assemble(options, app, connection, secrets, applied, release);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function assemble(
  options: BackendOptions,
  app: App,
  connection: PgliteConnection,
  secrets: Secrets,
  applied: readonly string[],
  release: () => void,
): Backend {
  const mutex = createMutex();
  const { driver } = connection;
  let closing: Promise<void> | undefined;
  return {
    fetch: createGuardedFetch({
      answer: async (request) => (await refusalOfEndedSession(driver, request)) ?? app.fetch(request),
      mutex,
      signInDelay: createSignInDelay(),
      hosts: allowedHosts(options.moreHosts),
      bodyLimit: BODY_LIMIT_BYTES,
      log: options.log ?? ((line) => process.stderr.write(`${line}\n`)),
    }),
    query: <Row>(sql: string, parameters?: unknown[]) =>
      mutex.run(async () => (await driver.query<Row>(sql, parameters)).rows),
    execute: (sql) =>
      mutex.run(async () => {
        await driver.exec(sql);
        // What the library knows of tables and functions may have changed.
        await connection.clearSchemaCache();
      }),
    keys: { publishable: PUBLISHABLE_KEY, jwtSecret: secrets.jwtSecret },
    applied,
    close: () => {
      closing ??= mutex.run(() => connection.close()).finally(release);
      return closing;
    },
  };
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

function guardConnection(connection: PgliteConnection): void {
  refuseTooManyBoundValues(connection.driver);
  // Left unknown, the first request grants all rights on all tables to everyone, over our own grants.
  Object.assign(connection, { rlsState: 'active' });
  connection.normalizeDbError = (error) => {
    if (isDatabaseError(error)) noteSqlState(error.code);
    return withPostgrestShape(error);
  };
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
