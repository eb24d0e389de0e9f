import type { MultiLineString } from 'geojson';

export type ModelRoadState = 'registered' | 'recognised' | 'lapsed';

/** One model self-managed road at the end of a day (`public.model_roads_at`); length in metres on the ellipsoid. */
export type ModelRoadRow = {
  id: string;
  name: string;
  hamlet_id: string | null;
  hamlet_name: string | null;
  former_commune: string | null;
  organization_id: string | null;
  organization_name: string | null;
  state: ModelRoadState;
  state_since: string;
  registered_on: string | null;
  recognised_on: string | null;
  decision_number: string | null;
  decision_date: string | null;
  /** Named only: where the paper lies is told by `document_kept_at`. */
  document_title: string | null;
  document_kept_at: string | null;
  /** Why the state is what it is; of a lapse. */
  state_reason: string | null;
  assessed_on: string | null;
  criteria: Record<string, boolean> | null;
  criteria_met: number | null;
  criteria_total: number | null;
  length_m: number;
  geometry: MultiLineString;
};
