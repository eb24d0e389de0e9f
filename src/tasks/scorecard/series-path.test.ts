import { describe, expect, test } from 'vitest';
import { across, down, linePath, roundTop, stepPath, stretches } from './series-path.ts';

// Five months over 40 pixels: one every 10. Per cent over 20 pixels: 5 per cent a pixel.
const BOX = { width: 40, height: 20, least: 0, most: 100 };

describe('figures over months', () => {
  test('a month that nobody reported leaves a gap, and is never zero', () => {
    // 50 % is half way down (10), 100 % at the top (0), 25 % three quarters down (15).
    const lines = stretches([50, 100, null, 25, 25], BOX);
    expect(linePath(lines)).toBe('M0 10L10 0M30 15L40 15');
  });
  test('a month between two gaps is a dot without a line', () => {
    const lines = stretches([null, 50, null, null, null], BOX);
    expect(lines).toEqual([[{ x: 10, y: 10, place: 1 }]]);
    expect(linePath(lines)).toBe('');
  });
  test('months that nobody reported at all draw nothing', () => {
    expect(stretches([null, null], BOX)).toEqual([]);
  });
  test('a figure beyond the scale stays at its edge', () => {
    expect(down(BOX, 140)).toBe(0);
    expect(down(BOX, -5)).toBe(20);
  });
  test('one month alone stands in the middle', () => {
    expect(across(BOX, 0, 1)).toBe(20);
  });
});

describe('the target as steps', () => {
  test('it is level for a month and rises between two', () => {
    // Months at 0, 10, 20, 30, 40; each is level 5 pixels either way. 60 % is at 8, 80 % at 4.
    expect(stepPath([60, 60, 80, 80, 80], BOX)).toBe('M0 8L5 8L5 8L15 8L15 4L25 4L25 4L35 4L35 4L40 4');
  });
  test('without a target it is broken off', () => {
    expect(stepPath([60, null, 60, null, null], BOX)).toBe('M0 8L5 8M15 8L25 8');
  });
});

describe('the upper end of the scale', () => {
  test.each([
    [[40, null, 64], true, 100],
    // The next of 1, 2, 5, 10 times a power of ten.
    [[3, null, 1], false, 5],
    [[12, 19], false, 20],
    [[34], false, 50],
    [[0], false, 1],
    [[null], false, 1],
  ])('of %j (per cent: %s) is %i', (values, isPercent, top) => {
    expect(roundTop(values, isPercent)).toBe(top);
  });
});
