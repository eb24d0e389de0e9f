import { expect, test } from 'vitest';
import { INCIDENT_CLASSES, incidentClass, tally } from './cells.ts';
import type { IncidentRow } from './row.ts';

const incident = (cell_id: number | null): IncidentRow => ({
  id: crypto.randomUUID(),
  kind: 'theft',
  occurred_at: '2026-10-01T00:00:00Z',
  state: 'open',
  cell_id,
  ended_at: null,
  accuracy_m: null,
  place_hint: null,
  note: null,
  geometry: { type: 'Point', coordinates: [106.62, 20.72] },
});

test('rows are counted by cell; what lies outside the grid is in none', () => {
  expect([...tally([incident(4), incident(9), incident(4), incident(null)])]).toEqual([
    [4, 2],
    [9, 1],
  ]);
});

test('every count from one on has one class, and none has none', () => {
  expect(incidentClass(0)).toBeNull();
  for (let count = 1; count <= 40; count += 1) {
    const fitting = INCIDENT_CLASSES.filter(
      ({ least, most }) => count >= least && (most === null || count <= most),
    );
    expect(fitting).toEqual([incidentClass(count)]);
  }
});
