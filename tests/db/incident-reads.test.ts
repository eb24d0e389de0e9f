import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { block, put, putCommune, putMember, spot } from './hand-made-map.ts';

type Cell = { cell_id: number; count: number; geometry: { type: string } };

let backend: Backend;
let commune: string;
let police: SupabaseClient;
let policeId: string;
beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  policeId = await createUser(backend, { email: 'cong-an@xa.vn' });
  await putMember(backend, commune, policeId, 'police');
  police = await signedIn(backend, 'cong-an@xa.vn');
});

const incident = (occurredAt: string, row: Record<string, unknown> = {}) =>
  put(backend, 'incidents', {
    commune_id: commune,
    kind: 'theft',
    occurred_at: occurredAt,
    state: 'open',
    geom: spot(1, 1),
    ...row,
  });

async function cells(parameters: Record<string, unknown>): Promise<Cell[]> {
  const { data, error } = await police.rpc('incident_cells', parameters);
  if (error) throw new Error(`${error.code} ${error.message}`);
  return data;
}

const MARCH = { from_month: '2026-03-01', to_month: '2026-03-31' };
const total = (rows: Cell[]) => rows.reduce((sum, { count }) => sum + count, 0);
const counted = (rows: Cell[]) =>
  rows.filter(({ count }) => count > 0).map(({ cell_id, count }) => [cell_id, count]);

describe('the days that are asked for', () => {
  // Vietnam is seven hours ahead: its March begins on 28 February at 17:00 UTC and ends on 31 March at 17:00 UTC.
  beforeEach(async () => {
    await incident('2026-02-28T16:59:59Z');
    await incident('2026-02-28T17:00:00Z');
    await incident('2026-03-31T16:59:59Z');
    await incident('2026-03-31T17:00:00Z');
  });

  it('are days in Vietnam, the first and the last included', async () => {
    const { data } = await police.rpc('read_incidents', { from_date: '2026-03-01', to_date: '2026-03-31' });
    expect(
      data?.map(({ occurred_at }: { occurred_at: string }) => new Date(occurred_at).toISOString()).sort(),
    ).toEqual(['2026-02-28T17:00:00.000Z', '2026-03-31T16:59:59.000Z']);
  });

  it('are whole months for the cells, the last included, whatever day of it is said', async () => {
    expect(total(await cells(MARCH))).toBe(2);
    expect(total(await cells({ from_month: '2026-03-15', to_month: '2026-03-01' }))).toBe(2);
    expect(total(await cells({ from_month: '2026-02-01', to_month: '2026-03-01' }))).toBe(3);
    expect(total(await cells({ from_month: '2026-02-01', to_month: '2026-04-01' }))).toBe(4);
    expect(total(await cells({ from_month: '2026-04-01', to_month: '2026-03-01' }))).toBe(0);
  });
});

describe('the cells', () => {
  it('are hexagons of 250 m across the flats that cover the commune', async () => {
    // Area of a regular hexagon of width d: d² × √3 / 2 = 54127 m². In this zone the map's scale is within
    // 1e-4 of true here, so the ground's area within 2e-4.
    const rows = await backend.query<{ area: number; missing: number }>(`
      select extensions.ST_Area(g.geom::extensions.geography) as area,
        (select extensions.ST_Area(extensions.ST_Difference(c.geom, extensions.ST_Union(g2.geom)))
         from app.communes c join app.incident_grid g2 on g2.commune_id = c.id group by c.id, c.geom) as missing
      from app.incident_grid g where g.cell_id = 1`);
    expect(Math.abs(Number(rows[0]?.area) / 54127 - 1)).toBeLessThan(4e-4);
    expect(rows[0]?.missing).toBeLessThan(1e-12);
  });

  it('are the same ones whatever is asked, empty ones with 0', async () => {
    await incident('2026-03-10T12:00:00Z');
    const march = await cells(MARCH);
    const april = await cells({ from_month: '2026-04-01', to_month: '2026-04-01' });
    expect(march.map(({ cell_id }) => cell_id)).toEqual(
      Array.from({ length: march.length }, (_, index) => index + 1),
    );
    expect(april.map(({ cell_id, geometry }) => [cell_id, geometry])).toEqual(
      march.map(({ cell_id, geometry }) => [cell_id, geometry]),
    );
    expect([total(march), total(april)]).toEqual([1, 0]);
  });

  it('add up to the incidents, each in the cell that its own row names', async () => {
    for (const [east, north] of [
      [1, 1],
      [1.1, 1],
      [9, 9],
      [19, 3],
      [0, 0],
      [20, 20],
    ] as const) {
      await incident('2026-03-10T12:00:00Z', { geom: spot(east, north) });
    }
    const { data } = await police.rpc('read_incidents', { from_date: '2026-03-01', to_date: '2026-03-31' });
    const named = new Map<number, number>();
    for (const { cell_id } of data as { cell_id: number }[])
      named.set(cell_id, (named.get(cell_id) ?? 0) + 1);
    const rows = await cells(MARCH);
    expect(total(rows)).toBe(6);
    expect(counted(rows)).toEqual([...named].sort(([one], [other]) => one - other));
  });

  it('count a place on their common edge once, in the lower number', async () => {
    // Two hand-made cells that meet at 2 units, the higher number first in the table.
    await backend.query('delete from app.incident_grid');
    for (const [cell, geometry] of [
      [2, block(2, 0, 4, 2)],
      [1, block(0, 0, 2, 2)],
    ] as const) {
      await backend.query(
        `insert into app.incident_grid (commune_id, cell_id, projected_geom, geom)
         select $1, $2::integer, extensions.ST_SetSRID(geom, 0), geom
         from extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($3::text), 4326) geom`,
        [commune, cell, JSON.stringify(geometry)],
      );
    }
    await incident('2026-03-10T12:00:00Z', { geom: spot(2, 1) });
    await incident('2026-03-10T12:00:00Z', { geom: spot(3, 1) });
    expect(counted(await cells(MARCH))).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('count only the kinds that are asked for, and only their own commune', async () => {
    const elsewhere = await putCommune(backend, { east: 40 });
    await incident('2026-03-10T12:00:00Z', { kind: 'fire' });
    await incident('2026-03-10T12:00:00Z', { kind: 'theft' });
    await incident('2026-03-10T12:00:00Z', { kind: 'noise' });
    await incident('2026-03-10T12:00:00Z', { commune_id: elsewhere, geom: spot(41, 1) });
    expect(total(await cells(MARCH))).toBe(3);
    expect(total(await cells({ ...MARCH, kinds: ['fire', 'noise'] }))).toBe(2);
    expect(total(await cells({ ...MARCH, kinds: [] }))).toBe(0);
  });
});

describe('every read', () => {
  const DAYS = { from_date: '2026-03-01', to_date: '2026-03-31' };
  beforeEach(() => incident('2026-03-10T12:00:00Z'));

  const log = () =>
    backend.query(
      `select commune_id, read_by, what, from_date::text, to_date::text, kinds from app.incident_reads order by id`,
    );

  it('is in the log: who asked, for what, for which days and kinds', async () => {
    await police.rpc('read_incidents', { ...DAYS, kinds: ['fire'] });
    await police.rpc('incident_cells', { from_month: '2026-02-10', to_month: '2026-03-10' });
    const who = { commune_id: commune, read_by: policeId };
    expect(await log()).toEqual([
      { ...who, what: 'incidents', from_date: '2026-03-01', to_date: '2026-03-31', kinds: ['fire'] },
      { ...who, what: 'cells', from_date: '2026-02-01', to_date: '2026-03-31', kinds: null },
    ]);
  });

  it.each<[exit: string, query: string, headers: Record<string, string>]>([
    ['as CSV', '', { accept: 'text/csv' }],
    ['as one object', '', { accept: 'application/vnd.pgrst.object+json' }],
    ['of one column', '?select=kind', {}],
    ['that asks to be rolled back', '', { prefer: 'tx=rollback' }],
    ['with a count', '', { prefer: 'count=exact' }],
  ])('is in the log %s', async (_exit, query, headers) => {
    expect((await raw('POST', query, headers, JSON.stringify(DAYS))).status).toBeLessThan(300);
    expect(await log()).toHaveLength(1);
  });

  it.each(['GET', 'HEAD'])('by %s, which may not write the log, is refused', async (method) => {
    const answer = await raw(method, `?from_date=${DAYS.from_date}&to_date=${DAYS.to_date}`, {});
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('theft');
    expect(await log()).toEqual([]);
  });

  it('of days that are not said is refused', async () => {
    expect((await police.rpc('read_incidents', { from_date: null, to_date: '2026-03-31' })).status).toBe(400);
    expect(await log()).toEqual([]);
  });

  it('is seen by nobody in the change log with its place', async () => {
    const changes = `select before, after from app.changes where table_name = 'incidents'`;
    expect(await backend.query(changes)).toEqual([{ before: null, after: null }]);
  });

  async function raw(
    method: string,
    query: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Response> {
    const { data } = await police.auth.getSession();
    return backend.fetch(
      new Request(`http://127.0.0.1/rest/v1/rpc/read_incidents${query}`, {
        method,
        headers: {
          apikey: backend.keys.publishable,
          authorization: `Bearer ${data.session?.access_token}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      }),
    );
  }
});
