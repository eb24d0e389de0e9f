import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { putCommune, putMember } from './hand-made-map.ts';

type Cell = {
  cell_id: number;
  count: number;
  z: number | null;
  p: number | null;
  significant: boolean | null;
  trend: string | null;
  sufficient: boolean;
};

// hotspots/reference.R says how they were made, by R's spdep.
const reference = table('reference.csv').map(([fixture, cell, count, z, p, significant]) => ({
  fixture,
  cell_id: Number(cell),
  count: Number(count),
  z: Number(z),
  p: Number(p),
  significant: significant === 'TRUE',
}));
const trends = table('trends.csv').map(([series, values, z]) => ({ series, values, z: Number(z) }));

let backend: Backend;
let commune: string;
let police: SupabaseClient;
beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  const user = await createUser(backend, { email: 'cong-an@xa.vn' });
  await putMember(backend, commune, user, 'police');
  police = await signedIn(backend, 'cong-an@xa.vn');
});

/** Puts so many incidents into the middles of cells, `months` after January 2025. */
async function happen(counts: readonly { cell: number; count: number; months?: number }[]): Promise<void> {
  await backend.query(
    `insert into app.incidents (id, commune_id, kind, occurred_at, state, geom)
     select gen_random_uuid(), g.commune_id, 'theft', '2025-01-10T12:00:00Z'::timestamptz + make_interval(months => coalesce(c.months, 0)), 'open', extensions.ST_Centroid(g.geom)
     from jsonb_to_recordset($1::text::jsonb) c (cell integer, count integer, months integer)
     join app.incident_grid g on g.cell_id = c.cell cross join lateral generate_series(1, c.count)`,
    [JSON.stringify(counts)],
  );
}

async function cells(from_month: string, to_month: string): Promise<Cell[]> {
  const { data, error } = await police.rpc('incident_cells', { from_month, to_month });
  if (error) throw new Error(`${error.code} ${error.message}`);
  return data;
}

describe('Gi*', () => {
  it.each([...new Set(reference.map(({ fixture }) => fixture))])('agrees with spdep: %s', async (name) => {
    const expected = reference.filter(({ fixture }) => fixture === name);
    await happen(expected.map(({ cell_id, count }) => ({ cell: cell_id, count })));
    const judged = (await cells('2025-01-01', '2025-01-01')).filter(({ z }) => z !== null);
    expect(judged.map(({ cell_id, count }) => [cell_id, count])).toEqual(
      expected.map(({ cell_id, count }) => [cell_id, count]),
    );
    for (const [index, { z, p, significant }] of expected.entries()) {
      expect(Math.abs((judged[index]?.z ?? Number.NaN) - z)).toBeLessThan(1e-6);
      expect(Math.abs((judged[index]?.p ?? Number.NaN) - p)).toBeLessThan(1e-6);
      expect(judged[index]?.significant).toBe(significant);
    }
  });

  it('is what a sheet of paper says of twelve cells in a row', async () => {
    // 9 cells of 2, then 4, 6, 3: n = 12, sum 31, mean 31/12; squares 36 + 16 + 36 + 9 = 97, S² = 97/12 - (31/12)² = 203/144.
    // Cell 11 with both beside it: 4 + 6 + 3 = 13, W = 3: z = (13 - 3·31/12) / (S · √((12·3 - 9) / 11)).
    await backend.query('delete from app.incident_grid where cell_id > 12');
    await backend.query(
      `update app.incident_grid set neighbours = array(select generate_series(greatest(cell_id - 1, 1), least(cell_id + 1, 12)))`,
    );
    const row = [2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 6, 3];
    await happen(row.map((count, index) => ({ cell: index + 1, count })));
    const found = (await cells('2025-01-01', '2025-01-01'))[10];
    expect(found?.z).toBeCloseTo((13 - 93 / 12) / (Math.sqrt(203 / 144) * Math.sqrt(27 / 11)), 12);
  });

  it.each([
    ['29 incidents', Array.from({ length: 29 }, () => 1), false],
    ['30 incidents', Array.from({ length: 30 }, () => 1), true],
    ['incidents in 9 cells', Array.from({ length: 9 }, () => 5), false],
    ['incidents in 10 cells', Array.from({ length: 10 }, () => 5), true],
  ])('concludes from %s only if they suffice', async (_what, counts, suffices) => {
    const inside = reference.filter(({ fixture }) => fixture === 'scattered').map(({ cell_id }) => cell_id);
    await happen(counts.map((count, index) => ({ cell: inside[index] ?? 0, count })));
    const rows = await cells('2025-01-01', '2025-01-01');
    expect(new Set(rows.map(({ sufficient }) => sufficient))).toEqual(new Set([suffices]));
    expect(rows.some(({ z, p, significant }) => z !== null || p !== null || significant !== null)).toBe(
      suffices,
    );
  });
});

describe('the trend', () => {
  it.each(trends)('of a series agrees with R: $series', async ({ values, z }) => {
    const [row] = await backend.query<{ z: number }>(
      `select app.mann_kendall(string_to_array($1, ' ')::bigint[]) as z`,
      [values],
    );
    expect(row?.z).toBeCloseTo(z, 9);
  });

  // One cell over twelve months, while every other cell has one incident a month.
  it.each([
    ['persistent', [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]],
    ['intensifying', [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]],
    ['diminishing', [21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10]],
    ['new', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10]],
    ['consecutive', [0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10, 10]],
    ['sporadic', [1, 10, 1, 1, 10, 1, 1, 1, 1, 1, 1, 10]],
    ['none', [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0]],
  ])('of a cell is %s', async (name, series) => {
    const inside = reference.filter(({ fixture }) => fixture === 'scattered').map(({ cell_id }) => cell_id);
    const hot = 34;
    await happen(
      series.flatMap((count, months) => [
        ...inside.filter((cell) => cell !== hot).map((cell) => ({ cell, count: 1, months })),
        { cell: hot, count, months },
      ]),
    );
    const trendOf = (rows: Cell[]) => rows.find(({ cell_id }) => cell_id === hot)?.trend;
    expect(trendOf(await cells('2025-01-01', '2025-12-01'))).toBe(name);
    expect(trendOf(await cells('2025-04-01', '2025-12-01'))).toBeNull();
  });
});

function table(file: string): string[][] {
  const text = readFileSync(join(import.meta.dirname, 'hotspots', file), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
