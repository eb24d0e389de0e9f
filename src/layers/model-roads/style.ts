import type { DataDrivenPropertyValueSpecification } from '@maplibre/maplibre-gl-style-spec';
import { collect } from '../../geo/collect.ts';
import { palette } from '../../ui/palette.ts';
import type { LayerStyle } from '../layer.ts';
import type { ModelRoadRow, ModelRoadState } from './row.ts';

/** Widths in pixels at zoom 13; dashes in line widths. Drawn in this order, the recognised on top. */
const LINES: Record<ModelRoadState, { color: string; width: number; dashes?: number[] }> = {
  lapsed: { color: palette.grey, width: 1.8, dashes: [1.6, 1.9] },
  registered: { color: palette.ochre, width: 2.8, dashes: [2.1, 1.3] },
  recognised: { color: palette.green, width: 3.2 },
};

const width = (pixels: number, casing: number): DataDrivenPropertyValueSpecification<number> => [
  'interpolate',
  ['linear'],
  ['zoom'],
  11,
  0.55 * pixels + casing * 0.6,
  13,
  pixels + casing,
  15,
  1.5 * pixels + casing * 1.2,
  18,
  3 * pixels + casing * 2,
];

function linesOf(state: ModelRoadState): LayerStyle['layers'] {
  const { color, width: pixels, dashes } = LINES[state];
  return [
    {
      slot: 'lines',
      layer: {
        id: `model-roads:${state}-casing`,
        type: 'line',
        source: 'model-roads:lines',
        filter: ['==', ['get', 'state'], state],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.panel, 'line-width': width(pixels, 2.6) },
      },
    },
    {
      slot: 'lines',
      layer: {
        id: `model-roads:${state}`,
        type: 'line',
        source: 'model-roads:lines',
        filter: ['==', ['get', 'state'], state],
        layout: { 'line-cap': dashes ? 'butt' : 'round', 'line-join': 'round' },
        paint: {
          'line-color': color,
          'line-width': width(pixels, 0),
          ...(dashes ? { 'line-dasharray': dashes } : {}),
        },
      },
    },
  ];
}

const states = Object.keys(LINES) as ModelRoadState[];

const layers: LayerStyle['layers'] = [
  ...states.flatMap(linesOf),
  {
    slot: 'labels',
    layer: {
      id: 'model-roads:name',
      type: 'symbol',
      source: 'model-roads:lines',
      minzoom: 14,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 360,
        'text-field': ['get', 'name'],
        'text-font': ['Be Vietnam Pro 600'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 17, 14],
        'text-offset': [0, -1.1],
        'text-max-angle': 35,
      },
      paint: {
        'text-color': [
          'match',
          ['get', 'state'],
          'recognised',
          palette.greenDeep,
          'registered',
          palette.ochre,
          palette.grey,
        ],
        'text-halo-color': palette.panel,
        'text-halo-width': 1.6,
      },
    },
  },
];

/** Model roads: solid green is recognised, dashed ochre on the way, thin dotted grey lapsed. */
export function style(rows: readonly ModelRoadRow[]): LayerStyle {
  return {
    sources: {
      'model-roads:lines': collect(rows, (row) => ({
        properties: { name: row.name.normalize('NFC'), state: row.state },
      })),
    },
    layers,
    pickable: ['model-roads:name', ...states.map((state) => `model-roads:${state}-casing`)],
  };
}
