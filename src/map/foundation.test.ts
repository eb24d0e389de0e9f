import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { FIRST_LABEL, foundationOf, NEIGHBOUR_NAMES } from './foundation.ts';

const box = (west: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 20.7],
      [west + 0.05, 20.7],
      [west + 0.05, 20.75],
      [west, 20.75],
      [west, 20.7],
    ],
  ],
});
const commune = { name: 'Nghi Dương', geometry: box(106.6) };
const neighbours = [{ id: 'n', name: 'An Hưng'.normalize('NFD'), geometry: box(106.65) }];
const name = (plain: string) => `Xã ${plain}`;

test('the style is one that MapLibre accepts, with and without a background map', () => {
  for (const over of [false, true]) {
    const { sources, layers } = foundationOf(commune, neighbours, name, over);
    const errors = validateStyleMin({
      version: 8,
      sources: Object.fromEntries(
        Object.entries(sources).map(([id, data]) => [id, { type: 'geojson', data }]),
      ),
      layers: layers.map(({ layer }) => layer),
    });
    expect(errors).toEqual([]);
  }
});

test('paper land gives way to a veil over a background map', () => {
  const ids = (over: boolean) =>
    foundationOf(commune, neighbours, name, over).layers.map(({ layer }) => layer.id);
  expect(ids(false)).toContain('base:land');
  expect(ids(false)).not.toContain('base:veil');
  expect(ids(true)).not.toContain('base:land');
  expect(ids(true)).toContain('base:veil');
});

test('the lowest label is always there, and names are composed', () => {
  const { sources, layers } = foundationOf(commune, neighbours, name, false);
  expect(layers.find(({ slot }) => slot === 'labels')?.layer.id).toBe(FIRST_LABEL);
  expect(sources[NEIGHBOUR_NAMES]?.features.map(({ properties }) => properties?.name)).toEqual([
    'Xã An Hưng',
  ]);
});
