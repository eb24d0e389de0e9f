import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import type { CemeteryRow } from '../src/layers/cemeteries/row.ts';
import { style as cemeteries } from '../src/layers/cemeteries/style.ts';
import { style as hamlets } from '../src/layers/hamlets/style.ts';
import type { Facts, LayerStyle } from '../src/layers/layer.ts';
import type { ModelRoadRow, ModelRoadState } from '../src/layers/model-roads/row.ts';
import { style as modelRoads } from '../src/layers/model-roads/style.ts';
import type { RoadRow } from '../src/layers/roads/row.ts';
import { style as roads } from '../src/layers/roads/style.ts';
import type { SecurityAreaRow, SecurityResult } from '../src/layers/security-areas/row.ts';
import { style as securityAreas } from '../src/layers/security-areas/style.ts';
import type { WastePointKind, WastePointRow, WastePointState } from '../src/layers/waste-points/row.ts';
import { style as wastePoints } from '../src/layers/waste-points/style.ts';

/** What the contract in layer.ts promises of every style, whatever the layer. */
const facts: Facts = {
  communeId: 'c',
  communeName: 'Nghi Dương',
  asOf: '2026-10-31',
  criteria: [],
  criteriaConfirmed: true,
  names: new Map(),
  role: null,
};
const path = {
  type: 'MultiLineString' as const,
  coordinates: [
    [
      [106.6, 20.7],
      [106.61, 20.71],
    ],
  ],
};
const point = { type: 'Point' as const, coordinates: [106.6, 20.7] };
const ground = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [106.6, 20.7],
      [106.61, 20.7],
      [106.61, 20.71],
      [106.6, 20.7],
    ],
  ],
};

const KINDS: WastePointKind[] = [
  'collection',
  'green_house',
  'battery_exchange',
  'pesticide_tank',
  'black_spot',
];
const STATES: WastePointState[] = ['active', 'needs_attention', 'closed'];
const wastePointRows = KINDS.flatMap((kind) =>
  STATES.map(
    (state) => ({ id: `${kind}-${state}`, name: 'Điểm', kind, state, geometry: point }) as WastePointRow,
  ),
);
const MODEL_ROAD_STATES: ModelRoadState[] = ['registered', 'recognised', 'lapsed'];
const RESULTS: SecurityResult[] = ['met', 'not_met', 'no_data'];
const styles: Record<string, LayerStyle> = {
  hamlets: hamlets([], facts, 'model-roads'),
  roads: roads([{ id: 'r', name: null, class: 'alley', geometry: path } as RoadRow]),
  'model-roads': modelRoads(
    MODEL_ROAD_STATES.map(
      (state) => ({ id: state, name: 'Đường trục', state, geometry: path }) as ModelRoadRow,
    ),
  ),
  'waste-points': wastePoints(wastePointRows),
  'waste-points (many)': wastePoints(Array.from({ length: 120 }, () => wastePointRows).flat()),
  'security-areas': securityAreas(
    RESULTS.flatMap((result) =>
      [true, false].map(
        (is_drawn) =>
          ({
            id: `${result} ${is_drawn}`,
            result,
            is_drawn,
            label_point: point,
            geometry: ground,
          }) as SecurityAreaRow,
      ),
    ),
  ),
  cemeteries: cemeteries([
    { id: 'a', name: 'Nghĩa trang', label_point: point, geometry: ground } as CemeteryRow,
    { id: 'b', name: 'Nghĩa trang', label_point: point, geometry: point } as CemeteryRow,
  ]),
};

describe.each(Object.entries(styles))('%s', (id, style) => {
  test('MapLibre accepts it', () => {
    const errors = validateStyleMin({
      version: 8,
      sources: Object.fromEntries(
        Object.entries(style.sources).map(([name, data]) => [name, { type: 'geojson', data }]),
      ),
      layers: style.layers.map(({ layer }) => layer),
    });
    expect(errors).toEqual([]);
  });
  test('every name begins with its id', () => {
    const names = [
      ...Object.keys(style.sources),
      ...style.layers.map(({ layer }) => layer.id),
      ...Object.keys(style.images ?? {}),
    ];
    expect(names.filter((name) => !name.startsWith(`${id.split(' ')[0]}:`))).toEqual([]);
  });
  test('what may be picked is there, and its features carry an id', () => {
    const ids = new Set(style.layers.map(({ layer }) => layer.id));
    expect(style.pickable.filter((layer) => !ids.has(layer))).toEqual([]);
    const features = Object.values(style.sources).flatMap((source) => source.features);
    expect(features.filter(({ properties }) => typeof properties?.id !== 'string')).toEqual([]);
  });
});

test('every kind and state of a waste point has a drawing of its own', () => {
  const images = styles['waste-points']?.images ?? {};
  const drawings = wastePointRows.map(({ kind, state }) => images[`waste-points:${kind}-${state}`]);
  expect(new Set(drawings).size).toBe(wastePointRows.length);
  expect(drawings).not.toContain(undefined);
});

test('every result of an area has a shield of its own', () => {
  const images = styles['security-areas']?.images ?? {};
  const shields = RESULTS.map((result) => images[`security-areas:${result}`]);
  expect(new Set(shields).size).toBe(RESULTS.length);
  expect(shields).not.toContain(undefined);
});

test('a cemetery without an outline is a star alone', () => {
  const idsOf = (source: string) =>
    styles.cemeteries?.sources[source]?.features.map(({ properties }) => properties?.id);
  expect(idsOf('cemeteries:grounds')).toEqual(['a']);
  expect(idsOf('cemeteries:points')).toEqual(['a', 'b']);
});

test('a road without a name has none on the map either', () => {
  expect(styles.roads?.sources['roads:lines']?.features[0]?.properties?.name).toBe('');
});
