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
};

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
};
