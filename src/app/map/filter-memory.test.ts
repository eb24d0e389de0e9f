import { expect, test } from 'vitest';
import type { Facts, Layer, LayerRow } from '../../layers/layer.ts';
import { createFilterMemory } from './filter-memory.ts';

const layer = {
  id: 'points',
  filters: [{ id: 'text', title: () => '', kind: 'text', textOf: (row: LayerRow) => row.id }],
} as unknown as Layer;
const rows = ['one', 'two'].map((id) => ({ id, geometry: { type: 'Point' as const, coordinates: [0, 0] } }));
const facts = {} as Facts;

test('the same question gives the same array, another question another', () => {
  const filterLayer = createFilterMemory();
  const chosen = { text: ['one'] };
  const first = filterLayer(layer, rows, chosen, facts);
  expect(first.map(({ id }) => id)).toEqual(['one']);
  expect(filterLayer(layer, rows, chosen, facts)).toBe(first);
  expect(filterLayer(layer, rows, { text: ['two'] }, facts).map(({ id }) => id)).toEqual(['two']);
  expect(filterLayer(layer, rows.slice(), { text: ['two'] }, { ...facts }).map(({ id }) => id)).toEqual([
    'two',
  ]);
});
