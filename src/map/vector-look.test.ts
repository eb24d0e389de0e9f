import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { vectorLook } from './vector-look.ts';

test('known names are drawn in a fixed order, each once; unknown ones are not', () => {
  const layers = vectorLook('background', ['transportation', 'water', 'waterway', 'secret', 'landuse']);
  expect(layers.map(({ id }) => id)).toEqual([
    'background:landuse-area',
    'background:water-area',
    'background:water-line',
    'background:waterway-area',
    'background:waterway-line',
    'background:transportation-line',
  ]);
});

test('the style is one that MapLibre accepts', () => {
  const errors = validateStyleMin({
    version: 8,
    sources: { background: { type: 'vector', url: 'pmtiles://x' } },
    layers: vectorLook('background', ['landcover', 'building', 'railway', 'roads', 'water']),
  });
  expect(errors).toEqual([]);
});
