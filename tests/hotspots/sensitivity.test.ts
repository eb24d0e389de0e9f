import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  hotAmong,
  localStatistic,
  neighboursOf,
  type Place,
  twoSidedP,
} from '../../src/layers/incidents/local-statistic.ts';
import { sensitivityOf } from '../../src/layers/incidents/sensitivity.ts';

const REFERENCE = resolve(import.meta.dirname, '../db/hotspots');

function tableOf(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(resolve(REFERENCE, name), 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, index) => [names[index], value])),
  );
}

const CELLS = new Map(
  tableOf('cells.csv').map(({ cell_id, x, y, longitude, latitude }) => [
    cell_id,
    { place: [Number(x), Number(y)] as Place, centre: [Number(longitude), Number(latitude)] as const },
  ]),
);
const ROWS = tableOf('reference.csv');
const FIXTURES = [...new Set(ROWS.map(({ fixture }) => fixture))];
const rowsOf = (fixture: string | undefined) => ROWS.filter((row) => row.fixture === fixture);
const cellOf = (id: string | undefined) => {
  const cell = CELLS.get(id);
  if (!cell) throw new Error(`no cell ${id}`);
  return cell;
};

describe.each(FIXTURES)('Gi* in the browser: %s', (fixture) => {
  const rows = rowsOf(fixture);
  const neighbours = neighboursOf(rows.map(({ cell_id }) => cellOf(cell_id).place));
  const z = localStatistic(
    rows.map(({ count }) => Number(count)),
    neighbours,
  );

  it('agrees with spdep to 1e-9, and p with R', () => {
    for (const [index, row] of rows.entries()) {
      expect(z[index]).toBeCloseTo(Number(row.z), 9);
      expect(twoSidedP(Number(row.z)) / Number(row.p)).toBeCloseTo(1, 9);
    }
  });

  it('finds the same hot cells', () => {
    const expected = rows.flatMap(({ significant, z: of }, index) =>
      significant === 'TRUE' && Number(of) > 0 ? [index] : [],
    );
    expect([...hotAmong(z, twoSidedP)].toSorted((one, other) => one - other)).toEqual(expected);
  });
});

describe('how steady hot cells are', () => {
  const fixture = FIXTURES.find((name) => rowsOf(name).some((row) => row.significant === 'TRUE'));
  const rows = rowsOf(fixture);
  const cells = rows.map(({ cell_id, z, significant }) => ({
    cell_id: Number(cell_id),
    geometry: hexagonAround(cellOf(cell_id).centre),
    z: Number(z),
    significant: significant === 'TRUE',
  }));
  const places = rows.flatMap(({ cell_id, count }) =>
    Array.from({ length: Number(count) }, () => [...cellOf(cell_id).centre]),
  );
  const within = (error: number) => places.map((position) => ({ position, error }));
  const hot = cells.filter(({ significant, z }) => significant && z > 0).map(({ cell_id }) => cell_id);

  it('stay so every time while no place leaves its cell', () => {
    const { times, others, draws } = sensitivityOf(cells, within(20));
    expect(draws).toBe(200);
    expect([...times]).toEqual(hot.map((id) => [id, 200]));
    expect(others).toBe(0);
  });

  it('waver when places may lie some cells away, the same way every time', () => {
    const far = sensitivityOf(cells, within(600));
    expect(Math.min(...far.times.values())).toBeLessThan(200);
    expect(sensitivityOf(cells, within(600))).toEqual(far);
    expect(sensitivityOf(cells, within(600), 200, 2)).not.toEqual(far);
  });

  it('moves each place within its own error alone', () => {
    const half = within(20).map((place, index) => (index % 2 === 0 ? { ...place, error: 600 } : place));
    const steadiest = (places: Parameters<typeof sensitivityOf>[1]) =>
      Math.min(...sensitivityOf(cells, places).times.values());
    expect(steadiest(half)).toBeLessThan(200);
    expect(steadiest(half)).toBeGreaterThan(steadiest(within(600)));
  });
});

// 250 m across the flats; the corner at the start is named again at the end.
function hexagonAround([east, north]: readonly [number, number]) {
  const radius = 250 / Math.sqrt(3) / 111_320;
  const corners = [0, 1, 2, 3, 4, 5, 6].map((corner) => {
    const angle = (corner * Math.PI) / 3;
    return [
      east + (radius * Math.cos(angle)) / Math.cos((north * Math.PI) / 180),
      north + radius * Math.sin(angle),
    ];
  });
  return { type: 'Polygon' as const, coordinates: [corners] };
}
