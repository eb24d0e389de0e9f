import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, Geometry, Point, Polygon } from 'geojson';
import type { ComponentType } from 'react';
import type { Filter } from './filter.ts';

export type { Filter } from './filter.ts';

/** Roles of app.members; null is a visitor, or somebody signed in who is no member here. */
export type Role =
  | 'administrator'
  | 'front_officer'
  | 'leader'
  | 'association'
  | 'hamlet_committee'
  | 'police';

/** Every row of every layer has an id and a GeoJSON geometry in WGS84 degrees. */
export type LayerRow = {
  id: string;
  geometry: Geometry;
  /** First day on which what was retired is no more, and why; seen on a day before that, it is still there. */
  valid_to?: string | null;
  retired_reason?: string | null;
};

/** One entry of the setting `model_road_criteria` as it was at the date. */
export type Criterion = { code: string; name: { vi: string; en: string } };

/** What a layer must know beside its rows to speak of them. */
export type Facts = {
  communeId: string;
  communeName: string;
  /** The day the map shows, YYYY-MM-DD in Asia/Ho_Chi_Minh; never null: today is resolved. */
  asOf: string;
  criteria: readonly Criterion[];
  /** False while nobody has confirmed the list of criteria against its legal basis. */
  criteriaConfirmed: boolean;
  /**
   * Names of hamlets and organizations by id, as one line writes them: a hamlet whose name alone would be
   * ambiguous carries its former commune.
   */
  names: ReadonlyMap<string, string>;
  role: Role | null;
};

/**
 * What a query may depend on. `person` ('visitor' or the user's id) comes first in every query key, so
 * that nobody ever sees what was fetched for another. `asOf` is a day.
 */
export type Scope = { person: string; communeId: string; asOf: string };

export type LayerQuery<Row> = { queryKey: readonly unknown[]; queryFn: () => Promise<Row[]> };

/** State symbols of the design language: never colour alone. */
export type StateSymbol = 'met' | 'on_the_way' | 'behind' | 'not_reported';

/** One column of the table: `value` sorts and is exported, `text` is what a person reads. */
export type Column<Row> = {
  id: string;
  title: () => string;
  value: (row: Row, facts: Facts) => string | number | null;
  text?: (row: Row, facts: Facts) => string;
  symbol?: (row: Row) => StateSymbol | null;
  numeric?: boolean;
  /** Not shown until somebody chooses it. */
  optional?: boolean;
};

/**
 * MapLibre sources and layers. Source names, layer ids and image names start with the layer's own id
 * and a colon (`waste-points:symbol`), so that they never collide. `images` are SVG drawings with a
 * width and a height in pixels, drawn at the screen's resolution; legends may show the same. `pickable`
 * names the style layers whose features a click or a key may pick; each feature's properties carry the
 * row's `id`. `slot` says where in the drawing order a style layer stands, whatever was switched on first.
 */
export type LayerStyle = {
  sources: Record<string, FeatureCollection>;
  layers: readonly { slot: Slot; layer: LayerSpecification }[];
  images?: Readonly<Record<string, string>>;
  pickable: readonly string[];
};
type Slot = 'areas' | 'roads' | 'lines' | 'points' | 'labels';

/**
 * What the map draws with deck.gl, which it fetches only then: the module of an overlay is imported when
 * its layer is on, and says in plain data what is to be drawn.
 */
export type Overlay<Row> = {
  /** @throws Fault when what it must ask the server for does not come. */
  draw: (rows: readonly Row[], facts: Facts) => Promise<OverlayDrawing>;
};
export type OverlayColor = readonly [red: number, green: number, blue: number, opacity: number];
export type OverlayOutline = { geometry: Polygon; color: OverlayColor; width: number };
/** Colours are 0 to 255. `label` is what the pointer reads. Points can be picked as rows, by their id. */
export type OverlayDrawing = {
  areas: readonly { geometry: Polygon; color: OverlayColor; label: string }[];
  /** Drawn over the areas; `width` in pixels. */
  outlines: readonly OverlayOutline[];
  points: readonly { id: string; geometry: Point; color: OverlayColor; hollow: boolean; label: string }[];
  /** Map zoom from which the points are drawn. */
  pointsFromZoom: number;
  sift?: OverlaySift;
};
/** Three sets of small numbers (0 to 31), a bit for each that is in it. */
export type Wanted = readonly [number, number, number];
/**
 * Which points are seen, decided on the graphics card: a change draws the same data with other words. `values` holds
 * three numbers for each point, one point after another; a point is seen where each is in its set. While something
 * is wanted, points are drawn at every zoom; null wants every point.
 */
export type OverlaySift = {
  values: Uint8Array;
  wanted: () => Wanted | null;
  /** Hears when something else is wanted. Answers how to stop. */
  onChange: (listener: () => void) => () => void;
};

/** The contract of a map layer: menu, legend, table, link and smoke test pick it up from here. */
export type Layer<Row extends LayerRow = LayerRow> = {
  /** Folder, id in links, and (with `_`) the name of its table, view and function. */
  id: string;
  title: () => string;
  order: number;
  onAtFirst: boolean;
  /** Who may have it at all. Others read who may, in `restriction`. */
  visibleTo: (role: Role | null) => boolean;
  restriction?: () => string;
  filters: readonly Filter<Row>[];
  query: (scope: Scope) => LayerQuery<Row>;
  /** `indicator`: the overlay on the hamlets that the view asks for; null: none. Pure, called when rows change. */
  style?: (rows: readonly Row[], facts: Facts, indicator: string | null) => LayerStyle;
  overlay?: () => Promise<Overlay<Row>>;
  /** What stands at the map's foot while the layer is on; fetched then. The same function at every call. */
  foot?: () => Promise<{ default: ComponentType<{ rows: readonly Row[]; facts: Facts }> }>;
  columns: readonly Column<Row>[];
  /** Every row of a saved file names who saved it and when, so that every page of it does, on paper too. */
  signsFiles?: true;
  /** What a row is called where one line must do. */
  nameOf: (row: Row, facts: Facts) => string;
  Legend: ComponentType<{ rows: readonly Row[]; facts: Facts; indicator: string | null }>;
  Detail: ComponentType<{ row: Row; facts: Facts }>;
};
