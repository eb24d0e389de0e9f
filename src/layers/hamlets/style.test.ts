import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import type { Facts, LayerStyle } from '../layer.ts';
import type { HamletRow } from './row.ts';
import { style } from './style.ts';

const facts: Facts = {
  communeId: 'c',
  communeName: 'Nghi Dương',
  asOf: '2026-10-31',
  criteria: [],
  criteriaConfirmed: true,
  names: new Map([
    ['h1', 'Thôn 3 (Du Lễ)'],
    ['h3', 'Thôn 3 (Kiến Quốc)'],
    ['h4', 'Thôn 5 (Kiến Quốc)'],
  ]),
  role: null,
};

const square: HamletRow['geometry'] = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [106.6, 20.7],
        [106.61, 20.7],
        [106.61, 20.71],
        [106.6, 20.7],
      ],
    ],
  ],
};

function hamlet(change: Partial<HamletRow>): HamletRow {
  return {
    id: 'h1',
    name: 'Xuân Đoài',
    former_commune: 'Ngũ Phúc',
    valid_from: '2020-01-01',
    valid_to: null,
    successors: null,
    households: null,
    population: null,
    cultivated_area_ha: null,
    statistics_since: null,
    roads_declared_complete_on: null,
    progress: 'behind',
    recognised_roads: 0,
    registered_roads: 0,
    criteria_met: null,
    criteria_total: null,
    area_m2: 1_000_000,
    label_point: { type: 'Point', coordinates: [106.605, 20.705] },
    residential_geometry: null,
    version: 1,
    geometry: square,
    ...change,
  };
}

const propertiesOf = (drawn: LayerStyle, source: string) =>
  drawn.sources[source]?.features.map(({ properties }) => properties);

test('the style is one that MapLibre accepts', () => {
  const drawn = style([hamlet({})], facts, 'model-roads');
  const errors = validateStyleMin({
    version: 8,
    sources: Object.fromEntries(
      Object.entries(drawn.sources).map(([name, data]) => [name, { type: 'geojson', data }]),
    ),
    layers: drawn.layers.map(({ layer }) => layer),
  });
  expect(errors).toEqual([]);
});

test('areas and names carry the state of progress, and none without the indicator', () => {
  const rows = [hamlet({}), hamlet({ id: 'h2', progress: 'met' })];
  const drawn = style(rows, facts, 'model-roads');
  expect(propertiesOf(drawn, 'hamlets:areas')).toEqual([
    { id: 'h1', state: 'behind' },
    { id: 'h2', state: 'met' },
  ]);
  expect(propertiesOf(style(rows, facts, null), 'hamlets:labels')?.map((each) => each?.state)).toEqual([
    'plain',
    'plain',
  ]);
});

test('a name that two hamlets share carries the former commune, though only one is shown; names are composed', () => {
  const rows = [
    hamlet({ name: 'Thôn 3', former_commune: 'Du Lễ' }),
    hamlet({ id: 'h2', name: 'Xuân Đoài'.normalize('NFD') }),
    hamlet({ id: 'h4', name: 'Thôn 5', former_commune: 'Kiến Quốc' }),
  ];
  expect(
    propertiesOf(style(rows, facts, null), 'hamlets:labels')?.map((each) => [each?.name, each?.second]),
  ).toEqual([
    ['Thôn 3', '\nDu Lễ'],
    ['Xuân Đoài', ''],
    ['Thôn 5', ''],
  ]);
});

test('a hamlet without a residential area leaves no feature for it', () => {
  const rows = [hamlet({}), hamlet({ id: 'h2', residential_geometry: square })];
  expect(propertiesOf(style(rows, facts, null), 'hamlets:residential')).toEqual([{ id: 'h2' }]);
});
