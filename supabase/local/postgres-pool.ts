import pg from 'pg';
import { checkBoundValues } from './bound-values.ts';
import { SEARCH_PATH } from './database-session.ts';
import { noticingLoss } from './lost-database.ts';
import type { OwnerSession, OwnerStatements } from './owner-session.ts';
import { createPreamble } from './transaction-preamble.ts';
import { asParameter, readersOf } from './value-formats.ts';

const MOST_CONNECTIONS = 10;
/** Who waits longer than this for a connection is told that the database is away. */
const CONNECT_MILLISECONDS = 10_000;
/** The longest that one statement may run; the server itself stops it. */
export const STATEMENT_MILLISECONDS = 30_000;

// At the start of every connection, in one round: UTC and ISO as on a hosted project, and an end to what hangs.
// Compiling a plan takes seconds where our questions, long in words and short in rows, take milliseconds.
const SESSION_SQL = `
set search_path to ${SEARCH_PATH};
set time zone 'UTC';
set datestyle to 'ISO, MDY';
set intervalstyle to 'postgres';
set extra_float_digits to 1;
set bytea_output to 'hex';
set jit to off;
set statement_timeout to ${STATEMENT_MILLISECONDS};
set idle_in_transaction_session_timeout to ${2 * STATEMENT_MILLISECONDS};`;

/** What the driver gives for one statement. */
type Answer = { command: string; rowCount: number; rows: never[] };

/** One connection, lent until `release`. */
type Lent = {
  query(sql: string, parameters?: readonly unknown[]): Promise<Answer>;
  release(): void;
};

/** Connections to a PostgreSQL server. Lost ones are thrown away and made anew when they are asked for. */
export type PostgresPool = OwnerSession & {
  /**
   * Runs `work` on one connection that nobody else uses, without a limit on how long a statement may run;
   * the connection is thrown away afterwards, and with it what was set or locked on it.
   */
  alone<Result>(work: (session: OwnerSession) => Promise<Result>): Promise<Result>;
  /** Lends one connection; nobody else speaks on it until `release`. */
  connect(): Promise<Lent>;
  /** Waits for the lent connections and closes all. */
  end(): Promise<void>;
};

/** How every connection to the server is made. */
export function connectionSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'ban-do-xa-hanh-phuc',
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    keepAlive: true,
  };
}

/** Opens the pool; the first connection is made at once. Rejects when that fails. */
export async function openPool(url: string): Promise<PostgresPool> {
  // Until the server has told its array types, every value is text.
  let readers = new Map<number, (text: string) => unknown>();
  const pool = new pg.Pool({
    ...connectionSettings(url),
    max: MOST_CONNECTIONS,
    types: { getTypeParser: (type: number) => readers.get(type) ?? ((text: string) => text) } as never,
    onConnect: async (client) => {
      await client.query(SESSION_SQL);
    },
  });
  // A connection that is lost tells it here as well as to whoever waits for it; unheard it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const connect = () => noticingLoss('before commit', async () => lend(await pool.connect()));
  try {
    readers = readersOf(await arrayTypes(connect));
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    ...sessionOn(connect),
    connect,
    alone: async (work) => {
      const client = await noticingLoss('before commit', () => pool.connect());
      try {
        await client.query('set statement_timeout to 0');
        return await work(sessionOn(async () => ({ ...lend(client), release: () => undefined })));
      } finally {
        client.release(true);
      }
    },
    end: () => pool.end(),
  };
}

function lend(client: pg.PoolClient): Lent {
  const speak = (sql: string, parameters?: unknown[]) =>
    noticingLoss(/^\s*commit\b/i.test(sql) ? 'at commit' : 'before commit', async () => {
      const answer: unknown = await client.query(sql, parameters);
      return answer as Answer;
    });
  const preamble = createPreamble();
  return {
    async query(sql, parameters) {
      checkBoundValues(parameters);
      if (preamble.takes(sql, parameters)) return { command: 'SELECT', rowCount: 0, rows: [] };
      const before = preamble.said();
      if (before !== null) await speak(before);
      return speak(sql, parameters?.map(asParameter));
    },
    // Never back with a transaction open: the next one to speak would do so in this one's name.
    release: () => client.release(client.getTransactionStatus() !== 'I'),
  };
}

function sessionOn(connect: () => Promise<Lent>): OwnerSession {
  const lent = async <Result>(work: (connection: Lent) => Promise<Result>) => {
    const connection = await connect();
    try {
      return await work(connection);
    } finally {
      connection.release();
    }
  };
  return {
    query: (sql, parameters) => lent((connection) => statementsOn(connection).query(sql, parameters)),
    execute: (sql) => lent((connection) => statementsOn(connection).execute(sql)),
    transaction: (work) =>
      lent(async (connection) => {
        await connection.query('begin');
        try {
          const result = await work(statementsOn(connection));
          await connection.query('commit');
          return result;
        } catch (error) {
          // On a lost connection this fails too; what went wrong first is what counts.
          await connection.query('rollback').catch(() => undefined);
          throw error;
        }
      }),
  };
}

function statementsOn(connection: Lent): OwnerStatements {
  return {
    query: async <Row>(sql: string, parameters?: unknown[]) =>
      (await connection.query(sql, parameters)).rows as Row[],
    execute: async (sql) => {
      await connection.query(sql);
    },
  };
}

async function arrayTypes(connect: () => Promise<Lent>): Promise<{ array: number; element: number }[]> {
  const rows = await sessionOn(connect).query<{ array: string; element: string }>(
    `select oid as array, typelem as element from pg_catalog.pg_type where typcategory = 'A' and typelem <> 0`,
  );
  return rows.map(({ array, element }) => ({ array: Number(array), element: Number(element) }));
}
