import { expect, test } from 'vitest';
import { addDays, daysBetween, firstOfMonth, instantOf, lastDayOfPreviousMonth } from './days.ts';

test('days are counted over the ends of months and leap years', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});

test('months are counted over the ends of years', () => {
  expect(firstOfMonth('2026-10-31', -23)).toBe('2024-11-01');
  expect(firstOfMonth('2026-12-15', 1)).toBe('2027-01-01');
});

test('the last day of the previous month is that of Vietnam, not of Greenwich', () => {
  expect(lastDayOfPreviousMonth(new Date('2026-10-31T16:59:59Z'))).toBe('2026-09-30');
  expect(lastDayOfPreviousMonth(new Date('2026-10-31T17:00:00Z'))).toBe('2026-10-31');
});

test('an instant carries the offset of Vietnam', () => {
  expect(instantOf('2026-10-31', 7, 5)).toBe('2026-10-31T07:05:00+07:00');
});

test.each(['2026-02-30', '31/10/2026', '2026-1-1', ''])('"%s" is refused as a day', (text) => {
  expect(() => addDays(text, 1)).toThrow('expected YYYY-MM-DD');
});
