import type { MultiPolygon } from 'geojson';

/** One hamlet or fixed cell of a period that police released (`public.published_incidents`). */
export type PublishedRow = {
  id: string;
  /** First and last day of the period. */
  starts_on: string;
  ends_on: string;
  parts: 'hamlets' | 'cells';
  /** All incidents of the period; null where it would betray a withheld part. */
  total: number | null;
  late_count: number | null;
  released_on: string;
  hamlet_id: string | null;
  cell_id: number | null;
  name: string | null;
  former_commune: string | null;
  /** Null: withheld, from 0 to 4. */
  count: number | null;
  geometry: MultiPolygon;
};
