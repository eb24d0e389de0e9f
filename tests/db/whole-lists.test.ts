import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Column, Facts } from '../../src/layers/layer.ts';
import type { RoadRow } from '../../src/layers/roads/row.ts';
import { CSV_DIALECTS, csvOf } from '../../src/table/csv.ts';
import { exportSheet } from '../../src/table/export-sheet.ts';
import { workbookOf } from '../../src/table/workbook.ts';
import { freshDatabase } from '../support/database.ts';
import { readWorkbook } from '../support/workbook.ts';

// One more than an answer of the API holds at most.
const COUNT = 1001;
const COMMUNE = 'aaaaaaaa-0000-4000-8000-000000000001';
const NAMES = Array.from({ length: COUNT }, (_, index) => `Đường ${index + 1}`);

const COLUMNS: Column<RoadRow>[] = [
  { id: 'name', title: () => 'Tên', value: ({ name }) => name },
  { id: 'length', title: () => 'Chiều dài (m)', value: ({ length_m }) => length_m, numeric: true },
];
const FACTS: Facts = {
  communeId: COMMUNE,
  communeName: 'Nghi Dương',
  asOf: '2026-10-31',
  criteria: [],
  criteriaConfirmed: true,
  names: new Map(),
  role: null,
};

describe(`a list of ${COUNT} rows`, () => {
  let lists: typeof import('../../src/data/read-all.ts');

  beforeAll(async () => {
    const backend = await freshDatabase();
    await backend.query(
      `insert into app.communes (id, code, name, province, coordinate_system, is_public, geom)
       values ($1, '11713', 'Nghi Dương', 'Hải Phòng', 'EPSG:9210', true,
         extensions.ST_Multi(extensions.ST_MakeEnvelope(106.60, 20.70, 106.66, 20.75, 4326)))`,
      [COMMUNE],
    );
    await backend.query(
      `insert into app.roads (id, commune_id, name, class, valid_from, geom)
       select gen_random_uuid(), $1, 'Đường ' || n, 'hamlet', '2020-01-01',
         extensions.ST_Multi(extensions.ST_MakeLine(
           extensions.ST_SetSRID(extensions.ST_MakePoint(106.61 + n * 1e-5, 20.71), 4326),
           extensions.ST_SetSRID(extensions.ST_MakePoint(106.61 + n * 1e-5, 20.72), 4326)))
       from generate_series(1, $2::int) as n`,
      [COMMUNE, COUNT],
    );
    // The page's own client, as in a browser, but with requests that go straight to the backend.
    vi.stubGlobal('location', { origin: 'http://127.0.0.1' });
    vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) =>
      backend.fetch(new Request(input, init)),
    );
    vi.resetModules();
    lists = await import('../../src/data/read-all.ts');
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const namesOf = (rows: readonly RoadRow[]) => new Set(rows.map(({ name }) => name));

  it('is read whole from a view', async () => {
    const rows = await lists.readAll<RoadRow>('roads', COMMUNE);
    expect(rows).toHaveLength(COUNT);
    expect(namesOf(rows)).toEqual(new Set(NAMES));
  });

  it('is read whole from a function', async () => {
    const rows = await lists.callAll<RoadRow>('roads_at', { as_of: '2026-10-31', commune_id: COMMUNE });
    expect(rows).toHaveLength(COUNT);
    expect(namesOf(rows)).toEqual(new Set(NAMES));
  });

  it('is exported whole, to CSV and to a workbook', async () => {
    const rows = await lists.callAll<RoadRow>('roads_at', { as_of: '2026-10-31', commune_id: COMMUNE });
    const sheet = exportSheet(COLUMNS, rows, FACTS);
    const csv = csvOf(sheet, CSV_DIALECTS.vi).trimEnd().split('\r\n').slice(1);
    expect(new Set(csv.map((line) => line.split(';')[0]))).toEqual(new Set(NAMES));
    expect(csv).toHaveLength(COUNT);

    const workbook = await workbookOf('Đường', sheet, { sheet: 'Nguồn', lines: [] });
    const cells = readWorkbook(new Uint8Array(await workbook.arrayBuffer())).Đường?.slice(1) ?? [];
    expect(new Set(cells.map(([name]) => name))).toEqual(new Set(NAMES));
    expect(cells).toHaveLength(COUNT);
  });

  it.each([
    ['ends before its count', { data: [], error: null, count: COUNT, status: 206 }],
    ['comes without a count', { data: [], error: null, count: null, status: 200 }],
    ['comes as something else', { data: null, error: null, count: 0, status: 200 }],
  ])('is an error, never a shorter list, when it %s', async (_how, second) => {
    const first = { data: Array.from({ length: 1000 }, () => ({})), error: null, count: COUNT, status: 206 };
    const read = lists.readPages((from) => Promise.resolve(from === 0 ? first : second));
    await expect(read).rejects.toMatchObject({ name: 'Fault', kind: 'shortfall' });
  });
});
