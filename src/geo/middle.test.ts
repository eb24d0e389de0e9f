import { expect, test } from 'vitest';
import { middleOf } from './middle.ts';

const box = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

test('the middle of an area is its centroid; of several, that of the largest', () => {
  const [x = 0, y = 0] =
    middleOf({ type: 'MultiPolygon', coordinates: [[box(106, 20, 0.001)], [box(106.6, 20.7, 0.02)]] }) ?? [];
  expect(x).toBeCloseTo(106.61, 9);
  expect(y).toBeCloseTo(20.71, 9);
});

test('an L weighs towards its thick part, not to the middle of its box', () => {
  const shape = [
    [0, 0],
    [4, 0],
    [4, 1],
    [1, 1],
    [1, 4],
    [0, 4],
    [0, 0],
  ];
  const [x = 0, y = 0] = middleOf({ type: 'Polygon', coordinates: [shape] }) ?? [];
  expect(x).toBeCloseTo(19 / 14, 9);
  expect(y).toBeCloseTo(19 / 14, 9);
});

test('a ring folded flat has the middle of its box, a line its half-way position, nothing none', () => {
  expect(
    middleOf({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 0],
          [0, 0],
        ],
      ],
    }),
  ).toEqual([1, 0]);
  expect(
    middleOf({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
        [5, 5],
      ],
    }),
  ).toEqual([1, 1]);
  expect(middleOf({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
});
