import type { ExpressionSpecification, LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { boundsOf } from '../geo/bounds.ts';
import type { LayerRow } from '../layers/layer.ts';
import { palette } from '../ui/palette.ts';
import type { Picked, ShownLayer } from './contract.ts';
import type { Foundation } from './drawing.ts';

export const HIGHLIGHT_SOURCE = 'base:highlight';
/** The lowest style layer of the highlight, below every layer's own lines and points; it is always there. */
export const FIRST_HALO = 'base:hover-area-line';
export const NO_HIGHLIGHT: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Degrees: what is smaller gets a ring around it, because its outline alone is too small to see. */
const SMALL = 0.0022;

/** The row behind a picked feature, when it is shown. */
export function rowOf(shown: readonly ShownLayer[], picked: Picked | null) {
  if (!picked) return null;
  const found = shown.find(({ layer }) => layer.id === picked.layer);
  const row = found?.rows.find(({ id }) => id === picked.id);
  return found && row ? { layer: found.layer, row } : null;
}

/** Features that mark one geometry: its own outline, and a ring around what is small. */
function marks(geometry: Geometry, role: 'selected' | 'hover'): Feature[] {
  const feature = (marked: Geometry, form: 'area' | 'line' | 'ring'): Feature => ({
    type: 'Feature',
    properties: { role, form },
    geometry: marked,
  });
  const bounds = boundsOf(geometry);
  if (!bounds) return [];
  const [west, south, east, north] = bounds;
  const ring = feature({ type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] }, 'ring');
  if (geometry.type === 'Point') return [ring];
  const outline = feature(geometry, geometry.type.endsWith('LineString') ? 'line' : 'area');
  const small = outline.properties?.form === 'area' && Math.max(east - west, north - south) < SMALL;
  return small ? [outline, ring] : [outline];
}

/** What marks the selected row and the one under the pointer (not both on the same). */
export function highlightOf(selected: LayerRow | null, hovered: LayerRow | null): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...(hovered && hovered !== selected ? marks(hovered.geometry, 'hover') : []),
      ...(selected ? marks(selected.geometry, 'selected') : []),
    ],
  };
}

const is = (role: string, form: string): ExpressionSpecification => [
  'all',
  ['==', ['get', 'role'], role],
  ['==', ['get', 'form'], form],
];

function line(role: string, form: string, name: string, paint: LineLayerSpecification['paint']) {
  return {
    slot: 'halo' as const,
    layer: {
      id: `base:${role}-${form}-${name}`,
      type: 'line' as const,
      source: HIGHLIGHT_SOURCE,
      filter: is(role, form),
      layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
      paint,
    },
  };
}

function ring(role: string, color: string, width: number) {
  return {
    slot: 'rings' as const,
    layer: {
      id: `base:${role}-ring`,
      type: 'circle' as const,
      source: HIGHLIGHT_SOURCE,
      filter: is(role, 'ring'),
      paint: {
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          11,
          9,
          15,
          16,
          17,
          19,
        ] as ExpressionSpecification,
        'circle-color': color,
        'circle-opacity': 0.1,
        'circle-stroke-color': color,
        'circle-stroke-width': width,
      },
    },
  };
}

const byZoom = (far: number, near: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  11,
  far,
  16,
  near,
];

/** Style layers of the highlight: below the layer's own lines and points, above its areas. */
export const HIGHLIGHT_LAYERS: Foundation['layers'] = [
  line('hover', 'area', 'line', {
    'line-color': palette.ink,
    'line-opacity': 0.55,
    'line-width': byZoom(1.6, 3),
  }),
  line('hover', 'line', 'line', {
    'line-color': palette.ink,
    'line-opacity': 0.28,
    'line-width': byZoom(7, 16),
  }),
  line('selected', 'area', 'casing', { 'line-color': palette.panel, 'line-width': byZoom(5, 9) }),
  line('selected', 'area', 'line', { 'line-color': palette.focus, 'line-width': byZoom(2.6, 4.5) }),
  line('selected', 'line', 'casing', { 'line-color': palette.focus, 'line-width': byZoom(8, 19) }),
  line('selected', 'line', 'line', { 'line-color': palette.panel, 'line-width': byZoom(5.5, 14) }),
  ring('hover', palette.ink, 1.5),
  ring('selected', palette.focus, 3),
];
