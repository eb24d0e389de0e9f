import { expect, test } from 'vitest';
import { placesOf } from './places.ts';
import type { Change } from './server.ts';

const point = (x: number) => ({ type: 'Point', coordinates: [x, 20] });
const change = (part: Partial<Change>): Change => ({
  id: 1,
  table_name: 'waste_points',
  action: 'update',
  before: null,
  after: null,
  fields: null,
  subject: 'Điểm 1',
  ...part,
});
const drawn = (...changes: Change[]) => placesOf(changes).map(({ row, name, tone }) => [row, name, tone]);

test('what moved stands there twice', () => {
  expect(drawn(change({ before: { geom: point(1) }, after: { geom: point(2) }, fields: ['geom'] }))).toEqual([
    [1, 'Trước', 'wrong'],
    [1, 'Sau', 'plain'],
  ]);
});

test('what kept its place stands there once, under its name', () => {
  expect(drawn(change({ before: { geom: point(1) }, after: { geom: point(1) }, fields: ['name'] }))).toEqual([
    [1, 'Điểm 1', 'plain'],
  ]);
});

test('the commune does not cover what was changed in it', () => {
  expect(drawn(change({ table_name: 'communes', after: { geom: point(1) }, fields: ['geom'] }))).toEqual([]);
});

test('what is sensitive or has no place is not drawn', () => {
  expect(drawn(change({ table_name: 'incidents' }), change({ after: { value: 1 } }))).toEqual([]);
});
