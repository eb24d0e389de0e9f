import { expect, test } from 'vitest';
import { drawable } from './drawable.ts';

const square = [
  [106.6, 20.7],
  [106.7, 20.7],
  [106.7, 20.8],
  [106.6, 20.7],
];

test('geometries in degrees are drawn, without what else stood in them', () => {
  expect(drawable({ type: 'Polygon', coordinates: [square], crs: 'x' })).toEqual({
    type: 'Polygon',
    coordinates: [square],
  });
  expect(drawable({ type: 'Point', coordinates: [106.6, 20.7, 12] })).not.toBeNull();
});

test.each([
  ['nothing', null],
  ['an unknown type', { type: 'Curve', coordinates: [106.6, 20.7] }],
  ['a type that every object has', { type: 'constructor', coordinates: [106.6, 20.7] }],
  ['metres', { type: 'Point', coordinates: [590123, 2290000] }],
  ['swapped axes', { type: 'Point', coordinates: [20.7, 106.6] }],
  ['text', { type: 'Point', coordinates: ['106.6', '20.7'] }],
  ['a position too shallow', { type: 'Polygon', coordinates: square }],
  ['a position missing', { type: 'LineString', coordinates: [[106.6, 20.7], []] }],
  ['no positions', { type: 'MultiPolygon', coordinates: [] }],
  ['a collection', { type: 'GeometryCollection', geometries: [] }],
])('%s is not', (_, value) => {
  expect(drawable(value)).toBeNull();
});
