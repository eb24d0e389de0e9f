import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { placeOutside } from './place-outside.ts';

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

const commune = box(106.6, 20.7, 106.65, 20.75);

test('a name stands inside its neighbour, clear of the commune, and near it', () => {
  const [longitude, latitude] = placeOutside(box(106.6, 20.75, 106.65, 20.85), commune) ?? [0, 0];
  expect(longitude).toBeGreaterThan(106.6);
  expect(longitude).toBeLessThan(106.65);
  expect(latitude).toBeGreaterThan(20.752);
  expect(latitude).toBeLessThan(20.765);
});

test('a neighbour far away has no place on the map', () => {
  expect(placeOutside(box(107.6, 20.7, 107.7, 20.8), commune)).toBeNull();
});
