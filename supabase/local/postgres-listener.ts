import pg from 'pg';
import type { Listen } from './owner-session.ts';

const FIRST_WAIT_MILLISECONDS = 200;
const LONGEST_WAIT_MILLISECONDS = 5_000;

/** One channel's ear: what was said, and that something may have been said while nobody could hear it. */
type Ear = { channel: string; hear: Parameters<Listen>[1]; missed: Parameters<Listen>[2] };

/** Hears what a PostgreSQL server announces (`pg_notify`). */
export type PostgresListener = {
  /** `missed` is called when the connection was lost and has come back. Rejects when there is none now. */
  listen: Listen;
  close(): Promise<void>;
};

/** One connection that does nothing else, made when somebody first listens and made again whenever it is lost. */
export function createPostgresListener(settings: pg.ClientConfig): PostgresListener {
  const ears = new Set<Ear>();
  let current: Promise<pg.Client> | null = null;
  let waiting: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(settings);
    // Lost: the reason is told nowhere, and the requests beside it tell that the database is away.
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => {
      for (const ear of ears) if (ear.channel === channel) ear.hear(payload ?? '');
    });
    await client.connect();
    for (const { channel } of ears) await client.query(listenSql(channel));
    client.once('end', () => {
      current = null;
      if (!isClosed && ears.size > 0) reconnectAfter(FIRST_WAIT_MILLISECONDS);
    });
    return client;
  }

  function connected(): Promise<pg.Client> {
    current ??= connect().catch((error: unknown) => {
      current = null;
      throw error;
    });
    return current;
  }

  function reconnectAfter(milliseconds: number): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      connected().then(
        () => {
          for (const ear of ears) ear.missed?.();
        },
        () => {
          if (!isClosed) reconnectAfter(Math.min(2 * milliseconds, LONGEST_WAIT_MILLISECONDS));
        },
      );
    }, milliseconds);
  }

  return {
    async listen(channel, hear, missed) {
      const client = await connected();
      const ear = { channel, hear, missed };
      ears.add(ear);
      try {
        await client.query(listenSql(channel));
      } catch (error) {
        ears.delete(ear);
        throw error;
      }
      return async () => {
        ears.delete(ear);
      };
    },
    async close() {
      isClosed = true;
      clearTimeout(waiting);
      const client = await current?.catch(() => null);
      await client?.end().catch(() => undefined);
    },
  };
}

function listenSql(channel: string): string {
  return `listen ${pg.escapeIdentifier(channel)}`;
}
