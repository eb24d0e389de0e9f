import type { OverlayColor } from '../layer.ts';
import type { IncidentRow } from './row.ts';

/** Classes of incidents in one cell, fixed, so that two months can be compared. `most` null: no limit. */
export type IncidentClass = { least: number; most: number | null; color: OverlayColor };

/** ColorBrewer "Purples": tells its steps apart for every kind of colour vision, and is no state's colour. */
export const INCIDENT_CLASSES: readonly IncidentClass[] = [
  { least: 1, most: 1, color: [203, 201, 226, 205] },
  { least: 2, most: 3, color: [158, 154, 200, 215] },
  { least: 4, most: 6, color: [117, 107, 177, 222] },
  { least: 7, most: null, color: [74, 26, 130, 230] },
];

/** The class of a count; null for none at all. */
export function incidentClass(count: number): IncidentClass | null {
  return (
    INCIDENT_CLASSES.find(({ least, most }) => count >= least && (most === null || count <= most)) ?? null
  );
}

/** How many rows lie in each cell; rows outside the grid are in none. */
export function tally(rows: readonly IncidentRow[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { cell_id } of rows) if (cell_id !== null) counts.set(cell_id, (counts.get(cell_id) ?? 0) + 1);
  return counts;
}
