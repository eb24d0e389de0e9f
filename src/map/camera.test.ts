import { describe, expect, test } from 'vitest';
import { mustMove, roundCamera, sameCamera, surroundings } from './camera.ts';

describe('cameras', () => {
  const here = { longitude: 106.629512345, latitude: 20.726912345, zoom: 13.2345 };
  test('a link rounds a camera to one that shows the same', () => {
    expect(roundCamera(here)).toEqual({ longitude: 106.62951, latitude: 20.72691, zoom: 13.23 });
    expect(sameCamera(here, roundCamera(here))).toBe(true);
  });
  test('a step of zoom, a street farther, or the whole commune is another', () => {
    expect(sameCamera(here, { ...here, zoom: 13.3 })).toBe(false);
    expect(sameCamera(here, { ...here, latitude: here.latitude + 0.001 })).toBe(false);
    expect(sameCamera(here, null)).toBe(false);
    expect(sameCamera(null, null)).toBe(true);
  });
});

test('the surroundings reach as far on every side, in metres', () => {
  const [west, south, east, north] = surroundings([106.6, 20.7, 106.66, 20.75]);
  const narrow = Math.cos((20.725 * Math.PI) / 180);
  expect((106.6 - west) * narrow).toBeCloseTo(20.7 - south, 9);
  expect(east - 106.66).toBeCloseTo(106.6 - west, 9);
  expect(north - 20.75).toBeCloseTo(0.06 * narrow, 9);
});

describe('whether the map moves to a feature', () => {
  const view = { left: 0, top: 0, right: 1000, bottom: 700 };
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
  test.each([
    ['in sight and large enough', box(100, 100, 200, 150), true, false],
    ['a point in sight', box(500, 300, 500, 300), false, false],
    ['a point out of sight', box(-5, 300, -5, 300), false, true],
    ['half out of sight', box(950, 100, 1100, 150), true, true],
    ['too small to make out', box(500, 300, 510, 305), true, true],
    ['larger than the view, all around it', box(-10, -10, 1010, 710), true, false],
  ])('%s', (_name, feature, extended, moves) => {
    expect(mustMove(feature, view, extended)).toBe(moves);
  });
});
