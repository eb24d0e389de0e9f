import { expect, test } from 'vitest';
import { period } from './period.ts';

test('a year ends with the date, and a whole month begins it', () => {
  expect(period('2026-10-31')).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  expect(period('2026-11-15')).toEqual({ from: '2025-12-01', to: '2026-11-15' });
});
