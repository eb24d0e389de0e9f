import { expect, test } from 'vitest';
import { apportion } from './hamlets.ts';

test('parts are whole, in proportion, and sum up exactly', () => {
  expect(apportion(100, [1, 1, 2])).toEqual([25, 25, 50]);
  const parts = apportion(26_040, [1.1, 0.7, 1.3, 0.9, 1.7, 0.33]);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(26_040);
  expect(parts.every(Number.isInteger)).toBe(true);
});
