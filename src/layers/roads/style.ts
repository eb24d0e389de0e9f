import type {
  DataDrivenPropertyValueSpecification,
  LineLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { collect } from '../../geo/collect.ts';
import { palette } from '../../ui/palette.ts';
import type { LayerStyle } from '../layer.ts';
import type { RoadClass, RoadRow } from './row.ts';

/** Which road lies above another, and how wide it is drawn at zoom 15, in pixels. */
const CLASSES: Record<RoadClass, { rank: number; width: number }> = {
  national: { rank: 7, width: 8 },
  provincial: { rank: 6, width: 7 },
  district: { rank: 5, width: 6 },
  commune: { rank: 4, width: 5 },
  hamlet: { rank: 3, width: 3.4 },
  alley: { rank: 2, width: 2 },
  field: { rank: 1, width: 1.4 },
};

const width = (least: number, casing: number): DataDrivenPropertyValueSpecification<number> => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  11,
  ['+', least, ['*', 0.08, ['get', 'width']]],
  15,
  ['+', casing, ['get', 'width']],
  18,
  ['+', casing, ['*', 2.4, ['get', 'width']]],
];

const layout: LineLayerSpecification['layout'] = {
  'line-cap': 'round',
  'line-join': 'round',
  'line-sort-key': ['get', 'rank'],
};
const CASING = '#b3aa99';

const layers: LayerStyle['layers'] = [
  {
    slot: 'roads',
    layer: {
      id: 'roads:field',
      type: 'line',
      source: 'roads:lines',
      minzoom: 13.6,
      filter: ['==', ['get', 'class'], 'field'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': CASING, 'line-width': width(0.4, 0), 'line-dasharray': [3, 1.6] },
    },
  },
  {
    slot: 'roads',
    layer: {
      id: 'roads:alley',
      type: 'line',
      source: 'roads:lines',
      minzoom: 13.2,
      filter: ['==', ['get', 'class'], 'alley'],
      layout,
      paint: {
        'line-color': CASING,
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.6, 15, 1.6, 18, 5],
      },
    },
  },
  {
    slot: 'roads',
    layer: {
      id: 'roads:casing',
      type: 'line',
      source: 'roads:lines',
      filter: ['>=', ['get', 'rank'], CLASSES.hamlet.rank],
      layout,
      paint: { 'line-color': CASING, 'line-width': width(0.5, 1.6) },
    },
  },
  {
    slot: 'roads',
    layer: {
      id: 'roads:core',
      type: 'line',
      source: 'roads:lines',
      minzoom: 12.6,
      filter: ['>=', ['get', 'rank'], CLASSES.hamlet.rank],
      layout,
      paint: {
        'line-color': palette.panel,
        'line-width': [
          'interpolate',
          ['exponential', 1.5],
          ['zoom'],
          12.6,
          0.2,
          15,
          ['get', 'width'],
          18,
          ['*', 2.4, ['get', 'width']],
        ],
      },
    },
  },
  {
    // Unseen: only where roads are drawn wide enough to be meant; from afar a click means the hamlet.
    slot: 'roads',
    layer: {
      id: 'roads:pick',
      type: 'line',
      source: 'roads:lines',
      minzoom: 14.3,
      paint: { 'line-opacity': 0, 'line-width': 4 },
    },
  },
  {
    slot: 'labels',
    layer: {
      id: 'roads:name',
      type: 'symbol',
      source: 'roads:lines',
      minzoom: 14.4,
      filter: ['!=', ['get', 'name'], ''],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'name'],
        'text-font': ['Be Vietnam Pro 400'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 17, 13.5],
        'text-max-angle': 35,
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
      paint: { 'text-color': palette.quiet, 'text-halo-color': palette.panel, 'text-halo-width': 1.4 },
    },
  },
];

/** Ordinary roads by class: thin grey from afar, white with a grey casing nearby. */
export function style(rows: readonly RoadRow[]): LayerStyle {
  return {
    sources: {
      'roads:lines': collect(rows, (row) => ({
        properties: { class: row.class, name: row.name?.normalize('NFC') ?? '', ...CLASSES[row.class] },
      })),
    },
    layers,
    pickable: ['roads:name', 'roads:pick'],
  };
}
