import type { MultiPolygon, Point } from 'geojson';

/** State of the plan's one hard number in a hamlet. */
export type Progress = 'met' | 'on_the_way' | 'behind' | 'not_reported';

/** One hamlet at the end of a day (`public.hamlets_at`). Null is "chưa có số liệu". */
export type HamletRow = {
  id: string;
  name: string;
  former_commune: string | null;
  valid_from: string;
  valid_to: string | null;
  successors: { id: string; name: string }[] | null;
  households: number | null;
  population: number | null;
  cultivated_area_ha: number | null;
  statistics_since: string | null;
  roads_declared_complete_on: string | null;
  progress: Progress;
  recognised_roads: number | null;
  registered_roads: number | null;
  criteria_met: number | null;
  criteria_total: number | null;
  area_m2: number;
  label_point: Point;
  residential_geometry: MultiPolygon | null;
  /** Rises with every change of the hamlet or of its figures. */
  version: number;
  geometry: MultiPolygon;
};
