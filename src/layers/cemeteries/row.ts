import type { MultiPolygon, Point, Polygon } from 'geojson';

/** One martyrs' cemetery at the end of a day (`public.cemeteries_at`). */
export type CemeteryRow = {
  id: string;
  name: string;
  hamlet_id: string | null;
  hamlet_name: string | null;
  former_commune: string | null;
  organization_id: string | null;
  organization_name: string | null;
  graves: number | null;
  valid_from: string;
  valid_to: string | null;
  area_m2: number | null;
  label_point: Point;
  geometry: Point | Polygon | MultiPolygon;
};
