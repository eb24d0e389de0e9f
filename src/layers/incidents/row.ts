import type { Point, Polygon } from 'geojson';

/** One incident as police read it (`public.read_incidents`). */
export type IncidentRow = {
  id: string;
  kind: string;
  occurred_at: string;
  state: 'open' | 'resolved';
  /** The fixed cell in which it lies; null outside the commune's grid. */
  cell_id: number | null;
  geometry: Point;
};

/** One fixed hexagon (`public.incident_cells`). */
export type IncidentCell = { cell_id: number; geometry: Polygon; count: number };

/** The rows by when they happened, the latest first, whatever zone the server wrote the instant in. */
export function latestFirst(rows: readonly IncidentRow[]): IncidentRow[] {
  return rows.toSorted((one, other) => Date.parse(other.occurred_at) - Date.parse(one.occurred_at));
}
