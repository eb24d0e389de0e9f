import { mkdirSync } from 'node:fs';
import { type Cluster, type ClusterOptions, migrationsOf, openCluster } from './cluster.ts';
import { isDatabaseError, withPostgrestShape } from './database-errors.ts';
import { lockFolder } from './folder-lock.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { allowedHosts } from './hosts.ts';
import { refusalOfEndedSession } from './live-session.ts';
import { createMutex, createOpenDoor } from './mutex.ts';
import type { Listen, OwnerSession } from './owner-session.ts';
import { openPostgres } from './postgres.ts';
import { noteSqlState } from './quiet-library.ts';
import { BODY_LIMIT_BYTES } from './request-body.ts';
import { freshSecrets, PUBLISHABLE_KEY, type Secrets, secretsOf } from './secrets.ts';
import { createSignInDelay } from './sign-in-delay.ts';

export type BackendOptions = ClusterOptions & {
  /** A PostgreSQL server's database (`postgresql://…`) in place of the embedded one. Secrets stay in the folder. */
  databaseUrl?: string | undefined;
  /** Host names allowed beside loopback's, separated by commas. */
  moreHosts?: string;
  /** Receives one line for each refused or failed request. Default: standard error. */
  log?: (line: string) => void;
};

/** The Supabase backend, on the embedded database or on a PostgreSQL server. */
export type Backend = OwnerSession & {
  /** Answers a request for `/rest/v1/…` or `/auth/v1/…`, with every guard in place. Never throws. */
  fetch(request: Request): Promise<Response>;
  listen: Listen;
  /** The key that clients send, and the secret that signs access tokens (for tests of expired ones). */
  keys: { publishable: string; jwtSecret: string };
  /** Names of the migrations that this start applied; empty when the cluster came from a snapshot or had them. */
  applied: readonly string[];
  /** Waits for the request that is running, closes the database and frees the folder. */
  close(): Promise<void>;
};

/**
 * Opens the backend: locks the folder, opens or makes the database, applies pending migrations.
 * @throws FolderInUseError when another process has the folder; DatabaseRefused when a person must put something
 * right in the database first; Error when a migration fails.
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
  const { databaseUrl } = options;
  const cluster = databaseUrl
    ? await openPostgres(databaseUrl, migrationsOf(options), secrets)
    : await openCluster(options, secrets);
  guardConnection(cluster.connection);
  return assemble(options, cluster, secrets, release);
}

function assemble(
  options: BackendOptions,
  { app, connection, session, listen, applied, sideBySide, close }: Cluster,
  secrets: Secrets,
  release: () => void,
): Backend {
  const mutex = sideBySide ? createOpenDoor() : createMutex();
  let closing: Promise<void> | undefined;
  return {
    fetch: createGuardedFetch({
      answer: async (request) => (await refusalOfEndedSession(session, request)) ?? app.fetch(request),
      mutex,
      signInDelay: createSignInDelay(),
      hosts: allowedHosts(options.moreHosts),
      bodyLimit: BODY_LIMIT_BYTES,
      log: options.log ?? ((line) => process.stderr.write(`${line}\n`)),
    }),
    query: (sql, parameters) => mutex.run(() => session.query(sql, parameters)),
    execute: (sql) =>
      mutex.run(async () => {
        await session.execute(sql);
        // What the library knows of tables and functions may have changed.
        await connection.clearSchemaCache();
      }),
    listen: (channel, hear, missed) =>
      mutex.run(async () => {
        const stop = await listen(channel, hear, missed);
        return () => mutex.run(stop);
      }),
    transaction: (work) => mutex.run(() => session.transaction(work)),
    keys: { publishable: PUBLISHABLE_KEY, jwtSecret: secrets.jwtSecret },
    applied,
    close: () => {
      closing ??= mutex.idle().then(close).finally(release);
      return closing;
    },
  };
}

function guardConnection(connection: Cluster['connection']): void {
  // Left unknown, the first request grants all rights on all tables to everyone, over our own grants.
  Object.assign(connection, { rlsState: 'active' });
  connection.normalizeDbError = (error) => {
    if (isDatabaseError(error)) noteSqlState(error.code);
    return withPostgrestShape(error);
  };
}
