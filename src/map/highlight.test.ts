import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { FIRST_HALO, HIGHLIGHT_LAYERS, HIGHLIGHT_SOURCE, highlightOf, NO_HIGHLIGHT } from './highlight.ts';

const point = { id: 'p', geometry: { type: 'Point' as const, coordinates: [106.62, 20.72] } };
const area = (id: string, size: number) => ({
  id,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [106.6, 20.7],
        [106.6 + size, 20.7],
        [106.6 + size, 20.7 + size],
        [106.6, 20.7],
      ],
    ],
  },
});
const forms = (...args: Parameters<typeof highlightOf>) =>
  highlightOf(...args).features.map(({ properties }) => `${properties?.role} ${properties?.form}`);

test('each form is marked in its way; what is small gets a ring as well', () => {
  const road = {
    id: 'r',
    geometry: {
      type: 'MultiLineString' as const,
      coordinates: [
        [
          [106.6, 20.7],
          [106.61, 20.7],
        ],
      ],
    },
  };
  expect(forms(point, null)).toEqual(['selected ring']);
  expect(forms(road, null)).toEqual(['selected line']);
  expect(forms(area('large', 0.01), null)).toEqual(['selected area']);
  expect(forms(area('small', 0.001), null)).toEqual(['selected area', 'selected ring']);
});

test('the selected feature is not marked as hovered too', () => {
  expect(forms(point, point)).toEqual(['selected ring']);
  expect(forms(point, area('large', 0.01))).toEqual(['hover area', 'selected ring']);
  expect(forms(null, null)).toEqual([]);
});

test('the style is one that MapLibre accepts', () => {
  const errors = validateStyleMin({
    version: 8,
    sources: { [HIGHLIGHT_SOURCE]: { type: 'geojson', data: NO_HIGHLIGHT } },
    layers: HIGHLIGHT_LAYERS.map(({ layer }) => layer),
  });
  expect(errors).toEqual([]);
});

test('the lowest style layer is the one that overlays are placed by', () => {
  expect(HIGHLIGHT_LAYERS[0]?.layer.id).toBe(FIRST_HALO);
});
