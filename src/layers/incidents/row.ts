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
