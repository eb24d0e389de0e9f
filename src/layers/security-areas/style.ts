import type { DataDrivenPropertyValueSpecification } from '@maplibre/maplibre-gl-style-spec';
import { collect } from '../../geo/collect.ts';
import type { LayerStyle } from '../layer.ts';
import { RESULT_COLORS, shields } from './icons.ts';
import type { SecurityAreaRow } from './row.ts';

const color: DataDrivenPropertyValueSpecification<string> = [
  'match',
  ['get', 'result'],
  'met',
  RESULT_COLORS.met,
  'not_met',
  RESULT_COLORS.not_met,
  RESULT_COLORS.no_data,
];

/** Pixels to the left of the middle of a hamlet, where its own state and name stand. */
const BESIDE = -27;

const layers: LayerStyle['layers'] = [
  {
    slot: 'areas',
    layer: {
      id: 'security-areas:ground',
      type: 'fill',
      source: 'security-areas:areas',
      // A hamlet keeps the colour of its own overlay.
      filter: ['get', 'drawn'],
      paint: { 'fill-color': color, 'fill-opacity': 0.22 },
    },
  },
  {
    slot: 'lines',
    layer: {
      id: 'security-areas:outline',
      type: 'line',
      source: 'security-areas:areas',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 13, 1.8, 16, 3],
        // Inside the border, so that neighbours stand beside each other.
        'line-offset': ['interpolate', ['linear'], ['zoom'], 11, 1.5, 13, 3, 16, 5],
        'line-dasharray': [3, 1.4],
      },
    },
  },
  {
    slot: 'points',
    layer: {
      id: 'security-areas:shield',
      type: 'symbol',
      source: 'security-areas:middles',
      layout: {
        'icon-image': ['concat', 'security-areas:', ['get', 'result']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 13, 0.85, 16, 1.15],
        'icon-offset': ['case', ['get', 'drawn'], ['literal', [0, 0]], ['literal', [BESIDE, 0]]],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  },
];

/** The outline of each area in the colour of its latest result, and a shield that says it: beside a hamlet's own sign, in the middle of drawn ground. */
export function style(rows: readonly SecurityAreaRow[]): LayerStyle {
  const properties = ({ result, is_drawn }: SecurityAreaRow) => ({ result, drawn: is_drawn });
  return {
    sources: {
      'security-areas:areas': collect(rows, (row) => ({ properties: properties(row) })),
      'security-areas:middles': collect(rows, (row) => ({
        properties: properties(row),
        geometry: row.label_point,
      })),
    },
    layers,
    images: shields,
    pickable: ['security-areas:shield', 'security-areas:outline', 'security-areas:ground'],
  };
}
