import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { palette } from '../ui/palette.ts';
import type { CommuneMapProps } from './contract.ts';
import type { Foundation } from './drawing.ts';
import { HIGHLIGHT_LAYERS, HIGHLIGHT_SOURCE, NO_HIGHLIGHT } from './highlight.ts';
import { placeOutside } from './place-outside.ts';

/** The lowest style layer of the labels; it is always there, so that deck.gl can draw below the names. */
export const FIRST_LABEL = 'base:neighbour-name';
/** Its source. A name whose feature state says `covered` is not drawn. */
export const NEIGHBOUR_NAMES = 'base:neighbour-names';

const outerRings = (geometry: Polygon | MultiPolygon): Position[][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(([ring]) =>
    ring ? [ring] : [],
  );

/** Everything but the commune, as far as anybody can pan. */
function outside(commune: Polygon | MultiPolygon): Polygon {
  const world = [
    [95, 0],
    [125, 0],
    [125, 30],
    [95, 30],
    [95, 0],
  ];
  return { type: 'Polygon', coordinates: [world, ...outerRings(commune)] };
}

/** Paper, the commune's white land and dark outline, and its neighbours, quiet. */
const layers: Foundation['layers'] = [
  {
    slot: 'ground',
    layer: {
      id: 'base:neighbour-land',
      type: 'fill',
      source: 'base:neighbours',
      paint: { 'fill-color': ['case', ['==', ['%', ['get', 'order'], 2], 0], '#f6f2e8', '#f8f5ed'] },
    },
  },
  {
    slot: 'ground',
    layer: {
      id: 'base:neighbour-border',
      type: 'line',
      source: 'base:neighbours',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': '#cdc5b3',
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 16, 1.8],
      },
    },
  },
  {
    slot: 'ground',
    layer: {
      // A soft band around the commune, as on a printed map, lifts it off its surroundings. Not translucent:
      // where a jagged line overlaps itself it would darken.
      id: 'base:band',
      type: 'line',
      source: 'base:commune',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#e6dfd0', 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 9, 16, 26] },
    },
  },
  {
    slot: 'ground',
    layer: {
      id: 'base:land',
      type: 'fill',
      source: 'base:commune',
      paint: { 'fill-color': palette.panel },
    },
  },
  {
    slot: 'frame',
    layer: {
      id: 'base:boundary',
      type: 'line',
      source: 'base:commune',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1.5, 13, 2.2, 16, 3.2],
      },
    },
  },
  {
    slot: 'labels',
    layer: {
      id: FIRST_LABEL,
      type: 'symbol',
      source: NEIGHBOUR_NAMES,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Be Vietnam Pro 400'],
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.12,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 10, 13, 12.5, 16, 15],
        'text-max-width': 12,
        'text-padding': 6,
      },
      paint: {
        'text-color': '#7d7666',
        'text-halo-color': palette.paper,
        'text-halo-width': 1.2,
        'text-opacity': ['case', ['boolean', ['feature-state', 'covered'], false], 0, 1],
      },
    },
  },
];

/** A veil over the background map outside the commune, in place of the neighbours' paper land. */
const veil: LayerSpecification = {
  id: 'base:veil',
  type: 'fill',
  source: 'base:outside',
  paint: { 'fill-color': palette.paper, 'fill-opacity': 0.62 },
};

const one = (geometry: Polygon | MultiPolygon): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry }],
});

/**
 * What lies below the layers: commune and neighbours; over a background map only their lines, names and a veil.
 * `nameOf` writes a neighbour's name out.
 */
export function foundationOf(
  commune: CommuneMapProps['commune'],
  neighbours: CommuneMapProps['neighbours'],
  nameOf: (name: string) => string,
  overBackground: boolean,
): Foundation {
  const paperLand = new Set(['base:neighbour-land', 'base:band', 'base:land']);
  return {
    sources: {
      'base:commune': one(commune.geometry),
      'base:outside': one(outside(commune.geometry)),
      'base:neighbours': {
        type: 'FeatureCollection',
        features: neighbours.map(({ id, geometry }, order) => ({
          type: 'Feature',
          properties: { id, order },
          geometry,
        })),
      },
      [NEIGHBOUR_NAMES]: {
        type: 'FeatureCollection',
        features: neighbours.flatMap(({ id, name, geometry }) => {
          const place = placeOutside(geometry, commune.geometry);
          if (!place) return [];
          const properties = { id, name: nameOf(name.normalize('NFC')) };
          return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...place] } }];
        }),
      },
      [HIGHLIGHT_SOURCE]: NO_HIGHLIGHT,
    },
    layers: [
      ...(overBackground ? [{ slot: 'ground' as const, layer: veil }] : []),
      ...layers.filter(({ layer }) => !(overBackground && paperLand.has(layer.id))),
      ...HIGHLIGHT_LAYERS,
    ],
  };
}
