import type { Geometry } from 'geojson';

/** What a geometry is drawn as: one point; one or several lines; one or several areas. */
export type ShapeKind = 'point' | 'line' | 'area';

/**
 * `shape`: corners are moved, added and taken away. `draw`: a new line or area is drawn, beside what is there.
 * A point is always set where the map is pressed, but for `look`: what is shown stays as it is.
 */
export type EditingTool = 'shape' | 'draw' | 'look';

/** A geometry in the hands of a person. While it is set, the map picks nothing. */
export type Editing = {
  kind: ShapeKind;
  tool: EditingTool;
  /** WGS84 degrees; null: nothing drawn yet. Another object than the one last reported begins anew from it. */
  geometry: Geometry | null;
  /** Geometries whose corners and lines attract what is drawn: shared borders stay shared. */
  snapTo: readonly Geometry[];
  /** After each finished act of the hand. Coordinates have 7 decimals, as the database keeps them. */
  onChange: (geometry: Geometry | null) => void;
};
