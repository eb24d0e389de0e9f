import type { MultiPolygon, Polygon } from 'geojson';
import type { Bounds } from '../geo/bounds.ts';
import type { Facts, Layer, LayerRow } from '../layers/layer.ts';
import type { Camera } from '../view/view.ts';
import type { CameraLink } from './camera-link.ts';
import type { Editing } from './editing/contract.ts';

/** A layer that is on, with the rows that its filters let pass. Keep the array's identity while it is the same. */
export type ShownLayer = { layer: Layer; rows: readonly LayerRow[] };

/** One feature of one layer, as links and lists name it. */
export type Picked = { layer: string; id: string };

/**
 * Why no map can be seen. `no-webgl`: this browser or machine draws none. `context-lost`: it did, and lost it;
 * null comes when it is back.
 */
export type MapFault = 'no-webgl' | 'context-lost';

/**
 * Pixels at the map's edges that other things cover. What stands there carries the attribute `data-over-map`, so
 * that no name of a neighbour lies half under it.
 */
export type FitPadding = { top: number; right: number; bottom: number; left: number };

/**
 * A map that is shown to an audience: this ground stays in sight on a screen of any shape, everything is drawn
 * `scale` times as large, and nothing in it is pressed or moved.
 */
export type Presented = { ground: Bounds; scale: number };

export type CommuneMapProps = {
  commune: { name: string; geometry: Polygon | MultiPolygon };
  /** Drawn quietly outside; empty when nobody gave them. */
  neighbours: readonly { id: string; name: string; geometry: Polygon | MultiPolygon }[];
  /** In the registry's order; layers that are off are missing. */
  shown: readonly ShownLayer[];
  facts: Facts;
  /** The overlay on the hamlets; null: plain paper. */
  indicator: string | null;
  selection: Picked | null;
  /** What a list points at; the pointer's own hover is the map's business. */
  hover?: Picked | null;
  /** Where a link says the map stands; null: the whole commune. A camera that `onCamera` reported moves nothing. */
  camera: Camera | null;
  /** After a movement has ended; null after "whole commune". */
  onCamera: (camera: Camera | null) => void;
  /** A picked feature; null when the empty map was picked. */
  onSelect: (selection: Picked | null) => void;
  /** Null when the fault is over. */
  onFault: (fault: MapFault | null) => void;
  /** What a person is drawing or correcting; the map picks nothing meanwhile. */
  editing?: Editing | null;
  fitPadding?: FitPadding;
  /** Shown to an audience; camera, selection by hand and buttons rest. Stays or stays away for the map's life. */
  presented?: Presented | null;
  /** Two maps side by side: this one leads the other, or stands where the other stands. For the map's life. */
  link?: { as: 'lead' | 'follow'; with: CameraLink } | null;
  /** `source` as the commune wrote it ("UBND xã"), `date` YYYY-MM-DD, `coordinateSystem` "VN-2000 105°45′". */
  attribution: { source: string; date: string; coordinateSystem: string };
};
