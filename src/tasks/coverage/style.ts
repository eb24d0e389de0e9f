import type { Feature, FeatureCollection, Position } from 'geojson';
import { circlesAround } from '../../geo/reach.ts';
import type { LayerStyle } from '../../layers/layer.ts';
import { palette } from '../../ui/palette.ts';
import type { HamletReach } from './measure.ts';
import type { PlaceRow } from './server.ts';

/** Brick hatching on nothing: the hamlet's own colour stays to be seen below what is out of reach. */
const HATCH = `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"><path d="M-1 1 1 -1M0 12 12 0M11 13 13 11" stroke="${palette.brick}" stroke-width="1.2" stroke-opacity="0.6"/></svg>`;

const layers: LayerStyle['layers'] = [
  {
    slot: 'areas',
    layer: {
      id: 'coverage:gap',
      type: 'fill',
      source: 'coverage:gaps',
      paint: { 'fill-pattern': 'coverage:hatch' },
    },
  },
  {
    slot: 'areas',
    layer: {
      id: 'coverage:circle',
      type: 'line',
      source: 'coverage:circles',
      paint: {
        'line-color': palette.water,
        'line-width': 1.2,
        'line-dasharray': [3, 2],
        'line-opacity': 0.8,
      },
    },
  },
  {
    slot: 'points',
    layer: {
      id: 'coverage:place',
      type: 'circle',
      source: 'coverage:places',
      paint: {
        'circle-radius': 12,
        'circle-color': palette.brick,
        'circle-stroke-color': palette.panel,
        'circle-stroke-width': 2,
      },
    },
  },
  {
    slot: 'labels',
    layer: {
      id: 'coverage:rank',
      type: 'symbol',
      source: 'coverage:places',
      layout: {
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': ['Be Vietnam Pro 600'],
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.panel },
    },
  },
];

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** Circles, gaps and the places for more, for the map to draw over its layers. */
export function styleOf(
  points: readonly Position[],
  radius: number,
  hamlets: readonly HamletReach[],
  places: readonly PlaceRow[],
): LayerStyle {
  return {
    sources: {
      'coverage:circles': collection(circlesAround(points, radius)),
      'coverage:gaps': collection(
        hamlets.flatMap(({ gap }) => (gap ? [{ type: 'Feature', properties: {}, geometry: gap }] : [])),
      ),
      'coverage:places': collection(
        places.map(({ rank, geometry }) => ({ type: 'Feature', properties: { rank }, geometry })),
      ),
    },
    layers,
    images: { 'coverage:hatch': HATCH },
    pickable: [],
  };
}
