import { collect } from '../../geo/collect.ts';
import { palette } from '../../ui/palette.ts';
import type { Facts, LayerStyle, StateSymbol } from '../layer.ts';
import { hatching, stateIcons } from './icons.ts';
import { PLAN_INDICATOR } from './progress.ts';
import type { HamletRow } from './row.ts';

/**
 * Names that two hamlets share, whatever filters hide: `names` writes such a hamlet "Thôn 3 (Du Lễ)".
 */
function sharedNames(names: Facts['names']): ReadonlySet<string> {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const written of names.values()) {
    const name = written.replace(/ \([^)]*\)$/u, '');
    (once.has(name) ? shared : once).add(name);
  }
  return shared;
}

/** What the map writes for a hamlet: where another has the same name, its former commune below it. */
function labelOf({ name, former_commune }: HamletRow, shared: ReadonlySet<string>) {
  const second = former_commune !== null && shared.has(name) ? `\n${former_commune.normalize('NFC')}` : '';
  return { name: name.normalize('NFC'), second };
}

const icons = stateIcons({
  met: palette.green,
  on_the_way: palette.ochre,
  behind: palette.brick,
  not_reported: palette.grey,
});

const images = {
  'hamlets:met': icons.met,
  'hamlets:on_the_way': icons.on_the_way,
  'hamlets:behind': icons.behind,
  'hamlets:not_reported': icons.not_reported,
  'hamlets:hatch': hatching('#c0b7a3', palette.paper),
};

const layers: LayerStyle['layers'] = [
  {
    slot: 'areas',
    layer: {
      id: 'hamlets:fill',
      type: 'fill',
      source: 'hamlets:areas',
      paint: {
        'fill-color': [
          'match',
          ['get', 'state'],
          'met',
          palette.met,
          'on_the_way',
          palette.onTheWay,
          'behind',
          palette.behind,
          'not_reported',
          palette.paper,
          palette.panel,
        ],
        // A hairline of its own colour closes the seam that antialiasing leaves between two fills.
        'fill-antialias': true,
      },
    },
  },
  {
    slot: 'areas',
    layer: {
      id: 'hamlets:hatch',
      type: 'fill',
      source: 'hamlets:areas',
      filter: ['==', ['get', 'state'], 'not_reported'],
      paint: { 'fill-pattern': 'hamlets:hatch' },
    },
  },
  {
    slot: 'areas',
    layer: {
      id: 'hamlets:residential',
      type: 'fill',
      source: 'hamlets:residential',
      paint: { 'fill-color': palette.ink, 'fill-opacity': 0.055 },
    },
  },
  {
    slot: 'areas',
    layer: {
      id: 'hamlets:border',
      type: 'line',
      source: 'hamlets:areas',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': ['match', ['get', 'state'], 'plain', '#cfc7b6', palette.panel],
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 13, 2, 16, 3.5],
      },
    },
  },
  {
    slot: 'labels',
    layer: {
      id: 'hamlets:label',
      type: 'symbol',
      source: 'hamlets:labels',
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          {},
          ['get', 'second'],
          { 'font-scale': 0.82, 'text-font': ['literal', ['Be Vietnam Pro 400']] },
        ],
        'text-font': ['Be Vietnam Pro 600'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 11, 13, 13.5, 15, 16, 17, 19],
        'text-line-height': 1.25,
        'text-max-width': 9,
        'text-anchor': 'bottom',
        'text-offset': [0, -0.72],
        'icon-image': [
          'case',
          ['in', ['get', 'state'], ['literal', ['plain', 'empty']]],
          '',
          ['concat', 'hamlets:', ['get', 'state']],
        ],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.62, 13, 0.95, 16, 1.2],
        // The state is always there; a name that finds no room waits for the next zoom.
        'icon-allow-overlap': true,
        'text-optional': true,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: {
        'text-color': palette.ink,
        'text-halo-color': palette.panel,
        'text-halo-width': 1.7,
        'text-halo-blur': 0.2,
      },
    },
  },
];

/** What an overlay makes of each hamlet. */
export type Overlaid = {
  /** `plain`: no overlay; `empty`: nothing to measure. */
  stateOf: (row: HamletRow) => StateSymbol | 'empty' | 'plain';
  /** A figure below the symbol. */
  figureOf?: (row: HamletRow) => string;
  /** Name of the image of a hamlet's rings, and all those images. */
  ringsOf?: { nameOf: (row: HamletRow) => string; images: Readonly<Record<string, string>> };
};

/** Below the symbol, and only where there is room: the table has them all. */
const VALUES: LayerStyle['layers'] = [
  {
    slot: 'labels',
    layer: {
      id: 'hamlets:value',
      type: 'symbol',
      source: 'hamlets:labels',
      layout: {
        'text-field': ['get', 'value'],
        'text-font': ['Be Vietnam Pro 600'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 10, 13, 12, 15, 14.5, 17, 17],
        'text-anchor': 'top',
        'text-offset': [0, 0.85],
        'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.panel, 'text-halo-width': 1.7 },
    },
  },
];

const RINGS: LayerStyle['layers'] = [
  {
    slot: 'labels',
    layer: {
      id: 'hamlets:rings',
      type: 'symbol',
      source: 'hamlets:labels',
      layout: {
        'icon-image': ['get', 'rings'],
        'icon-anchor': 'top',
        'icon-offset': [0, 14],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.55, 13, 0.85, 15, 1.1, 17, 1.35],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  },
];

/** Hamlets as areas, by what an overlay makes of them, and a name with its symbol at a fixed point. */
export function draw(
  rows: readonly HamletRow[],
  { names }: Facts,
  { stateOf, figureOf, ringsOf }: Overlaid,
): LayerStyle {
  const shared = sharedNames(names);
  const extra = [...(figureOf && !ringsOf ? VALUES : []), ...(ringsOf ? RINGS : [])];
  return {
    sources: {
      'hamlets:areas': collect(rows, (row) => ({ properties: { state: stateOf(row) } })),
      'hamlets:residential': collect(rows, (row) =>
        row.residential_geometry ? { properties: {}, geometry: row.residential_geometry } : null,
      ),
      'hamlets:labels': collect(rows, (row) => ({
        properties: {
          ...labelOf(row, shared),
          state: stateOf(row),
          order: -row.area_m2,
          ...(figureOf && { value: figureOf(row) }),
          ...(ringsOf && { rings: ringsOf.nameOf(row) }),
        },
        geometry: row.label_point,
      })),
    },
    layers: extra.length === 0 ? layers : [...layers, ...extra],
    images: ringsOf ? { ...images, ...ringsOf.images } : images,
    pickable: ['hamlets:label', ...extra.map(({ layer }) => layer.id), 'hamlets:fill'],
  };
}

/** Hamlets by the plan's one hard number where it is the overlay; any other needs figures, see `figures/`. */
export function style(rows: readonly HamletRow[], facts: Facts, indicator: string | null): LayerStyle {
  return draw(rows, facts, { stateOf: (row) => (indicator === PLAN_INDICATOR ? row.progress : 'plain') });
}
