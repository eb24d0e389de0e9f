import { expect, test } from 'vitest';
import type { IncidentRow } from '../row.ts';
import { countsOf, cubeOf, EVERY, momentsOf } from './moments.ts';

const FROM = '2025-11-01';
const incidents = (...instants: string[]) =>
  instants.map((occurred_at) => ({ occurred_at }) as IncidentRow) as readonly IncidentRow[];

/** Moments that another zone would put on another day. */
const ROWS = incidents(
  // Sunday 2 November 2025, 00:30 in Viet Nam, still Saturday in UTC.
  '2025-11-01T17:30:00+00:00',
  // Saturday 31 October 2026, 23:30.
  '2026-10-31T23:30:00+07:00',
  // Monday 5 January 2026, 00:10.
  '2026-01-04T17:10:00Z',
);

test('a moment is the month of the period, the weekday from Monday on and the hour, in Viet Nam', () => {
  expect([...momentsOf(ROWS, FROM)]).toEqual([0, 6, 0, 11, 5, 23, 2, 0, 0]);
});

test('the same rows in another period are other months; what lies outside is in no cell', () => {
  expect([...momentsOf(ROWS, '2025-12-01')]).toEqual([31, 6, 0, 10, 5, 23, 1, 0, 0]);
  const cube = cubeOf(momentsOf(ROWS, '2025-12-01'));
  expect(cube.reduce((sum, count) => sum + count, 0)).toBe(2);
});

test('an incident counts with its start, however long it lasted', () => {
  const [row] = incidents('2025-11-01T23:00:00+07:00');
  const lasting = [{ ...row, ended_at: '2025-11-03T05:00:00+07:00' } as IncidentRow];
  expect([...momentsOf(lasting, FROM)]).toEqual([0, 5, 23]);
});

test('without a choice every part counts every incident', () => {
  const counts = countsOf(cubeOf(momentsOf(ROWS, FROM)), [EVERY, EVERY, EVERY]);
  expect(counts.shown).toBe(3);
  for (const part of [counts.months, counts.weekdays, counts.hours])
    expect(part.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(counts.hours[0]).toBe(2);
});

test('a choice in one part counts in the others, and its own bars stay to choose from', () => {
  const counts = countsOf(cubeOf(momentsOf(ROWS, FROM)), [EVERY, EVERY, 1 << 23]);
  expect(counts.shown).toBe(1);
  expect([counts.hours[0], counts.hours[23]]).toEqual([2, 1]);
  expect([...counts.weekdays]).toEqual([0, 0, 0, 0, 0, 1, 0]);
  expect([counts.months[0], counts.months[11]]).toEqual([0, 1]);
});

test('100,000 incidents are counted as one by one', () => {
  const moments = new Uint8Array(300_000);
  for (let index = 0; index < 100_000; index += 1) {
    moments.set([index % 12, (index * 5) % 7, (index * 11) % 24], 3 * index);
  }
  const [months, weekdays, hours] = [0b111, 0b1100000, 0b11] as const;
  let expected = 0;
  for (let index = 0; index < 300_000; index += 3) {
    const [month = 0, weekday = 0, hour = 0] = moments.subarray(index, index + 3);
    if (month < 3 && weekday >= 5 && hour < 2) expected += 1;
  }
  expect(expected).toBeGreaterThan(0);
  expect(countsOf(cubeOf(moments), [months, weekdays, hours]).shown).toBe(expected);
});
