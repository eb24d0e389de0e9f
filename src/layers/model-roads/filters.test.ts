import { expect, test } from 'vitest';
import { filterRows, NOT_REPORTED } from '../filter.ts';
import type { Facts } from '../layer.ts';
import { filters } from './filters.ts';
import type { ModelRoadRow } from './row.ts';

const criteria = ['bright', 'green', 'safe'].map((code) => ({ code, name: { vi: code, en: code } }));
const facts = { criteria, names: new Map() } as unknown as Facts;

function road(id: string, assessed: Record<string, boolean> | null): ModelRoadRow {
  return { id, name: id, criteria: assessed, recognised_on: null, length_m: 100 } as ModelRoadRow;
}
const rows = [
  road('all', { bright: true, green: true, safe: true }),
  road('partly', { bright: true, green: false }),
  road('nothing', { bright: false, green: false, safe: false }),
  road('silent', null),
];
const ids = (chosen: Record<string, string[]>) =>
  filterRows(rows, filters, chosen, facts).map(({ id }) => id);

test('a criterion that was not assessed is neither met nor missing', () => {
  expect(ids({ criterion: ['safe'] })).toEqual(['all']);
  expect(ids({ missing: ['safe'] })).toEqual(['nothing']);
});

test('a road that was assessed and lacks nothing is not one that nobody assessed', () => {
  expect(ids({ missing: ['none'] })).toEqual(['all']);
  expect(ids({ missing: [NOT_REPORTED] })).toEqual(['silent']);
  expect(ids({ criterion: ['none'] })).toEqual(['nothing']);
});
