import { expect, test } from 'vitest';
import { centre, toDegrees, toLine, toMetres, toRing } from './projection.ts';

test('the centre is where the plane begins', () => {
  expect(toDegrees([0, 0])).toEqual([centre.longitude, centre.latitude]);
});

test('metres go to degrees and back within the rounding of 1e-7 degrees', () => {
  const [east, north] = toMetres(toDegrees([2345.678, -1987.654]));
  expect(Math.abs(east - 2345.678)).toBeLessThan(0.006);
  expect(Math.abs(north + 1987.654)).toBeLessThan(0.006);
});

test('a degree of latitude here is 110.7 km and one of longitude 104.1 km', () => {
  const [east] = toMetres([centre.longitude + 1, centre.latitude]);
  const [, north] = toMetres([centre.longitude, centre.latitude + 1]);
  expect(east / 1000).toBeCloseTo(104.15, 1);
  expect(north / 1000).toBeCloseTo(110.7, 1);
});

test('points that rounding makes equal are written once', () => {
  expect(
    toLine([
      [0, 0],
      [0.001, 0],
      [5, 5],
    ]),
  ).toHaveLength(2);
});

test('a ring is closed and counterclockwise whichever way it was drawn', () => {
  const drawn: [number, number][] = [
    [0, 0],
    [0, 100],
    [100, 100],
    [100, 0],
  ];
  const ring = toRing(drawn);
  expect(ring[0]).toEqual(ring.at(-1));
  expect(ring).toHaveLength(5);
  expect(ring[1]).toEqual(toDegrees([100, 0]));
});
