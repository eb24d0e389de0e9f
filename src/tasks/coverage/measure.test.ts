import type { MultiPolygon } from 'geojson';
import { expect, test } from 'vitest';
import { type HamletReach, measureHamlets, placesOf, reachOf, totalOf } from './measure.ts';

const square = (west: number, south: number, size: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  ],
});

// A hamlet of 0.01° by 0.01° at 20.7° N is 1 041 m by 1 107 m: 1.153 km². A circle of 300 m in its middle is
// 0.2827 km², 24.5 % of it. Its homes, 0.002° by 0.002° in the middle, lie within that circle whole.
test('a circle in the middle of a hamlet reaches its share, and all of the homes inside it', () => {
  const measured = measureHamlets([
    { id: 'a', geometry: square(106.6, 20.7, 0.01), residential_geometry: square(106.604, 20.704, 0.002) },
    { id: 'b', geometry: square(106.7, 20.7, 0.01), residential_geometry: null },
  ]);
  const [a, b] = reachOf(measured, [[106.605, 20.705]], 300);
  expect(a?.share).toBeCloseTo(0.245, 2);
  expect(a?.residentialShare).toBe(1);
  expect(b).toMatchObject({ share: 0, residentialShare: null });
  expect(b?.gap).toEqual(square(106.7, 20.7, 0.01));
});

// 30 of 100 and 10 of 300 square metres: 40 of 400, 10 %; homes are drawn in one of two: 5 of 10, 50 %.
test('a total weighs by area and leaves out what nobody drew', () => {
  const hamlet = (more: Partial<HamletReach>): HamletReach => ({
    id: 'a',
    share: 0,
    residentialShare: null,
    squareMetres: 0,
    residentialSquareMetres: null,
    nearest: null,
    gap: null,
    ...more,
  });
  const total = totalOf([
    hamlet({ share: 0.3, squareMetres: 100, residentialShare: 0.5, residentialSquareMetres: 10 }),
    hamlet({ id: 'b', share: 1 / 30, squareMetres: 300 }),
  ]);
  expect(total.share).toBeCloseTo(0.1, 10);
  expect(total).toMatchObject({ residentialShare: 0.5, drawn: 1 });
  expect(totalOf([])).toEqual({ share: null, residentialShare: null, drawn: 0 });
});

test('closed points and other kinds serve nobody; a cemetery serves from its label', () => {
  const point = (kind: string, state: string, x: number) => ({
    id: kind + x,
    kind,
    state,
    geometry: { type: 'Point' as const, coordinates: [x, 20] },
  });
  const rows = [
    point('collection', 'active', 1),
    point('collection', 'closed', 2),
    point('other', 'active', 3),
  ];
  expect(placesOf(rows, ['collection'])).toEqual([[1, 20]]);
  expect(placesOf(rows, [])).toEqual([
    [1, 20],
    [3, 20],
  ]);
  const cemetery = {
    id: 'c',
    geometry: square(0, 0, 1),
    label_point: { type: 'Point' as const, coordinates: [5, 6] },
  };
  expect(placesOf([cemetery], [])).toEqual([[5, 6]]);
});
