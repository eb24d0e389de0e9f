import { describe, expect, test } from 'vitest';
import { fitSheet, gridOf, onSheet, scaleBarOf } from './map-sheet.ts';

describe('a sheet', () => {
  // 3.000 m on 200 mm asks for 1:15.000; 1.400 m on 100 mm for 1:14.000, which is less.
  const sheet = fitSheet([588_000, 2_290_000, 591_000, 2_291_400], 200, 100);

  test('has the roundest scale that holds the ground, which stands in its middle', () => {
    // 100 mm are 1.500 m, so that 50 m are left above and below.
    expect(sheet).toEqual({ width: 200, height: 100, denominator: 15_000, west: 588_000, north: 2_291_450 });
    expect(fitSheet([588_000, 2_290_000, 591_001, 2_291_400], 200, 100).denominator).toBe(20_000);
  });

  test('puts a place where a ruler finds it', () => {
    // 750 m east of the edge are 50 mm at 1:15.000, 450 m below the upper edge 30 mm.
    const [x, y] = onSheet(sheet, [588_750, 2_291_000]);
    expect(x).toBeCloseTo(50, 9);
    expect(y).toBeCloseTo(30, 9);
  });

  test('is crossed by the round lines of the grid', () => {
    // 32 mm at 1:15.000 are 480 m, so a line every 500 m: 33,3 mm apart.
    const { step, eastings, northings } = gridOf(sheet);
    expect(step).toBe(500);
    expect(eastings.map(({ metres }) => metres)).toEqual([
      588_000, 588_500, 589_000, 589_500, 590_000, 590_500, 591_000,
    ]);
    expect(eastings[1]?.at).toBeCloseTo(33.333, 3);
    // From 2.289.950 to 2.291.450.
    expect(northings.map(({ metres }) => metres)).toEqual([2_290_000, 2_290_500, 2_291_000]);
    expect(northings[2]?.at).toBeCloseTo(30, 9);
  });

  test('carries a bar of a round length, five centimetres at most', () => {
    // 50 mm are 750 m: 500 m is the longest round length, 33,3 mm.
    const { metres, width } = scaleBarOf(sheet);
    expect(metres).toBe(500);
    expect(width).toBeCloseTo(33.333, 3);
  });
});
