import { expect, test } from 'vitest';
import type { Version } from './server.ts';
import { versionOn } from './versions.ts';

const version = (valid_from: string): Version => ({
  id: valid_from,
  key: 'model_roads_per_hamlet',
  value: 1,
  legal_basis: null,
  valid_from,
  confirmed: false,
});
const versions = ['2026-07-01', '2025-01-01', '2027-01-01'].map(version);

test.each([
  ['2024-12-31', undefined],
  ['2025-01-01', '2025-01-01'],
  ['2026-06-30', '2025-01-01'],
  ['2026-07-01', '2026-07-01'],
  ['2030-01-01', '2027-01-01'],
])('on %s the version from %s counts', (day, from) => {
  expect(versionOn(versions, day)?.valid_from).toBe(from);
});
