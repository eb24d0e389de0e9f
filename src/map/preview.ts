import type {
  FeatureCollection,
  Geometry,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson';
import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { boundsOf } from '../geo/bounds.ts';
import { middleOf } from '../geo/middle.ts';
import { palette } from '../ui/palette.ts';
import { FONT_FACES } from './fonts.ts';
import { watchMapState } from './map-state.ts';
import { placeOutside } from './place-outside.ts';
import { PREVIEW_LAYERS } from './preview-look.ts';

setWorkerUrl(workerAddress);

/** One thing to look at: its row in the file (from 1), its name, and how it is meant. */
export type PreviewFeature = {
  row: number;
  name: string;
  tone: 'plain' | 'quiet' | 'wrong';
  geometry: Geometry;
};

type Shown = { outline: Geometry | null; features: readonly PreviewFeature[]; mark: Point | null };

/** A drawn preview: what it shows may change, and it can look at one row closely. */
export type Preview = {
  show: (shown: Shown) => void;
  /** Moves to a row of the file; to everything when null. */
  lookAt: (row: number | null) => void;
  zoom: (steps: number) => void;
  remove: () => void;
};

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };
const VIETNAM: [number, number, number, number] = [102, 8, 110, 23.5];

/**
 * Draws a preview into an element; `label` says what it shows to those who do not see it.
 * @throws Error where WebGL is missing.
 */
export function createPreview(container: HTMLElement, label: string): Preview {
  let shown: Shown = { outline: null, features: [], mark: null };
  const map = new MapLibreMap({
    container,
    style: {
      version: 8,
      'font-faces': FONT_FACES,
      sources: Object.fromEntries(
        ['outline', 'features', 'names', 'mark'].map((id) => [id, { type: 'geojson' as const, data: EMPTY }]),
      ),
      layers: [
        { id: 'paper', type: 'background', paint: { 'background-color': palette.paper } },
        ...PREVIEW_LAYERS,
      ],
    },
    bounds: VIETNAM,
    locale: { 'Map.Title': label },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // The page around it scrolls: a wheel or a finger over the map must not be caught by it.
    scrollZoom: false,
    dragPan: matchMedia('(pointer: fine)').matches,
    maxZoom: 19,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const { stop: stopWatching } = watchMapState(map, container, () => false);
  let ready = false;
  let looking: readonly Geometry[] = [];
  let wantedRow: number | null = null;
  const look = (geometries: readonly Geometry[], moving: boolean) => {
    looking = geometries;
    moveTo(map, geometries, moving);
  };
  const lookAtRow = (moving: boolean) => {
    const ofRow = shown.features.filter((one) => one.row === wantedRow).map(({ geometry }) => geometry);
    look(ofRow.length > 0 ? ofRow : wholeOf(shown), moving);
  };
  map.once('load', () => {
    ready = true;
    draw(map, shown);
    lookAtRow(false);
  });
  // Whoever turns a phone goes on seeing the same.
  map.on('resize', () => moveTo(map, looking, false));

  return {
    show(next) {
      const moved = next.outline !== shown.outline || next.features.length !== shown.features.length;
      const marked = next.mark !== null && next.mark !== shown.mark;
      shown = next;
      if (!ready) return;
      draw(map, shown);
      if (moved || marked) look(wholeOf(shown), false);
    },
    lookAt(row) {
      wantedRow = row;
      if (ready) lookAtRow(true);
    },
    zoom(steps) {
      map.zoomTo(map.getZoom() + steps);
    },
    remove() {
      stopWatching();
      map.remove();
    },
  };
}

function draw(map: MapLibreMap, { outline, features, mark }: Shown): void {
  const set = (id: string, data: FeatureCollection) => map.getSource<GeoJSONSource>(id)?.setData(data);
  set('outline', collection(outline ? [{ geometry: outline, properties: {} }] : []));
  set(
    'features',
    collection(
      features.flatMap(({ geometry, tone }) => {
        const properties = { tone };
        // An area that crosses itself may have no inside to fill: its line is drawn for itself.
        const line =
          tone === 'wrong' && isArea(geometry) ? [{ geometry: ringsOf(geometry), properties }] : [];
        return [{ geometry, properties }, ...line];
      }),
    ),
  );
  set(
    'names',
    collection(
      features.flatMap(({ geometry, name, tone }) => {
        const middle = nameplace(geometry, tone, outline);
        if (!middle || name === '' || mark) return [];
        // Decomposed letters are drawn with their marks beside them.
        const properties = { name: name.normalize('NFC'), tone, shape: isArea(geometry) ? 'area' : 'other' };
        return [{ geometry: { type: 'Point' as const, coordinates: middle }, properties }];
      }),
    ),
  );
  set('mark', collection(mark ? [{ geometry: mark, properties: {} }] : []));
}

/** Names of what lies around stand where the outline leaves them room. */
function nameplace(
  geometry: Geometry,
  tone: PreviewFeature['tone'],
  outline: Geometry | null,
): Position | null {
  if (tone !== 'quiet' || !isArea(geometry) || !isArea(outline)) return middleOf(geometry);
  const place = placeOutside(geometry, outline);
  return place ? [...place] : null;
}

function ringsOf(area: Polygon | MultiPolygon): MultiLineString {
  const coordinates = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  return { type: 'MultiLineString', coordinates };
}

function isArea(geometry: Geometry | null): geometry is Polygon | MultiPolygon {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

function collection(
  features: { geometry: Geometry; properties: Record<string, unknown> }[],
): FeatureCollection {
  return { type: 'FeatureCollection', features: features.map((one) => ({ type: 'Feature', ...one })) };
}

// A marked place is looked at closely; else the outline; else what the file is about.
function wholeOf({ outline, features, mark }: Shown): Geometry[] {
  if (mark) return [mark];
  // A row that lies in another province must not shrink the commune to a dot.
  if (outline) return [outline];
  const meant = features.filter(({ tone }) => tone !== 'quiet');
  return (meant.length > 0 ? meant : features).map(({ geometry }) => geometry);
}

function moveTo(map: MapLibreMap, geometries: readonly Geometry[], moving: boolean): void {
  const bounds = boundsOf(...geometries);
  if (!bounds) return;
  const still = !moving || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const box: [number, number, number, number] = [...bounds];
  const { clientWidth, clientHeight } = map.getContainer();
  const padding = Math.min(28, clientWidth / 8, clientHeight / 8);
  map.fitBounds(box, { padding, maxZoom: 15.5, duration: still ? 0 : 500 });
}
