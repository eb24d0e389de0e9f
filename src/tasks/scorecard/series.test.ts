import { expect, test } from 'vitest';
import type { Indicator, SeriesRow } from '../../data/progress.ts';
import { bookOf, until } from './series.ts';

const MONTHS = ['2026-01-31', '2026-02-28', '2026-03-15'];
const row = (hamlet_id: string | null, series_values: (number | null)[]): SeriesRow => ({
  hamlet_id,
  indicator: 'pesticide-tanks',
  months: MONTHS,
  series_values,
  targets: [33, 33, 33],
  states: series_values.map((value) => (value === null ? 'not_reported' : 'behind')),
  reported: hamlet_id === null ? [2, 1, 2] : null,
});
const TANKS = { code: 'pesticide-tanks', unit: 'tanks_per_100ha' } as Indicator;

test('on an earlier day the later months are not known yet, and their places stay', () => {
  expect(until(row('a', [10, 20, 30]), '2026-02-28').values).toEqual([10, 20, null]);
  // A day inside a month: that month has no figure yet.
  expect(until(row('a', [10, 20, 30]), '2026-02-10').values).toEqual([10, null, null]);
});

test('a number beside "not reported" is no figure', () => {
  const silent: SeriesRow = { ...row('a', [0, 0, 1]), states: ['not_reported', 'not_reported', 'met'] };
  expect(until(silent, '2026-03-15').values).toEqual([null, null, 1]);
});

test('all hamlets share a scale: the largest figure or target, rounded up', () => {
  const book = bookOf([row(null, [400, 400, 400]), row('a', [10, null, 41]), row('b', [20, 20, 20])]);
  // 41 is the most of the hamlets (the commune's own row does not count): 50.
  expect(book.topOf(TANKS)).toBe(50);
  expect(book.of('b', 'pesticide-tanks')?.series_values).toEqual([20, 20, 20]);
  expect(book.of('c', 'pesticide-tanks')).toBeNull();
});
