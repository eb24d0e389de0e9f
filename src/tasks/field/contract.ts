import type { Geometry, MultiLineString, Point } from 'geojson';

/** kept: within the interval; due and overdue: past it; never: nobody wrote anything down (`public.care_subjects_at`). */
export type CareState = 'kept' | 'due' | 'overdue' | 'never';

export type CareLayer = 'model-roads' | 'cemeteries' | 'waste-points';

/** Something that is looked after; lengths in metres, days YYYY-MM-DD. */
export type CareSubject = {
  id: string;
  layer: CareLayer;
  name: string;
  /** Of a waste point. */
  kind: string | null;
  hamlet_id: string | null;
  hamlet_name: string | null;
  organization_id: string | null;
  organization_name: string | null;
  length_m: number | null;
  kept_m: number | null;
  last_done_on: string | null;
  /** Of a road: when the stretch that waits longest was last cared for; null: some of it never. */
  oldest_done_on: string | null;
  state: CareState;
  /** Records that nobody has approved yet. */
  waiting: number;
  geometry: MultiLineString | Point;
};

/** A record of care as the server has it (`public.care_records`). */
export type CareRecord = {
  id: string;
  model_road_id: string | null;
  cemetery_id: string | null;
  waste_point_id: string | null;
  organization_id: string | null;
  done_on: string;
  stretch_from: number;
  stretch_to: number;
  people: number | null;
  criteria: Record<string, boolean> | null;
  note: string | null;
  state: 'sent' | 'approved';
  done_by: string | null;
  recorded_at: string;
};

/** A place that somebody proposed (`public.proposals`). */
export type Proposal = {
  id: string;
  layer: 'model_roads' | 'waste_points' | 'cemeteries';
  /** Null: something new. */
  record_id: string | null;
  organization_id: string | null;
  name: string;
  note: string | null;
  geometry: Geometry;
  noted_at: string | null;
  proposed_by: string | null;
  sent_at: string;
  state: 'sent' | 'accepted' | 'declined';
  reason: string | null;
};

/** A picture of a record (`public.photos`). */
export type CarePhoto = {
  id: string;
  care_record_id: string;
  moment: 'before' | 'after' | null;
  stored_at: string | null;
};

/** Which team is to look after a road in the week that begins on a Monday. */
export type Duty = { id: string; model_road_id: string; week: string; team: string };

/** Who works here. */
export type Worker = {
  person: string;
  communeId: string;
  role: string;
  organizationId: string | null;
  isOfficer: boolean;
};

/** The field of a record that names a subject of a layer. */
export const SUBJECT_FIELDS = {
  'model-roads': 'model_road_id',
  cemeteries: 'cemetery_id',
  'waste-points': 'waste_point_id',
} as const satisfies Record<CareLayer, keyof CareRecord>;
