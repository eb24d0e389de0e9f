import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  type TerraDrawMouseEvent,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Editing } from './contract.ts';
import { EDITING_LOOK } from './look.ts';
import { joinShapes, rounded, type Shape, shapesOf } from './shapes.ts';
import { type Attraction, attractionOf, snap } from './snapping.ts';

type Id = string | number;

/** Pixels: how near a corner must be to be taken, and a line to attract. A finger covers more than a pointer. */
const REACH = matchMedia('(pointer: coarse)').matches ? { take: 34, attract: 18 } : { take: 18, attract: 12 };
const MODE = { point: 'point', line: 'linestring', area: 'polygon' } as const;

/** The hand on the map: Terra Draw over a map that has loaded, for one geometry. */
export class GeometryEditor {
  #draw: TerraDraw;
  #map: MapLibreMap;
  #editing: Editing;
  #attraction: Attraction;
  #attracting: readonly Geometry[];
  /** Holes by the feature whose area they are in. */
  #holes = new Map<Id, Shape['holes']>();
  /** What was last reported, so that hearing it back begins nothing anew. */
  #reported: Geometry | null;

  constructor(map: MapLibreMap, editing: Editing) {
    this.#map = map;
    this.#editing = editing;
    this.#attracting = editing.snapTo;
    this.#attraction = attractionOf(editing.snapTo);
    this.#reported = editing.geometry;
    const snapping = { toCustom: (event: TerraDrawMouseEvent) => this.#snap(event) };
    const coordinates = { snappable: snapping, midpoints: true, draggable: true, deletable: true };
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9, prefixId: 'editing' }),
      modes: [
        new TerraDrawPointMode({ styles: EDITING_LOOK.point }),
        new TerraDrawLineStringMode({ snapping, pointerDistance: REACH.take, styles: EDITING_LOOK.line }),
        new TerraDrawPolygonMode({ snapping, pointerDistance: REACH.take, styles: EDITING_LOOK.area }),
        new TerraDrawSelectMode({
          pointerDistance: REACH.take,
          allowManualDeselection: false,
          flags: { linestring: { feature: { coordinates } }, polygon: { feature: { coordinates } } },
          styles: EDITING_LOOK.selected,
        }),
      ],
    });
    this.#draw.start();
    this.#draw.on('finish', (id) => this.#finished(id));
    this.#begin();
  }

  /** Follows what the page says; what came from this hand changes nothing. */
  update(editing: Editing): void {
    const before = this.#editing;
    this.#editing = editing;
    if (editing.snapTo !== this.#attracting) {
      this.#attracting = editing.snapTo;
      this.#attraction = attractionOf(editing.snapTo);
    }
    if (editing.geometry !== this.#reported || editing.tool !== before.tool || editing.kind !== before.kind) {
      this.#reported = editing.geometry;
      this.#begin();
    }
  }

  /** Sets a point, as a press on the map there would. Lines and areas are drawn by pointer or finger. */
  place(longitude: number, latitude: number): void {
    if (this.#editing.kind !== 'point' || this.#editing.tool === 'look') return;
    this.#reported = { type: 'Point', coordinates: rounded([longitude, latitude]) };
    this.#editing.onChange(this.#reported);
    this.#begin(this.#reported);
  }

  stop(): void {
    this.#draw.stop();
  }

  #begin(geometry = this.#editing.geometry): void {
    const { kind, tool } = this.#editing;
    this.#draw.clear();
    this.#holes.clear();
    const features = shapesOf(geometry).map(({ geometry: part, holes }) => {
      const id = this.#draw.getFeatureId();
      if (holes.length > 0) this.#holes.set(id, holes);
      return { id, type: 'Feature' as const, properties: { mode: MODE[kind] }, geometry: part };
    });
    this.#draw.addFeatures(features);
    const [first] = features;
    if (tool === 'look') this.#draw.setMode('static');
    else if (kind === 'point' || tool === 'draw' || !first) this.#draw.setMode(MODE[kind]);
    else this.#draw.selectFeature(first.id);
  }

  #finished(id: Id): void {
    if (this.#editing.kind === 'point') {
      this.#draw.removeFeatures(
        this.#features().flatMap((other) => (other.id === id ? [] : [other.id as Id])),
      );
    }
    this.#report();
    if (this.#editing.kind !== 'point' && this.#draw.getMode() !== 'select') this.#draw.selectFeature(id);
  }

  #report(): void {
    const shapes = this.#features().map(
      ({ id, geometry }): Shape => ({
        geometry: withRoundedCorners(geometry as Point | LineString | Polygon),
        holes: this.#holes.get(id as Id) ?? [],
      }),
    );
    this.#reported = joinShapes(shapes);
    this.#editing.onChange(this.#reported);
  }

  /** What is being edited, without the handles that Terra Draw puts beside it. */
  #features(): GeoJSONStoreFeatures[] {
    const type = { point: 'Point', line: 'LineString', area: 'Polygon' }[this.#editing.kind];
    const mode = MODE[this.#editing.kind];
    return this.#draw
      .getSnapshot()
      .filter(({ geometry, properties }) => geometry.type === type && properties.mode === mode);
  }

  #snap({ lng, lat }: TerraDrawMouseEvent): Position | undefined {
    const found = snap(this.#attraction, [lng, lat], (x, y) => this.#map.project([x, y]), REACH.attract);
    return found && rounded(found);
  }
}

function withRoundedCorners<Part extends Point | LineString | Polygon>(part: Part): Part {
  if (part.type === 'Point') return { ...part, coordinates: rounded(part.coordinates) };
  if (part.type === 'LineString') return { ...part, coordinates: part.coordinates.map(rounded) };
  return { ...part, coordinates: part.coordinates.map((ring) => ring.map(rounded)) };
}
