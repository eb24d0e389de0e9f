import { mkdirSync } from 'node:fs';
import { type Cluster, type ClusterOptions, migrationsOf, openCluster } from './cluster.ts';
import { isDatabaseError, withPostgrestShape } from './database-errors.ts';
import { createDiskSpace, freeBytesOf, watchForPanic } from './disk-space.ts';
import { lockFolder } from './folder-lock.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { allowedHosts, refusalOfHost } from './hosts.ts';
import { createLive, LIVE_PATH } from './live/live.ts';
import { refusalOfEndedSession } from './live-session.ts';
import { createMutex, createOpenDoor } from './mutex.ts';
import type { Listen, OwnerSession } from './owner-session.ts';
import { openPostgres } from './postgres.ts';
import { noteSqlState } from './quiet-library.ts';
import { BODY_LIMIT_BYTES } from './request-body.ts';
import { freshSecrets, PUBLISHABLE_KEY, type Secrets, secretsOf } from './secrets.ts';
import { CODES, clockWith, createSignInDelay } from './sign-in-delay.ts';

export type BackendOptions = ClusterOptions & {
  /** A PostgreSQL server's database (`postgresql://…`) in place of the embedded one. Secrets stay in the folder. */
  databaseUrl?: string | undefined;
  /** Host names allowed beside loopback's, separated by commas. */
  moreHosts?: string;
  /** Bytes that may still be written. Default: what the disk of the data folder tells; without one, no limit. */
  freeBytes?: () => number;
  /** Told when the database can answer nothing more and the process must end. What it acknowledged is kept. */
  onBroken?: () => void;
  /** How the waits after wrong passwords and codes pass. Default: by the clock. */
  wait?: (milliseconds: number) => Promise<void>;
  /** Receives one line for each refused or failed request. Default: standard error. */
  log?: (line: string) => void;
};

/** The Supabase backend, on the embedded database or on a PostgreSQL server. */
export type Backend = OwnerSession & {
  /** Answers a request for `/rest/v1/…`, `/auth/v1/…` or `/live`, with every guard in place. Never throws. */
  fetch(request: Request): Promise<Response>;
  listen: Listen;
  /**
   * Does `work` while no statement runs and everything stored lies in the data folder's files. Of the embedded
   * database alone: the files of a PostgreSQL server are not ours.
   */
  atRest<Result>(work: () => Promise<Result>): Promise<Result>;
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
    : await openEmbedded(options, secrets);
  guardConnection(cluster.connection);
  const backend = assemble(options, cluster, secrets, release);
  return withLive(backend, allowedHosts(options.moreHosts));
}

async function openEmbedded(options: BackendOptions, secrets: Secrets): Promise<Cluster> {
  const cluster = await openCluster(options, secrets);
  if (options.onBroken) watchForPanic(cluster.connection.driver, options.onBroken);
  return cluster;
}

/** Puts `/live` beside the API of any backend that can listen to its database. */
async function withLive(backend: Backend, hosts: readonly string[]): Promise<Backend> {
  const live = createLive(backend.fetch);
  await backend.listen('changes', live.hear, live.missed);
  return {
    ...backend,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === LIVE_PATH) return refusalOfHost(request, hosts) ?? live.answer(request);
      const response = await backend.fetch(request);
      if (pathname === '/auth/v1/logout') void live.lookAgain();
      return response;
    },
    close() {
      live.close();
      return backend.close();
    },
  };
}

function assemble(
  options: BackendOptions,
  { app, connection, session, listen, applied, sideBySide, close }: Cluster,
  secrets: Secrets,
  release: () => void,
): Backend {
  const mutex = sideBySide ? createOpenDoor() : createMutex();
  const { dataFolder, freeBytes = () => (dataFolder === null ? Infinity : freeBytesOf(dataFolder)) } =
    options;
  // The disk of a PostgreSQL server is not ours to watch.
  const space = sideBySide ? null : createDiskSpace(freeBytes, (sql) => session.execute(sql));
  const clock = clockWith(options.wait);
  let closing: Promise<void> | undefined;
  return {
    fetch: createGuardedFetch({
      answer: (request) => {
        const ask = async () => (await refusalOfEndedSession(session, request)) ?? app.fetch(request);
        return space ? space.answer(request, ask) : ask();
      },
      mutex,
      signInDelay: createSignInDelay(clock),
      codeDelay: createSignInDelay(clock, CODES),
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
    atRest: (work) =>
      mutex.run(async () => {
        if (sideBySide) throw new Error('atRest: expected the embedded database');
        await session.execute('checkpoint');
        return work();
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
      // In its turn: a page that is still open asks on, and the database would wait for itself.
      closing ??= mutex.lastly(close).finally(release);
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
