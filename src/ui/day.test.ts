import { describe, expect, test } from 'vitest';
import { dayAt, isDay, monthEnd, monthStart, monthsBefore, readDay } from './day.ts';

test('the day in Viet Nam begins at 17:00 UTC of the day before', () => {
  expect(dayAt(new Date('2026-10-31T16:59:59Z'))).toBe('2026-10-31');
  expect(dayAt(new Date('2026-10-31T17:00:00Z'))).toBe('2026-11-01');
});

describe('isDay', () => {
  test.each(['2026-02-28', '2028-02-29', '1900-01-01'])('%s is one', (day) => expect(isDay(day)).toBe(true));
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '',
    '9999-01-01',
    '2026-01-01x',
  ])('%s is none', (day) => expect(isDay(day)).toBe(false));
});

test('days are read as people write them', () => {
  expect(readDay('5/9/2026')).toBe('2026-09-05');
  expect(readDay(' 31-10-2026 ')).toBe('2026-10-31');
  expect(readDay('2026-10-31')).toBe('2026-10-31');
  expect(readDay('31/02/2026')).toBeNull();
  expect(readDay('hôm qua')).toBeNull();
});

test('months are stepped by their ends', () => {
  expect(monthEnd('2026-11-15', -1)).toBe('2026-10-31');
  expect(monthEnd('2026-12-31', 2)).toBe('2027-02-28');
  expect(monthStart('2026-10-31', -11)).toBe('2025-11-01');
});

test('three months before an end of month is an end of month', () => {
  expect(monthsBefore('2026-10-31', 3)).toBe('2026-07-31');
  expect(monthsBefore('2026-09-30', 3)).toBe('2026-06-30');
  expect(monthsBefore('2026-11-15', 3)).toBe('2026-08-15');
  expect(monthsBefore('2026-05-30', 3)).toBe('2026-02-28');
});
