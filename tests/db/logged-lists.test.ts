import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentRow } from '../../src/layers/incidents/row.ts';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { put, putCommune, putMember, spot } from './hand-made-map.ts';

// One more than an answer of the API holds at most.
const COUNT = 1001;
const EMAIL = 'cong-an@xa.vn';
const PASSWORD = 'mat-khau-thu-nghiem';
const MAY = { from_date: '2026-05-01', to_date: '2026-05-31' };
const JUNE = { from_date: '2026-06-01', to_date: '2026-06-30' };

let backend: Backend;
let commune: string;
let lists: typeof import('../../src/data/read-all.ts');
let page: typeof import('../../src/data/client.ts')['client'];

beforeAll(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  await putMember(backend, commune, await createUser(backend, { email: EMAIL }), 'police');
  await backend.query(
    `insert into app.incidents (id, commune_id, kind, occurred_at, state, geom)
     select gen_random_uuid(), $1, 'theft', '2026-05-01T10:00:00+07', 'open', i.geom
     from generate_series(1, $2::int), (select extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($3::text), 4326) as geom) i`,
    [commune, COUNT, JSON.stringify(spot(1, 1))],
  );
  for (const day of ['02', '04', '03']) {
    await put(backend, 'incidents', {
      commune_id: commune,
      kind: 'fire',
      occurred_at: `2026-06-${day}T10:00:00Z`,
      state: 'open',
      geom: spot(1, 1),
    });
  }
  // The page's own client, as in a browser, but with requests that go straight to the backend.
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' });
  vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => backend.fetch(new Request(input, init)));
  vi.resetModules();
  lists = await import('../../src/data/read-all.ts');
  ({ client: page } = await import('../../src/data/client.ts'));
  const { error } = await page.auth.signInWithPassword({ email: EMAIL, password: PASSWORD });
  if (error) throw error;
});
afterAll(async () => {
  await page.auth.signOut();
  vi.unstubAllGlobals();
  vi.resetModules();
});
beforeEach(() => backend.query('delete from app.incident_reads'));

const look = (days: typeof MAY) => lists.callAllLogged<IncidentRow>('read_incidents', days, 'id');
const log = () =>
  backend.query('select what, from_date::text, to_date::text from app.incident_reads order by id');
const incidentsOf = ({ from_date, to_date }: typeof MAY) => ({ what: 'incidents', from_date, to_date });

describe('one look', () => {
  it(`of ${COUNT} incidents, more than one answer holds, brings each once and is one line of the log`, async () => {
    const rows = await look(MAY);
    expect(rows).toHaveLength(COUNT);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(COUNT);
    expect(await log()).toEqual([incidentsOf(MAY)]);
  });

  it('of few incidents is one request and one line', async () => {
    const send = vi.spyOn(backend, 'fetch');
    expect(await look(JUNE)).toHaveLength(3);
    expect(send).toHaveBeenCalledTimes(1);
    send.mockRestore();
    expect(await log()).toEqual([incidentsOf(JUNE)]);
  });

  it('of nothing is one line', async () => {
    const none = { from_date: '2020-01-01', to_date: '2020-01-31' };
    expect(await look(none)).toEqual([]);
    expect(await log()).toEqual([incidentsOf(none)]);
  });

  it('at the hotspots is one line', async () => {
    const months = { from_month: '2026-06-01', to_month: '2026-06-01' };
    const cells = await lists.callAllLogged<{ count: number }>('incident_cells', months, 'cell_id');
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(await log()).toEqual([{ what: 'cells', from_date: '2026-06-01', to_date: '2026-06-30' }]);
  });
});

describe('each look has its line', () => {
  it('when the same question is asked again', async () => {
    await look(JUNE);
    await look(JUNE);
    expect(await log()).toHaveLength(2);
  });

  describe('whatever name the look goes by', () => {
    const NAME = 'eeeeeeee-0000-4000-8000-000000000001';
    const named = async (days: typeof MAY, email = EMAIL) => {
      const client = await signedIn(backend, email);
      return client.rpc('read_incidents', days).setHeader('x-look', NAME);
    };

    it('for another question', async () => {
      await named(JUNE);
      await named(MAY);
      await named({ ...JUNE, to_date: '2026-06-29' });
      expect(await log()).toHaveLength(3);
    });

    it('for another person', async () => {
      const other = await createUser(backend, { email: 'cong-an-2@xa.vn' });
      await putMember(backend, commune, other, 'police');
      await named(JUNE);
      await named(JUNE, 'cong-an-2@xa.vn');
      expect(await log()).toHaveLength(2);
    });

    it('a minute later, when there may be something new to see', async () => {
      await named(JUNE);
      await backend.query("update app.incident_reads set read_at = read_at - interval '61 seconds'");
      await named(JUNE);
      await named(JUNE);
      expect(await log()).toHaveLength(2);
    });

    it('and a name that is none is refused, nothing read', async () => {
      const client = await signedIn(backend, EMAIL);
      const answer = await client.rpc('read_incidents', JUNE).setHeader('x-look', 'x');
      expect([answer.status, answer.data]).toEqual([400, null]);
    });
  });
});

it('incidents of the layer come the latest first', async () => {
  const { query } = await import('../../src/layers/incidents/query.ts');
  const { queryFn } = query({ person: 'x', communeId: commune, asOf: '2026-06-30' });
  const rows = await queryFn();
  expect(rows).toHaveLength(COUNT + 3);
  expect(rows.slice(0, 3).map(({ occurred_at }) => occurred_at.slice(0, 10))).toEqual([
    '2026-06-04',
    '2026-06-03',
    '2026-06-02',
  ]);
});

describe('a list that the server does not count', () => {
  /** A server with `rows` rows that answers `limit` of them at most, and counts only what it answers whole. */
  const server = (rows: number, limit: number) =>
    vi.fn(async (from: number, to: number) => {
      const asked = Math.min(to - from + 1, limit);
      const data = Array.from({ length: rows }, (_, index) => index).slice(from, from + asked);
      const count = from === 0 && data.length < asked ? data.length : null;
      return { data, error: null, count, status: 200 };
    });

  it.each<[rows: number, limit: number, requests: number]>([
    [0, 1000, 1],
    [999, 1000, 1],
    [1000, 1000, 2],
    [1001, 1000, 2],
    [2000, 1000, 3],
    [1200, 500, 4],
    [500, 500, 2],
    [3, 1, 4],
  ])('of %i rows, %i at a time, is read whole in %i requests', async (rows, limit, requests) => {
    const page = server(rows, limit);
    expect(await lists.readLogged<number>(page)).toEqual(Array.from({ length: rows }, (_, index) => index));
    expect(page).toHaveBeenCalledTimes(requests);
  });

  it.each([
    ['ends before its count', { data: [], error: null, count: COUNT, status: 206 }],
    ['comes as something else', { data: null, error: null, count: null, status: 200 }],
  ])('is an error, never a shorter list, when it %s', async (_how, second) => {
    const first = { data: Array.from({ length: 1000 }, () => ({})), error: null, count: COUNT, status: 206 };
    const read = lists.readLogged((from) => Promise.resolve(from === 0 ? first : second));
    await expect(read).rejects.toMatchObject({ name: 'Fault', kind: 'shortfall' });
  });
});
