import type { MultiLineString } from 'geojson';

/** kept: within the interval; due, overdue: past it; never: nobody wrote anything down. */
export type CareStretchState = 'kept' | 'due' | 'overdue' | 'never';

/** A piece of a model road that was last cared for on one day (`public.care_stretches_at`); length in metres. */
export type CareStretchRow = {
  id: string;
  model_road_id: string;
  name: string;
  hamlet_id: string | null;
  hamlet_name: string | null;
  former_commune: string | null;
  organization_id: string | null;
  organization_name: string | null;
  /** Fractions of the road's length. */
  stretch_from: number;
  stretch_to: number;
  length_m: number;
  last_done_on: string | null;
  state: CareStretchState;
  geometry: MultiLineString;
};
