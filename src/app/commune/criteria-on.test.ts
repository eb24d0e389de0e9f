import { expect, test } from 'vitest';
import { criteriaOn } from './criteria-on.ts';

const version = (valid_from: string, code: string, confirmed: boolean) => ({
  id: code,
  valid_from,
  value: [{ code, name: { vi: code, en: code } }],
  confirmed,
});
const versions = [version('2026-07-01', 'new', false), version('2025-01-01', 'old', true)];
const codes = (day: string) => criteriaOn(versions, day)?.value.map(({ code }) => code);

test('a version counts from its day on, until the next', () => {
  expect(codes('2026-06-30')).toEqual(['old']);
  expect(codes('2026-07-01')).toEqual(['new']);
  expect(codes('2024-12-31')).toBeUndefined();
});

test('each version says whether it was confirmed', () => {
  expect(criteriaOn(versions, '2026-06-30')?.confirmed).toBe(true);
  expect(criteriaOn(versions, '2026-07-01')?.confirmed).toBe(false);
});
