import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { type GeoJSONSource, Map as MapLibreMap, type Point, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { boundsOf } from '../geo/bounds.ts';
import type { LayerRow } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { palette } from '../ui/palette.ts';
import { applyDrawing, EMPTY_DRAWING } from './apply-drawing.ts';
import { type Background, findBackground } from './background.ts';
import { surroundings } from './camera.ts';
import type { CommuneMapProps, FitPadding, MapFault, Picked } from './contract.ts';
import { CoveredNames } from './covered-names.ts';
import { compose, type Drawing, type Foundation, StyleMemory } from './drawing.ts';
import { EditorHost } from './editing/editor-host.ts';
import { FONT_FACES } from './fonts.ts';
import { FIRST_LABEL, foundationOf } from './foundation.ts';
import { FIRST_HALO, HIGHLIGHT_SOURCE, highlightOf, rowOf } from './highlight.ts';
import { provideImages } from './images.ts';
import { type MapState, watchMapState } from './map-state.ts';
import { neighbourName } from './neighbour-name.ts';
import { OverlayHost } from './overlay-host.ts';
import { candidates, nextPick, samePicked } from './picking.ts';
import { watchPointer } from './pointer.ts';
import { coveredEdges, Viewpoint } from './viewpoint.ts';

setWorkerUrl(workerAddress);

/** What the pointer stands on: a feature, or an area of an overlay, which has only a label. */
export type Hovered = { x: number; y: number; picked: Picked | null; label: string | null };

export type EngineEvents = {
  onHover: (hovered: Hovered | null) => void;
  /** A key picked what lies in the middle; null: nothing does. */
  onKeyPick: (picked: Picked | null) => void;
  onFault: (fault: MapFault | null) => void;
  /** The overlay could not be fetched, or now can. */
  onTrouble: (trouble: boolean) => void;
  /** The tools for drawing could not be fetched, or now can. */
  onEditorTrouble: (trouble: boolean) => void;
  /** Who made the background map, once there is one that says so. */
  onBackground: (attribution: string | null) => void;
};

const PAPER: LayerSpecification = {
  id: 'base:paper',
  type: 'background',
  paint: { 'background-color': palette.paper },
};

/** Whether this browser draws maps at all. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** What is presented has its own even edges; else scale and source stand at the foot. */
function edgesOf({ presented, fitPadding }: CommuneMapProps): FitPadding {
  return presented && fitPadding ? fitPadding : coveredEdges(fitPadding);
}

/**
 * The one imperative object of the map: holds MapLibre, and turns what the page says (`update`) into the least
 * work. Everything it decides is decided in the pure files beside it.
 */
export class MapEngine {
  #map: MapLibreMap;
  #props: CommuneMapProps;
  #events: EngineEvents;
  #viewpoint: Viewpoint;
  #overlay: OverlayHost;
  #editor: EditorHost;
  #coveredNames: CoveredNames;
  #memory = new StyleMemory();
  #drawing: Drawing = EMPTY_DRAWING;
  /** All that were ever wanted: one that is asked for late may be of a layer that has gone off meanwhile. */
  #images: Record<string, string> = {};
  #foundation: { commune: unknown; neighbours: unknown; over: boolean; is: Foundation } | null = null;
  #background: Background | null = null;
  #seekingBackground = true;
  #pointed: Picked | null = null;
  #marked: { selected: LayerRow | null; hovered: LayerRow | null } = { selected: null, hovered: null };
  /** The selection that this map itself made: it is in sight already. */
  #ownPick: Picked | null = null;
  #loaded = false;
  #gone = false;
  #stops: (() => void)[] = [];

  /** @throws when WebGL gives no context. */
  constructor(container: HTMLElement, scale: HTMLElement, props: CommuneMapProps, events: EngineEvents) {
    this.#props = props;
    this.#events = events;
    const commune = boundsOf(props.commune.geometry);
    if (!commune) throw new Error('MapEngine: the commune has no boundary');
    const padding = edgesOf(props);
    const ground = props.presented?.ground ?? commune;
    const [west, south, east, north] = ground;
    const [minWest, minSouth, maxEast, maxNorth] = surroundings(commune);
    const camera = props.presented ? null : props.camera;
    this.#map = new MapLibreMap({
      container,
      style: { version: 8, sources: {}, layers: [PAPER], 'font-faces': FONT_FACES },
      maxBounds: [minWest, minSouth, maxEast, maxNorth],
      maxZoom: 19,
      maxPitch: 0,
      ...(camera
        ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
        : { bounds: [west, south, east, north], fitBoundsOptions: { padding } }),
      attributionControl: false,
      interactive: !props.presented,
      ...(props.presented ? { pixelRatio: window.devicePixelRatio * props.presented.scale } : {}),
      dragRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      locale: {
        'Map.Title': m.map_title({ commune: props.commune.name }),
        'ScaleControl.Meters': m.map_metres(),
        'ScaleControl.Kilometers': m.map_kilometres(),
      },
    });
    const map = this.#map;
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    this.#viewpoint = new Viewpoint(map, ground, padding, camera, (moved) => this.#props.onCamera(moved));
    const state = watchMapState(
      map,
      container,
      () => !this.#loaded || this.#seekingBackground || this.#overlay.busy || this.#editor.busy,
    );
    this.#coveredNames = new CoveredNames(map);
    // A name that goes or comes is drawn before the map counts as settled.
    map.on('idle', () => this.#coveredNames.look() && state.stir());
    const places = { areas: FIRST_HALO, points: FIRST_LABEL };
    this.#overlay = new OverlayHost(map, places, { onBusy: state.stir, onTrouble: events.onTrouble });
    this.#editor = new EditorHost(map, { onBusy: state.stir, onTrouble: events.onEditorTrouble });
    this.#stops.push(
      state.stop,
      provideImages(map, () => this.#images),
      watchPointer(map, {
        onHover: (place) => this.#hover(place),
        onPick: (point, reach, byKey) => this.#pick(point, reach, byKey),
      }),
    );
    const { link } = props;
    if (link) this.#stops.push(link.with[link.as](map));
    const ruler = new ScaleControl({ maxWidth: 110, unit: 'metric' });
    scale.replaceChildren(ruler.onAdd(map));
    this.#stops.push(() => ruler.onRemove());
    // What can be seen, in degrees: for whoever compares what two screens show.
    const sayBounds = () => {
      const edges = map.getBounds().toArray().flat();
      container.dataset.mapBounds = edges.map((edge) => edge.toFixed(5)).join(',');
    };
    map.on('moveend', sayBounds);
    map.on('load', () => {
      sayBounds();
      this.#loaded = true;
      this.#draw();
    });
    // Before MapLibre drops its style, and for good: a context that comes back knows none of deck.gl's objects.
    const letGo = () => {
      this.#overlay.remove();
      this.#editor.remove();
    };
    map.getCanvas().addEventListener('webglcontextlost', letGo, { capture: true });
    map.on('webglcontextlost', () => {
      this.#loaded = false;
      container.dataset.mapState = 'failed' satisfies MapState;
      this.#events.onFault('context-lost');
    });
    map.on('webglcontextrestored', () => this.#events.onFault(null));
    void findBackground().then((background) => this.#lay(background));
  }

  /** Shows what the page says now. Cheap when little has changed. */
  update(props: CommuneMapProps): void {
    const before = this.#props;
    this.#props = props;
    if (!this.#loaded) return;
    this.#draw();
    const isCovered = this.#viewpoint.cover(edgesOf(props));
    if (props.presented) this.#viewpoint.stand(props.presented.ground);
    else this.#viewpoint.follow(props.camera);
    if (isCovered || !samePicked(before.selection, props.selection)) this.#show(props.selection);
    this.#coveredNames.look();
  }

  zoomIn(): void {
    this.#map.zoomIn({ duration: 160 });
  }

  zoomOut(): void {
    this.#map.zoomOut({ duration: 160 });
  }

  whole(): void {
    this.#viewpoint.whole();
  }

  destroy(): void {
    this.#gone = true;
    this.#editor.remove();
    this.#overlay.remove();
    for (const stop of this.#stops) stop();
    this.#map.remove();
  }

  #draw(): void {
    const { commune, neighbours, shown, facts, indicator, extra } = this.#props;
    const over = this.#background !== null;
    const known = this.#foundation;
    if (known?.commune !== commune.geometry || known.neighbours !== neighbours || known.over !== over) {
      const is = foundationOf(commune, neighbours, neighbourName, over);
      this.#foundation = { commune: commune.geometry, neighbours, over, is };
    }
    const own = this.#memory.styles(shown, facts, indicator);
    const styles = extra ? [...own, { id: 'extra', style: extra }] : own;
    const before = this.#drawing;
    // Set first: images are asked for while layers are being added.
    this.#drawing = compose(this.#foundation?.is ?? { sources: {}, layers: [] }, styles, over);
    Object.assign(this.#images, this.#drawing.images);
    applyDrawing(this.#map, before, this.#drawing);
    this.#overlay.update(shown, facts);
    this.#editor.update(this.#props.editing ?? null);
    this.#mark();
  }

  /** Marks the selected feature, and the one that the pointer or a list points at. */
  #mark(): void {
    const { shown, selection, hover } = this.#props;
    const selected = rowOf(shown, selection)?.row ?? null;
    const hovered = rowOf(shown, this.#pointed ?? hover ?? null)?.row ?? null;
    if (selected === this.#marked.selected && hovered === this.#marked.hovered) return;
    this.#marked = { selected, hovered };
    this.#map.getSource<GeoJSONSource>(HIGHLIGHT_SOURCE)?.setData(highlightOf(selected, hovered));
  }

  #lay(background: Background | null): void {
    this.#seekingBackground = false;
    if (this.#gone) return;
    if (!background) {
      this.#map.triggerRepaint();
      return;
    }
    const put = () => {
      this.#background = background;
      this.#map.addSource('background', background.source);
      const lowest = this.#drawing.layers[0]?.id;
      for (const layer of background.layers) this.#map.addLayer(layer, lowest);
      this.#draw();
      this.#events.onBackground(background.attribution);
    };
    if (this.#loaded) put();
    else this.#map.once('load', put);
  }

  #show(selection: Picked | null): void {
    const own = samePicked(selection, this.#ownPick);
    this.#ownPick = null;
    if (own || !selection) return;
    const found = rowOf(this.#props.shown, selection);
    if (found) this.#viewpoint.show(found.row.geometry);
  }

  /** What lies under a place, topmost first; overlays lie above everything else. */
  #under({ x, y }: Point, reach: number): { picked: Picked[]; label: string | null } {
    const found = this.#overlay.find(x, y, reach);
    const layers = [...this.#drawing.pickable.keys()].filter((id) => this.#map.getLayer(id));
    const features = this.#map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers },
    );
    const picked = candidates(features, this.#drawing.pickable);
    if (found?.id) picked.unshift({ layer: found.layer, id: found.id });
    return { picked, label: found?.label ?? null };
  }

  #hover(place: { point: Point; reach: number } | null): void {
    const under =
      place && this.#loaded && !this.#props.editing ? this.#under(place.point, place.reach) : null;
    const picked = under?.picked[0] ?? null;
    const label = under?.label ?? null;
    if (!this.#props.editing) this.#map.getCanvas().style.cursor = picked ? 'pointer' : '';
    this.#pointed = picked;
    if (this.#loaded) this.#mark();
    const something = place && (picked || label);
    this.#events.onHover(something ? { x: place.point.x, y: place.point.y, picked, label } : null);
  }

  #pick(point: Point, reach: number, byKey: boolean): void {
    if (!this.#loaded) return;
    if (this.#props.editing) {
      // The editor hears presses itself; a key sets what lies in the middle.
      const { lng, lat } = this.#map.unproject(point);
      if (byKey) this.#editor.place(lng, lat);
      return;
    }
    const picked = nextPick(this.#under(point, reach).picked, this.#props.selection);
    if (byKey) this.#events.onKeyPick(picked);
    if (samePicked(picked, this.#props.selection)) return;
    this.#ownPick = picked;
    this.#props.onSelect(picked);
  }
}
