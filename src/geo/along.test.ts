import { expect, test } from 'vitest';
import { lengthOf, metresBetween, nearestAlong, stretchOf } from './along.ts';

// A thousandth of a degree north is 111.19 m on the sphere; east at 20.7° N it is cos(20.7°) = 0.93544 of that.
const NORTH = 111.195;
const EAST = 104.017;

test('metres between two places', () => {
  expect(metresBetween([106.62, 20.7], [106.62, 20.701])).toBeCloseTo(NORTH, 1);
  expect(metresBetween([106.62, 20.7], [106.621, 20.7])).toBeCloseTo(EAST, 1);
});

// An L of 1 north and 1 east, then a piece apart of 1 north.
const path = [
  [
    [106.62, 20.7],
    [106.62, 20.701],
    [106.621, 20.701],
  ],
  [
    [106.63, 20.7],
    [106.63, 20.701],
  ],
];
const whole = 2 * NORTH + EAST;

test('a fraction counts metres over all pieces, one after another', () => {
  expect(lengthOf(path)).toBeCloseTo(whole, 0);
  expect(nearestAlong(path, [106.62, 20.7005]).fraction).toBeCloseTo(NORTH / 2 / whole, 3);
  expect(nearestAlong(path, [106.6301, 20.7005]).fraction).toBeCloseTo((1.5 * NORTH + EAST) / whole, 3);
  // Beside the first piece, 10.4 m east of it.
  expect(nearestAlong(path, [106.6201, 20.7005]).metres).toBeCloseTo(EAST / 10, 1);
  // Before the beginning.
  expect(nearestAlong(path, [106.62, 20.69]).fraction).toBe(0);
});

test('a stretch is the path between two fractions, in as many pieces as it has', () => {
  expect(stretchOf(path, 0, 1)).toEqual(path);
  const [first, ...more] = stretchOf(path, 0, NORTH / 2 / whole);
  expect(more).toEqual([]);
  expect(first?.[0]).toEqual([106.62, 20.7]);
  expect(first?.[1]?.[1]).toBeCloseTo(20.7005, 5);
  expect(stretchOf(path, 0.5, 1)).toHaveLength(2);
  expect(stretchOf(path, 0.5, 0.5)).toEqual([]);
});

test('a path without length has no nearest place', () => {
  expect(nearestAlong([[[106.62, 20.7]]], [106.62, 20.7]).metres).toBe(Number.POSITIVE_INFINITY);
});
