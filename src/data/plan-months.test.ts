import { expect, test } from 'vitest';
import { planDaysUntil, planMonthEnds } from './plan-months.ts';

test('the plan has sixty months, from January 2026 to December 2030', () => {
  expect(planMonthEnds).toHaveLength(60);
  expect(planMonthEnds[0]).toBe('2026-01-31');
  // 2028 is a leap year: its February is the 26th month, counted from 1.
  expect(planMonthEnds[25]).toBe('2028-02-29');
  expect(planMonthEnds.at(-1)).toBe('2030-12-31');
});

test.each([
  ['2025-12-31', []],
  ['2026-01-01', ['2026-01-01']],
  ['2026-01-31', ['2026-01-31']],
  ['2026-03-15', ['2026-01-31', '2026-02-28', '2026-03-15']],
])('on %s the months that have begun are %j', (today, days) => {
  expect(planDaysUntil(today)).toEqual(days);
});

test('after the plan its months stay what they were', () => {
  expect(planDaysUntil('2031-02-03')).toEqual(planMonthEnds);
});
