import { expect, test } from 'vitest';
import type { TargetVersion } from '../../data/target-versions.ts';
import { draftOf, sentOf } from './versions.ts';

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

test('a figure is sent as a number however it was written, and what is none as it is', () => {
  const draft = draftOf(target({ value: 33.3 }));
  expect(sentOf(draft)).toMatchObject({ id: 'a', value: 33.3, hamlet_id: null, legal_basis: null });
  expect(sentOf({ ...draft, value: '1.234,5' })).toMatchObject({ value: 1234.5 });
  expect(sentOf({ ...draft, value: 'nhiều' })).toMatchObject({ value: 'nhiều' });
});
