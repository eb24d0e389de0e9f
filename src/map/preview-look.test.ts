import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { PREVIEW_LAYERS } from './preview-look.ts';

test('the look of a preview is a valid style', () => {
  const sources = Object.fromEntries(
    ['outline', 'features', 'names', 'mark'].map((id) => [
      id,
      { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } },
    ]),
  );
  expect(validateStyleMin({ version: 8, sources, layers: [...PREVIEW_LAYERS] })).toEqual([]);
});
