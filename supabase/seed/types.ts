import type { LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Day } from './days.ts';
import type { RoadClass } from './road-graph.ts';
import type { SecurityAreaResultRow, SecurityAreaRow } from './security-areas.ts';

/**
 * The sample commune as plain data. The rows are named and shaped as the tables of schema `app` have them, without
 * `commune_id`; geometry is GeoJSON in WGS84 degrees with at most 7 decimals. Days are days in Asia/Ho_Chi_Minh.
 */
export interface SampleCommune {
  readonly commune: CommuneRow;
  readonly neighbours: readonly NeighbourRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly hamlets: readonly HamletRow[];
  readonly hamletStatistics: readonly HamletStatisticsRow[];
  readonly hamletSuccessions: readonly HamletSuccessionRow[];
  readonly roads: readonly RoadRow[];
  readonly modelRoads: readonly ModelRoadRow[];
  readonly modelRoadStates: readonly ModelRoadStateRow[];
  readonly modelRoadAssessments: readonly ModelRoadAssessmentRow[];
  readonly wastePoints: readonly WastePointRow[];
  readonly wastePointStates: readonly WastePointStateRow[];
  readonly cemeteries: readonly CemeteryRow[];
  readonly incidents: readonly IncidentRow[];
  readonly settings: readonly SettingRow[];
  readonly targets: readonly TargetRow[];
  readonly reports: readonly ReportRow[];
  readonly reportLocks: readonly ReportLockRow[];
  readonly careRecords: readonly CareRecordRow[];
  readonly photos: readonly PhotoRow[];
  readonly duties: readonly DutyRow[];
  readonly meetings: readonly MeetingRow[];
  readonly scenes: readonly SceneRow[];
  readonly conclusions: readonly ConclusionRow[];
  readonly securityAreas: readonly SecurityAreaRow[];
  readonly securityAreaResults: readonly SecurityAreaResultRow[];
}

interface CommuneRow {
  readonly id: string;
  /** The five digits of the General Statistics Office. */
  readonly code: string;
  /** Without the word "xã". */
  readonly name: string;
  readonly province: string;
  readonly coordinate_system: string;
  readonly boundary_source: string;
  readonly geometry: Polygon;
}

interface NeighbourRow {
  readonly id: string;
  /** Without the word "xã". */
  readonly name: string;
  readonly geometry: Polygon;
}

export type OrganizationCode =
  | 'people_committee'
  | 'front'
  | 'veterans'
  | 'women'
  | 'youth'
  | 'farmers'
  | 'police'
  | 'party_committee'
  | 'people_council'
  | 'hamlet_fronts';

export interface OrganizationRow {
  readonly id: string;
  readonly code: OrganizationCode;
  readonly name: string;
}

export interface HamletRow {
  readonly id: string;
  readonly name: string;
  readonly former_commune: string;
  readonly valid_from: Day;
  /** The first day on which it is no more; null while it lasts. */
  readonly valid_to: Day | null;
  /** Null: never declared, so that "no road" cannot be told from "not reported". */
  readonly roads_declared_complete_on: Day | null;
  readonly geometry: Polygon;
  /** Built-up land; null where the hamlet has not drawn it. */
  readonly residential_geometry: MultiPolygon | null;
}

/** Figures of a hamlet from a day on; null is "not reported". */
export interface HamletStatisticsRow {
  readonly id: string;
  readonly hamlet_id: string;
  readonly valid_from: Day;
  readonly households: number | null;
  readonly population: number | null;
  readonly cultivated_area_ha: number | null;
}

export interface HamletSuccessionRow {
  readonly id: string;
  readonly hamlet_id: string;
  readonly successor_id: string;
}

export interface RoadRow {
  readonly id: string;
  readonly name: string | null;
  readonly class: RoadClass;
  readonly valid_from: Day;
  readonly geometry: LineString;
}

export interface ModelRoadRow {
  readonly id: string;
  /** The hamlet that registered it, valid on that day. */
  readonly hamlet_id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly geometry: LineString;
}

export interface ModelRoadStateRow {
  readonly id: string;
  readonly model_road_id: string;
  readonly state: 'registered' | 'recognised' | 'lapsed';
  readonly valid_from: Day;
  readonly decision_number: string | null;
  readonly decision_date: Day | null;
  /** Why it lapsed; null for every other state. */
  readonly reason: string | null;
}

export type Criterion = 'bright' | 'green' | 'clean' | 'beautiful' | 'safe';

export interface ModelRoadAssessmentRow {
  readonly id: string;
  readonly model_road_id: string;
  readonly assessed_on: Day;
  /** A criterion that is missing was not assessed. */
  readonly criteria: Readonly<Partial<Record<Criterion, boolean>>>;
}

export type WastePointKind =
  | 'collection'
  | 'green_house'
  | 'battery_exchange'
  | 'pesticide_tank'
  | 'black_spot';

export interface WastePointRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly kind: WastePointKind;
  /** ISO days of the week, Monday is 1; null is "not reported". */
  readonly collection_days: readonly number[] | null;
  /** The first day on which it is no more, and why; null while it stands. */
  readonly valid_to: Day | null;
  readonly retired_reason: string | null;
  readonly geometry: Point;
}

export interface WastePointStateRow {
  readonly id: string;
  readonly waste_point_id: string;
  readonly state: 'active' | 'needs_attention' | 'closed';
  readonly valid_from: Day;
}

export interface CemeteryRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  /** Null: not reported. */
  readonly graves: number | null;
  readonly valid_from: Day;
  readonly geometry: Polygon | Point;
}

export type IncidentKind =
  | 'theft'
  | 'disorder'
  | 'drugs'
  | 'gambling'
  | 'traffic'
  | 'dispute'
  | 'domestic_violence'
  | 'encroachment'
  | 'illegal_dumping'
  | 'other';

/** Nothing personal: a kind, a time, a place, a state. */
export interface IncidentRow {
  readonly id: string;
  readonly kind: IncidentKind;
  /** ISO 8601 with the offset +07:00. */
  readonly occurred_at: string;
  readonly state: 'open' | 'resolved';
  readonly geometry: Point;
}

export interface SettingRow {
  readonly id: string;
  readonly key: string;
  readonly value: unknown;
  readonly legal_basis: string;
  readonly valid_from: Day;
  readonly confirmed: boolean;
}

export interface TargetRow {
  readonly id: string;
  readonly indicator: string;
  readonly scope: 'commune' | 'hamlets' | 'hamlet';
  readonly hamlet_id: string | null;
  readonly value: number;
  readonly valid_from: Day;
  /** The first day on which it counts no more; null: until the next version. */
  readonly valid_to: Day | null;
  readonly legal_basis: string | null;
  readonly confirmed: boolean;
}

export interface ReportRow {
  readonly id: string;
  readonly hamlet_id: string;
  readonly indicator: string;
  /** First day of the month or the year. */
  readonly period: Day;
  readonly revision: number;
  readonly numerator: number | null;
  /** Null: the hamlet's households, or one of a yes or no. */
  readonly denominator: number | null;
  readonly reason: string | null;
  /** Address of the demo account that entered it. */
  readonly reporter: string;
  /** ISO 8601 with the offset +07:00. */
  readonly reported_at: string;
}

export interface ReportLockRow {
  readonly id: string;
  readonly hamlet_id: string;
  readonly every: 'month' | 'year';
  readonly period: Day;
  readonly locked_at: string;
}

export interface MeetingRow {
  readonly id: string;
  readonly title: string;
  readonly held_on: Day;
  readonly state: 'planned' | 'held';
}

/** A scene; its ground is that of a hamlet, else the commune's, and its figures are the database's to say. */
export interface SceneRow {
  readonly id: string;
  readonly meeting_id: string;
  readonly position: number;
  readonly title: string;
  readonly note: string | null;
  readonly view: string;
  readonly indicator: string | null;
  readonly around_hamlet_id: string | null;
  readonly frozen_on: Day;
  readonly frozen_at: string;
}

export interface ConclusionRow {
  readonly id: string;
  readonly meeting_id: string;
  readonly scene_id: string | null;
  readonly text: string;
  readonly hamlet_id: string | null;
  readonly organization_id: string | null;
  readonly due_on: Day;
  readonly done_on: Day | null;
  readonly closing_note: string | null;
}

export interface CareRecordRow {
  readonly id: string;
  readonly model_road_id: string | null;
  readonly cemetery_id: string | null;
  readonly organization_id: string;
  readonly done_on: Day;
  /** Fractions of the road's length. */
  readonly stretch_from: number;
  readonly stretch_to: number;
  readonly people: number | null;
  readonly note: string | null;
  readonly state: 'sent' | 'approved';
  /** Which demo account wrote it down. */
  readonly recorder: string;
  readonly recorded_at: string;
  readonly approved_at: string | null;
}

/** A drawn picture of a record, which says on itself that it is a sample. */
export interface PhotoRow {
  readonly id: string;
  readonly care_record_id: string;
  readonly moment: 'before' | 'after';
  readonly width: number;
  readonly height: number;
}

/** Who is to look after a road in the week that begins on a Monday. */
export interface DutyRow {
  readonly id: string;
  readonly model_road_id: string;
  readonly organization_id: string;
  readonly week: Day;
  readonly team: string;
}
