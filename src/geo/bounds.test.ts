import { expect, test } from 'vitest';
import { boundsOf } from './bounds.ts';

test('the box around geometries of every depth', () => {
  expect(
    boundsOf(
      { type: 'Point', coordinates: [106.6, 20.7] },
      {
        type: 'LineString',
        coordinates: [
          [106.61, 20.69],
          [106.62, 20.72],
        ],
      },
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [106.5, 20.8],
              [106.55, 20.8],
              [106.55, 20.81],
              [106.5, 20.8],
            ],
          ],
        ],
      },
    ),
  ).toEqual([106.5, 20.69, 106.62, 20.81]);
});

test('nothing has no box', () => {
  expect(boundsOf()).toBeNull();
  expect(boundsOf({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
  expect(boundsOf({ type: 'GeometryCollection', geometries: [] })).toBeNull();
});
