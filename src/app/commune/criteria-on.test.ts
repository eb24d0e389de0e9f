import { expect, test } from 'vitest';
import { criteriaOn } from './criteria-on.ts';

const version = (valid_from: string, code: string) => ({
  id: code,
  valid_from,
  value: [{ code, name: { vi: code, en: code } }],
});
const versions = [version('2026-07-01', 'new'), version('2025-01-01', 'old')];
const codes = (day: string) => criteriaOn(versions, day).map(({ code }) => code);

test('a version counts from its day on, until the next', () => {
  expect(codes('2026-06-30')).toEqual(['old']);
  expect(codes('2026-07-01')).toEqual(['new']);
  expect(codes('2024-12-31')).toEqual([]);
});
