import { expect, test } from 'vitest';
import { countingOn, type TargetVersion } from './target-versions.ts';

const target = (more: Partial<TargetVersion>): TargetVersion => ({
  id: 'a',
  indicator: 'waste-sorting',
  scope: 'hamlets',
  hamlet_id: null,
  value: 60,
  valid_from: '2026-01-01',
  valid_to: null,
  legal_basis: null,
  confirmed: false,
  version: 1,
  ...more,
});

test('an open version counts until the next of its kind, an ended one until its end', () => {
  const first = target({});
  const second = target({ id: 'b', valid_from: '2027-01-01' });
  const ofHamlet = target({ id: 'c', scope: 'hamlet', hamlet_id: 'h', valid_to: '2026-07-01' });
  const all = [first, second, ofHamlet];
  const counting = (day: string) => countingOn(all, day).map(({ id }) => id);
  expect(counting('2025-12-31')).toEqual([]);
  expect(counting('2026-06-30')).toEqual(['a', 'c']);
  expect(counting('2026-07-01')).toEqual(['a']);
  expect(counting('2027-01-01')).toEqual(['b']);
});
