import { collect } from '../../geo/collect.ts';
import { palette } from '../../ui/palette.ts';
import type { LayerStyle } from '../layer.ts';
import { wastePointImages } from './icons.ts';
import type { WastePointRow } from './row.ts';

/** Later ones are drawn above: what needs somebody must not hide. */
function orderOf({ kind, state }: WastePointRow): number {
  if (state === 'closed') return 0;
  return (kind === 'black_spot' ? 2 : 1) + (state === 'needs_attention' ? 2 : 0);
}

/** More than these are no longer told apart from afar: there each is a dot. */
const MANY = 1500;
const NEAR = 14;

const dots: LayerStyle['layers'][number] = {
  slot: 'points',
  layer: {
    id: 'waste-points:dot',
    type: 'circle',
    source: 'waste-points:points',
    maxzoom: NEAR,
    layout: { 'circle-sort-key': ['get', 'order'] },
    paint: {
      'circle-color': ['match', ['get', 'kind'], 'black_spot', palette.brick, palette.water],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 1.4, NEAR, 4],
      'circle-stroke-color': palette.panel,
      'circle-stroke-width': 0.6,
    },
  },
};

const symbols = (minzoom: number): LayerStyle['layers'] => [
  {
    slot: 'points',
    layer: {
      id: 'waste-points:symbol',
      type: 'symbol',
      source: 'waste-points:points',
      minzoom,
      layout: {
        'icon-image': ['concat', 'waste-points:', ['get', 'kind'], '-', ['get', 'state']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.36, 13, 0.56, 15, 0.92, 17, 1.15],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  },
  {
    slot: 'labels',
    layer: {
      id: 'waste-points:name',
      type: 'symbol',
      source: 'waste-points:points',
      minzoom: 15.2,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Be Vietnam Pro 400'],
        'text-size': 12.5,
        'text-max-width': 9,
        'text-anchor': 'top',
        'text-offset': [0, 1],
        'symbol-sort-key': ['-', 0, ['get', 'order']],
      },
      paint: {
        'text-color': ['match', ['get', 'kind'], 'black_spot', palette.brick, '#24557f'],
        'text-halo-color': palette.panel,
        'text-halo-width': 1.5,
      },
    },
  },
];

const layers = symbols(0);
const crowdedLayers = [dots, ...symbols(NEAR)];

/** Waste points: one form a kind, blue, or brick for black spots. */
export function style(rows: readonly WastePointRow[]): LayerStyle {
  const crowded = rows.length > MANY;
  return {
    sources: {
      'waste-points:points': collect(rows, (row) => ({
        properties: {
          name: row.name.normalize('NFC'),
          kind: row.kind,
          state: row.state,
          order: orderOf(row),
        },
      })),
    },
    layers: crowded ? crowdedLayers : layers,
    images: wastePointImages,
    pickable: ['waste-points:symbol', 'waste-points:name', ...(crowded ? ['waste-points:dot'] : [])],
  };
}
