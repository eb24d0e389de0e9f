import { expect, test } from 'vitest';
import { filterRows } from '../filter.ts';
import type { Facts } from '../layer.ts';
import { filters } from './filters.ts';
import { hamletNames } from './names.ts';
import { countProgress, needPush } from './progress.ts';
import type { HamletRow } from './row.ts';

function hamlet(id: string, name: string, former_commune: string, more: Partial<HamletRow> = {}): HamletRow {
  const place = { type: 'Point' as const, coordinates: [106.6, 20.7] };
  return {
    id,
    name,
    former_commune,
    valid_from: '2025-07-01',
    valid_to: null,
    successors: null,
    households: 400,
    population: 1500,
    cultivated_area_ha: 60,
    statistics_since: '2025-12-31',
    roads_declared_complete_on: null,
    progress: 'met',
    recognised_roads: 1,
    registered_roads: 0,
    criteria_met: null,
    criteria_total: null,
    area_m2: 1_000_000,
    label_point: place,
    residential_geometry: null,
    version: 1,
    geometry: { type: 'MultiPolygon', coordinates: [] },
    ...more,
  };
}

const rows = [
  hamlet('a', 'Xuân Đông', 'Ngũ Phúc'),
  hamlet('b', 'Thôn 10', 'Kiến Quốc', { progress: 'behind', population: null }),
  hamlet('c', 'Thôn 2', 'Kiến Quốc', { progress: 'behind', households: null, population: null }),
  hamlet('d', 'Làng Hạ', 'Kiến Quốc', { progress: 'on_the_way', criteria_met: 3, criteria_total: 5 }),
  hamlet('e', 'Làng Hạ', 'Du Lễ', { progress: 'on_the_way', criteria_met: 4, criteria_total: 5 }),
  hamlet('f', 'Xuân Đoài', 'Ngũ Phúc', { progress: 'not_reported' }),
];

test('numbers and shared names carry the former commune', () => {
  expect([...hamletNames(rows).values()]).toEqual([
    'Xuân Đông',
    'Thôn 10 (Kiến Quốc)',
    'Thôn 2 (Kiến Quốc)',
    'Làng Hạ (Kiến Quốc)',
    'Làng Hạ (Du Lễ)',
    'Xuân Đoài',
  ]);
});

test('who needs a push: without a road, then on the way from the least met, then the silent', () => {
  expect(needPush(rows).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'e', 'f']);
  expect(countProgress(rows)).toEqual({ met: 1, on_the_way: 2, behind: 2, not_reported: 1 });
});

test('hamlets are found by the figures that they have not reported', () => {
  const ids = (figures: string[]) => filterRows(rows, filters, { figures }, {} as Facts).map(({ id }) => id);
  expect(ids(['population'])).toEqual(['b', 'c']);
  expect(ids(['households'])).toEqual(['c']);
  expect(ids(['complete'])).toEqual(['a', 'd', 'e', 'f']);
});
