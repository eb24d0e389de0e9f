import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { palette } from '../ui/palette.ts';

const byTone = (plain: string, quiet: string, wrong: string): ExpressionSpecification => [
  'match',
  ['get', 'tone'],
  'quiet',
  quiet,
  'wrong',
  wrong,
  plain,
];
const areas: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const lines: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const points: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

/** How a preview looks: land, what the file holds, the commune's outline over it, names, a marked place. */
export const PREVIEW_LAYERS: readonly LayerSpecification[] = [
  { id: 'land', type: 'fill', source: 'outline', paint: { 'fill-color': palette.panel } },
  {
    id: 'areas',
    type: 'fill',
    source: 'features',
    filter: areas,
    paint: { 'fill-color': byTone(palette.met, '#f2ede1', palette.behind) },
  },
  {
    id: 'borders',
    type: 'line',
    source: 'features',
    filter: areas,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': byTone(palette.green, '#cdc5b3', palette.brick), 'line-width': 1.2 },
  },
  {
    id: 'outline',
    type: 'line',
    source: 'outline',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.ink, 'line-width': 2.2 },
  },
  {
    id: 'casings',
    type: 'line',
    source: 'features',
    filter: lines,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': palette.panel, 'line-width': 5 },
  },
  {
    id: 'lines',
    type: 'line',
    source: 'features',
    filter: lines,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': byTone(palette.green, palette.grey, palette.brick), 'line-width': 2.6 },
  },
  {
    id: 'points',
    type: 'circle',
    source: 'features',
    filter: points,
    paint: {
      'circle-color': byTone(palette.water, palette.grey, palette.brick),
      'circle-radius': 5.5,
      'circle-stroke-color': palette.panel,
      'circle-stroke-width': 1.6,
    },
  },
  {
    id: 'names',
    type: 'symbol',
    source: 'names',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Be Vietnam Pro 600'],
      'text-size': 12.5,
      'text-max-width': 9,
      // Inside an area, below a point or a line.
      'text-anchor': ['match', ['get', 'shape'], 'area', 'center', 'top'],
      'text-offset': ['match', ['get', 'shape'], 'area', ['literal', [0, 0]], ['literal', [0, 0.7]]],
    },
    paint: {
      'text-color': byTone(palette.ink, palette.quiet, palette.brick),
      'text-halo-color': palette.panel,
      'text-halo-width': 1.6,
    },
  },
  {
    id: 'mark',
    type: 'circle',
    source: 'mark',
    paint: {
      'circle-color': 'rgba(162, 61, 37, 0.15)',
      'circle-radius': 16,
      'circle-stroke-color': palette.brick,
      'circle-stroke-width': 3,
    },
  },
];
