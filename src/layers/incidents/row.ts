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
  /** The end of the time in which it happened, where the moment is not known. */
  ended_at: string | null;
  /** How far off the place may be, in metres; null where nobody said. */
  accuracy_m: number | null;
  place_hint: string | null;
  note: string | null;
};

/** One fixed hexagon (`public.incident_cells`); docs/hotspots.md says what its figures are. */
export type IncidentCell = {
  cell_id: number;
  geometry: Polygon;
  count: number;
  /** Null where the period does not suffice, or where its centre lies outside the commune. */
  z: number | null;
  p: number | null;
  significant: boolean | null;
  /** Null below ten months that suffice. */
  trend: Trend | null;
  /** Whether the period suffices; the same on every row. */
  sufficient: boolean;
};

export type Trend =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'none';

/** The rows by when they happened, the latest first, whatever zone the server wrote the instant in. */
export function latestFirst(rows: readonly IncidentRow[]): IncidentRow[] {
  return rows.toSorted((one, other) => Date.parse(other.occurred_at) - Date.parse(one.occurred_at));
}
