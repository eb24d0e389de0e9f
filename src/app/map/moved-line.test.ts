import { expect, test } from 'vitest';
import { movedLine } from './moved-line.ts';

test.each([
  [50, 'ArrowRight', 52],
  [50, 'ArrowLeft', 48],
  [50, 'PageDown', 40],
  [50, 'Home', 0],
  [50, 'End', 100],
  [1, 'ArrowLeft', 0],
  [99, 'PageUp', 100],
  [50, 'a', 50],
])('from %i by %s to %i', (from, key, to) => {
  expect(movedLine(from, key)).toBe(to);
});

test('a pointer sets it to whole per cent, never outside the map', () => {
  expect([-3, 33.4, 120].map((percent) => movedLine(percent))).toEqual([0, 33, 100]);
});
