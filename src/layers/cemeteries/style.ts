import { collect } from '../../geo/collect.ts';
import { palette } from '../../ui/palette.ts';
import type { LayerStyle } from '../layer.ts';
import { cemeteryIcon } from './icons.ts';
import type { CemeteryRow } from './row.ts';

const OUTLINE = '#4d3a08';

const layers: LayerStyle['layers'] = [
  {
    slot: 'areas',
    layer: {
      id: 'cemeteries:ground',
      type: 'fill',
      source: 'cemeteries:grounds',
      minzoom: 13.6,
      paint: { 'fill-color': palette.gold, 'fill-opacity': 0.28 },
    },
  },
  {
    slot: 'lines',
    layer: {
      id: 'cemeteries:outline',
      type: 'line',
      source: 'cemeteries:grounds',
      minzoom: 13.6,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': OUTLINE,
        'line-width': ['interpolate', ['linear'], ['zoom'], 13.6, 0.7, 17, 1.8],
      },
    },
  },
  {
    slot: 'points',
    layer: {
      id: 'cemeteries:symbol',
      type: 'symbol',
      source: 'cemeteries:points',
      layout: {
        'icon-image': 'cemeteries:star',
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.55, 13, 0.8, 15, 1.05, 17, 1.2],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  },
  {
    slot: 'labels',
    layer: {
      id: 'cemeteries:name',
      type: 'symbol',
      source: 'cemeteries:points',
      minzoom: 13.9,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Be Vietnam Pro 600'],
        'text-size': 12.5,
        'text-max-width': 9,
        'text-anchor': 'top',
        'text-offset': [0, 1],
      },
      paint: { 'text-color': OUTLINE, 'text-halo-color': palette.panel, 'text-halo-width': 1.6 },
    },
  },
];

/** Martyrs' cemeteries: a gold star, and the ground where somebody outlined it. */
export function style(rows: readonly CemeteryRow[]): LayerStyle {
  return {
    sources: {
      'cemeteries:grounds': collect(rows, (row) =>
        row.geometry.type === 'Point' ? null : { properties: {} },
      ),
      'cemeteries:points': collect(rows, (row) => ({
        properties: { name: row.name.normalize('NFC') },
        geometry: row.label_point,
      })),
    },
    layers,
    images: { 'cemeteries:star': cemeteryIcon },
    pickable: ['cemeteries:symbol', 'cemeteries:name', 'cemeteries:ground'],
  };
}
