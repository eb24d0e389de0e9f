import { expect, test } from 'vitest';
import { type IncidentRow, latestFirst } from './row.ts';

const incident = (id: string, occurred_at: string): IncidentRow => ({
  id,
  kind: 'theft',
  occurred_at,
  state: 'open',
  cell_id: null,
  ended_at: null,
  accuracy_m: null,
  place_hint: null,
  note: null,
  geometry: { type: 'Point', coordinates: [106.6, 20.7] },
});

test('incidents stand the latest first, by the instant and not by how it is written', () => {
  // 23:30 in Việt Nam is 16:30 UTC: before 17:00 UTC of the same day, though its digits are greater.
  const rows = [
    incident('middle', '2026-10-30T23:30:00+07:00'),
    incident('oldest', '2025-12-31T08:00:00+00:00'),
    incident('latest', '2026-10-30T17:00:00+00:00'),
  ];
  expect(latestFirst(rows).map(({ id }) => id)).toEqual(['latest', 'middle', 'oldest']);
  // What was handed in stays as it was: it is the answer of the server.
  expect(rows.map(({ id }) => id)).toEqual(['middle', 'oldest', 'latest']);
});
