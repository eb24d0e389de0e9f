import type { MultiPolygon, Point, Polygon } from 'geojson';

export type SecurityAreaKind = 'residential_area' | 'drug_free_branch' | 'self_managed_road' | 'other';
/** The office of whoever is responsible; no name is kept. */
export type Responsible =
  | 'hamlet_head'
  | 'front_committee_head'
  | 'party_secretary'
  | 'security_team_head'
  | 'branch_head';
export type SecurityResult = 'met' | 'not_met' | 'no_data';

/** What one year's assessment said. Null anywhere: no figure was given. */
export type Assessment = {
  criteria: readonly (boolean | null)[] | null;
  households: number | null;
  households_signed: number | null;
  drug_free: boolean | null;
  conciliation_opened: number | null;
  conciliation_succeeded: number | null;
  conciliation_failed: number | null;
  conciliation_pending: number | null;
};

/** One year of an area (`public.security_area_results`). */
export type YearResult = Assessment & {
  id: string;
  security_area_id: string;
  year: number;
  assessed_on: string;
  result: SecurityResult;
};

/** One self-managed area at the end of a day, with the latest year that was assessed by then (`public.security_areas_at`). */
export type SecurityAreaRow = Assessment & {
  id: string;
  name: string;
  kind: SecurityAreaKind;
  hamlet_id: string | null;
  hamlet_name: string | null;
  former_commune: string | null;
  /** Whether it lies on ground of its own instead of the whole hamlet. */
  is_drawn: boolean;
  responsible: Responsible | null;
  registered_on: string;
  result_id: string | null;
  result_version: number | null;
  result_year: number | null;
  result: SecurityResult;
  /** Inside it; of a whole hamlet, where the hamlet's name stands. */
  label_point: Point;
  geometry: Polygon | MultiPolygon;
  version: number;
  /** Every year that was assessed by the day, the latest first. */
  years: readonly YearResult[];
};
