/** What a link remembers. Nothing derived is in it, and nothing about the person. */
export type View = {
  /** Code of the commune (five digits); null: mine, or the one public commune. */
  commune: string | null;
  /** Layers that are on; null: the ones on at first. */
  layers: readonly string[] | null;
  /** Chosen values by layer id and filter id. */
  filters: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The day that the map shows, YYYY-MM-DD; null: today. */
  asOf: string | null;
  /** The overlay on the hamlets; null: none. */
  indicator: string | null;
  selection: { layer: string; id: string } | null;
  camera: Camera | null;
  /** The layer whose table is open. */
  table: string | null;
  /** The form that is open. */
  form: FormPlace | null;
  /** The day that the shown one is compared with, YYYY-MM-DD; null: none. */
  compareTo: string | null;
  /** Indicators that every hamlet shows as rings, at most four. */
  rings: readonly string[];
  /** The reach that is measured around points; null: none. */
  reach: Reach | null;
  /** The scene of a meeting that is presented; null: none. */
  scene: ScenePlace | null;
};

/** Circles of `radius` metres around a layer's points; `kinds` empty: all kinds. */
export type Reach = { layer: string; radius: number; kinds: readonly string[] };

/** A meeting and the place of a scene in it, counted from 1. */
export type ScenePlace = { meeting: string; position: number };

/** What a form does to what: `act` and `layer` are names; `id` null is about no row yet. */
export type FormPlace = { act: string; layer: string; id: string | null };

/** WGS84 degrees; zoom as in web maps. */
export type Camera = { longitude: number; latitude: number; zoom: number };

export const FIRST_VIEW: View = {
  commune: null,
  layers: null,
  filters: {},
  asOf: null,
  indicator: 'model-roads',
  selection: null,
  camera: null,
  table: null,
  form: null,
  compareTo: null,
  rings: [],
  reach: null,
  scene: null,
};
