import { expect, test } from 'vitest';
import type { Indicator, ProgressRow } from '../../../data/progress.ts';
import type { TargetVersion } from '../../../data/target-versions.ts';
import { countedValue, countStandings, isTargetConfirmed, shareOf, standingOf } from './figures.ts';

const indicator = { unit: 'percent', direction: 'higher_is_better' } as Indicator;
const row = (change: Partial<ProgressRow>): ProgressRow => ({
  hamlet_id: 'a',
  indicator: 'waste-sorting',
  value: 30,
  numerator: 30,
  denominator: 100,
  target: 60,
  state: 'behind',
  change: null,
  ...change,
});

test('nothing to measure is not the same as not reported', () => {
  expect(standingOf(undefined)).toBe('not_reported');
  expect(standingOf(row({ value: null, denominator: null, state: 'not_reported' }))).toBe('not_reported');
  expect(standingOf(row({ value: null, denominator: 0, state: 'not_reported' }))).toBe('empty');
  // Nought recognised roads and no list declared: nobody knows.
  expect(countedValue({ value: 0, state: 'not_reported' })).toBeNull();
  expect(countedValue({ value: 0, state: 'behind' })).toBe(0);
  const rows = new Map([
    ['a', row({ state: 'met' })],
    ['b', row({ value: null, denominator: 0, state: 'not_reported' })],
  ]);
  // c has no row at all: not reported.
  expect(countStandings(['a', 'b', 'c'], rows)).toEqual({
    met: 1,
    on_the_way: 0,
    behind: 0,
    not_reported: 1,
    empty: 1,
  });
});

test('a ring is filled by how much of the target is reached', () => {
  // 30 of 60 is a half; 90 of 60 is full; without a target 30 per cent speak for themselves.
  expect(shareOf(row({}), indicator)).toBe(0.5);
  expect(shareOf(row({ value: 90 }), indicator)).toBe(1);
  expect(shareOf(row({ target: null }), indicator)).toBe(0.3);
  expect(shareOf(row({ value: 0, target: null }), { ...indicator, unit: 'yes_no' })).toBe(0);
  expect(shareOf(row({ value: null }), indicator)).toBeNull();
  // The less the better: 80 where 60 is wanted reaches 60/80.
  expect(shareOf(row({ value: 80 }), { ...indicator, direction: 'lower_is_better' })).toBe(0.75);
});

test('a target is confirmed by the version that counts on the day', () => {
  const target = (change: Partial<TargetVersion>): TargetVersion => ({
    id: 't',
    indicator: 'waste-sorting',
    scope: 'hamlets',
    hamlet_id: null,
    value: 60,
    valid_from: '2026-01-01',
    valid_to: null,
    legal_basis: null,
    confirmed: false,
    version: 1,
    ...change,
  });
  const versions = [target({}), target({ valid_from: '2026-07-01', confirmed: true })];
  expect(isTargetConfirmed(versions, 'waste-sorting', '2026-06-30')).toBe(false);
  expect(isTargetConfirmed(versions, 'waste-sorting', '2026-07-01')).toBe(true);
  expect(isTargetConfirmed(versions, 'waste-sorting', '2025-12-31')).toBeNull();
  expect(isTargetConfirmed(versions, 'road-care', '2026-07-01')).toBeNull();
  // One hamlet's own target that nobody confirmed is enough to say so.
  const own = target({ scope: 'hamlet', hamlet_id: 'a' });
  expect(isTargetConfirmed([...versions, own], 'waste-sorting', '2026-07-01')).toBe(false);
  // It ended the day before: on its last day a target counts no more.
  expect(isTargetConfirmed([target({ valid_to: '2026-03-01' })], 'waste-sorting', '2026-03-01')).toBeNull();
});
