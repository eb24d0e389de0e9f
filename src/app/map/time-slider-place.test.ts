import { describe, expect, test } from 'vitest';
import { markOf, ownMonthBy, placeOf, shareOf } from './time-slider-place.ts';

// Three months of the plan, seen on 15 March 2026.
const DAYS = ['2026-01-31', '2026-02-28', '2026-03-15'];

describe('a day stands at its month', () => {
  test.each([
    ['2026-02-28', { index: 1, isBetween: false }],
    ['2026-03-15', { index: 2, isBetween: false }],
    ['2026-02-10', { index: 1, isBetween: true }],
    // Before the plan, and after today: at the end that is nearest.
    ['2025-06-30', { index: 0, isBetween: true }],
    ['2027-01-31', { index: 2, isBetween: true }],
  ])('%s', (day, place) => {
    expect(placeOf(DAYS, day)).toEqual(place);
  });

  test('before the plan began there is no month, and nothing breaks', () => {
    expect(placeOf([], '2025-12-31')).toEqual({ index: 0, isBetween: true });
  });
});

describe('a key leads first to the month where a day stands', () => {
  test.each([
    ['ArrowRight', '2026-02-10', true],
    ['ArrowLeft', '2026-02-10', false],
    ['ArrowRight', '2026-02-28', false],
    ['ArrowRight', '2025-06-30', true],
    ['Home', '2025-06-30', true],
    ['ArrowLeft', '2027-01-31', true],
    ['End', '2027-01-31', true],
    ['Home', '2026-02-10', false],
    ['a', '2026-02-10', false],
  ])('%s from %s: %s', (key, day, leads) => {
    expect(ownMonthBy(key, DAYS, day)).toBe(leads);
  });
});

test.each([
  // 11 of 60 months are 18 %: too narrow, so two thirds.
  [11, 60, 66],
  // 48 of 60 are 80 %.
  [48, 60, 80],
  [60, 60, 100],
])('%i of %i months take %i hundredths', (begun, all, share) => {
  expect(shareOf(begun, all)).toBe(share);
});

test.each([
  ['2026-01-31', 11, '2026'],
  ['2026-04-30', 11, '4'],
  ['2026-05-31', 11, ''],
  ['2026-04-30', 36, ''],
  ['2028-01-31', 36, '2028'],
])('under %s of %i months stands "%s"', (day, begun, mark) => {
  expect(markOf(day, begun)).toBe(mark);
});
