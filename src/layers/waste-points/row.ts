import type { Point } from 'geojson';

export type WastePointKind =
  | 'collection'
  | 'green_house'
  | 'battery_exchange'
  | 'pesticide_tank'
  | 'black_spot';
export type WastePointState = 'active' | 'needs_attention' | 'closed';

/** One waste point at the end of a day (`public.waste_points_at`). */
export type WastePointRow = {
  id: string;
  name: string;
  kind: WastePointKind;
  hamlet_id: string | null;
  hamlet_name: string | null;
  former_commune: string | null;
  organization_id: string | null;
  organization_name: string | null;
  state: WastePointState;
  state_since: string;
  /** ISO days of the week, Monday is 1; null: not reported. */
  collection_days: number[] | null;
  geometry: Point;
};
