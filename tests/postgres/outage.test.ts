import { join } from 'node:path';
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Backend, openBackend } from '../../supabase/local/backend.ts';
import { createUser, signedIn } from '../support/database.ts';
import { asAdministrator, makeDatabase, prepareServer } from '../support/postgres-databases.ts';
import { type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres.ts';

const PEOPLE = 12;
const SMALL_SCHEMA = join(import.meta.dirname, '../support/migrations');

type Person = { id: string; client: SupabaseClient };
/** What came back while people worked: titles that were answered "stored", and whatever must not be. */
type Day = { stored: { owner: string; title: string }[]; away: number; good: number; wrong: string[] };

let server: PrivatePostgres;
let database: Awaited<ReturnType<typeof makeDatabase>>;
let backend: Backend;
let people: Person[];

beforeAll(async () => {
  // A server of its own, because it is stopped and killed here.
  server = await startPrivatePostgres();
  await prepareServer(server.adminUrl);
  database = await makeDatabase(server.adminUrl);
  backend = await openBackend({
    dataFolder: null,
    databaseUrl: database.url,
    migrationsFolder: SMALL_SCHEMA,
    log: () => undefined,
  });
  people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, number) => {
      const email = `nguoi-${number}@xa.vn`;
      const id = await createUser(backend, { email });
      return { id, client: await signedIn(backend, email) };
    }),
  );
});
afterAll(async () => {
  await backend?.close();
  server?.dispose();
});
beforeEach(() => backend.execute('truncate app.notes'));

/** Everybody writes and reads without pause while `happens`, and a little longer. */
async function workWhile(happens: (day: Day) => Promise<void>): Promise<Day> {
  const day: Day = { stored: [], away: 0, good: 0, wrong: [] };
  let isOver = false;
  const work = people.map(async (person, number) => {
    for (let turn = 0; !isOver; turn += 1) {
      await (turn % 2 === 0 ? write(person, `${number}-${turn}-${Math.random()}`, day) : read(person, day));
    }
  });
  await happens(day).finally(() => {
    isOver = true;
  });
  await Promise.all(work);
  return day;
}

async function write({ id, client }: Person, title: string, day: Day): Promise<void> {
  const { status, error } = await client.from('notes').insert({ owner: id, title });
  if (status === 201) day.stored.push({ owner: id, title });
  note(day, status, error);
}

async function read({ id, client }: Person, day: Day): Promise<void> {
  const who = await client.rpc('who_am_i');
  // The client would ask again by itself after a 503; here each answer counts.
  const notes = await client.from('notes').select('owner').retry(false);
  note(day, who.status, who.error);
  note(day, notes.status, notes.error);
  if (who.status === 200 && who.data !== id) day.wrong.push(`asked as ${id}, told ${who.data}`);
  const others = (notes.data ?? []).filter(({ owner }) => owner !== id);
  if (others.length > 0) day.wrong.push(`${id} saw notes of ${others[0]?.owner}`);
}

function note(day: Day, status: number, error: { code: string; message: string } | null): void {
  if (status < 300) day.good += 1;
  else if (status === 503 && error?.code === 'PT503' && /mất kết nối với cơ sở dữ liệu/.test(error.message))
    day.away += 1;
  else day.wrong.push(`${status} ${error?.code} ${error?.message}`);
}

/** Everybody was answered as himself, and what was said to be stored is there. */
async function expectNothingLost(day: Day): Promise<void> {
  expect(day.wrong).toEqual([]);
  const rows = await backend.query<{ owner: string; title: string }>('select owner, title from app.notes');
  const ownerOf = new Map(rows.map(({ owner, title }) => [title, owner]));
  const lost = day.stored.filter(({ owner, title }) => ownerOf.get(title) !== owner);
  expect(lost).toEqual([]);
}

async function until(isSo: () => boolean): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 60_000, interval: 20 });
}

describe('PostgreSQL that goes away under load and comes back', () => {
  it.each(['fast', 'immediate'] as const)(
    'stopped (%s): 503 in plain words meanwhile, then everything goes on',
    async (mode) => {
      const day = await workWhile(async (so) => {
        await until(() => so.stored.length > 40);
        server.stop(mode);
        await until(() => so.away > 24);
        const before = so.good;
        server.start();
        await until(() => so.good > before + 80);
      });
      expect(day.away).toBeGreaterThan(24);
      await expectNothingLost(day);
    },
  );

  // Red with the library's own driver: who was cut off writes to a connection that is gone, an exception that
  // nobody catches and that ends the server; other requests are never answered.
  it('connections that are cut one by one: nobody gets into anybody else’s transaction', async () => {
    const day = await workWhile(async (so) => {
      for (let cut = 0; cut < 30; cut += 1) {
        const before = so.good;
        await asAdministrator(server.adminUrl, [
          `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
             where datname = '${database.name}' and state <> 'idle' order by random() limit 3) as chosen`,
        ]);
        await until(() => so.good > before + 5);
      }
    });
    expect(day.away).toBeGreaterThan(10);
    await expectNothingLost(day);
  });

  it('announcements are heard again afterwards, and that some may have been missed is said', async () => {
    const heard: string[] = [];
    let missed = 0;
    const stop = await backend.listen(
      'changes',
      (payload) => heard.push(payload),
      () => {
        missed += 1;
      },
    );
    await backend.query("select pg_notify('changes', 'trước')");
    await until(() => heard.includes('trước'));
    server.stop('immediate');
    server.start();
    await until(() => missed > 0);
    await backend.query("select pg_notify('changes', 'sau')");
    await until(() => heard.includes('sau'));
    await stop();
  });
});
