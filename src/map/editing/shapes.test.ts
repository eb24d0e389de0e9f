import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { joinShapes, rounded, shapesOf } from './shapes.ts';

const ring = (west: number) => [
  [west, 20.7],
  [west + 0.25, 20.7],
  [west + 0.25, 20.71],
  [west, 20.7],
];
const hole = [
  [106.602, 20.701],
  [106.604, 20.701],
  [106.604, 20.702],
  [106.602, 20.701],
];

test.each<Geometry>([
  { type: 'Point', coordinates: [106.6, 20.7] },
  { type: 'LineString', coordinates: ring(106.6) },
  { type: 'MultiLineString', coordinates: [ring(106.6), ring(106.75)] },
  { type: 'Polygon', coordinates: [ring(106.6), hole] },
  { type: 'MultiPolygon', coordinates: [[ring(106.6), hole], [ring(106.75)]] },
])('a $type falls into its parts, and they join to the same again, holes and all', (geometry) => {
  expect(joinShapes(shapesOf(geometry))).toEqual(geometry);
});

test('a part is one ring or one line in the hand', () => {
  const shapes = shapesOf({ type: 'MultiPolygon', coordinates: [[ring(106.6), hole], [ring(106.75)]] });
  expect(shapes.map(({ geometry }) => geometry.coordinates.length)).toEqual([1, 1]);
  expect(shapes.map(({ holes }) => holes.length)).toEqual([1, 0]);
});

test('a geometry of one part that was sent as several comes back as one', () => {
  expect(joinShapes(shapesOf({ type: 'MultiLineString', coordinates: [ring(106.6)] }))).toEqual({
    type: 'LineString',
    coordinates: ring(106.6),
  });
});

test('nothing has no parts', () => {
  expect(shapesOf(null)).toEqual([]);
  expect(joinShapes([])).toBeNull();
});

test('positions are kept to 7 decimals, without heights', () => {
  expect(rounded([106.123456789, 20.7, 12])).toEqual([106.1234568, 20.7]);
});
