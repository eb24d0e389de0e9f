import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { palette } from '../../ui/palette.ts';
import type { Drawing } from '../drawing.ts';
import { FIRST_LABEL } from '../foundation.ts';
import { FIRST_HALO } from '../highlight.ts';
import type { Mark } from './marks.ts';
import { paint } from './paint.ts';

const feature = (geometry: Geometry, properties: Record<string, unknown> = {}): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});
const square: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0],
    ],
  ],
};

/** A degree is a pixel, north is up on a page 100 high; every letter is half as wide as it is high. */
const options = {
  zoom: 13,
  width: 200,
  height: 100,
  toPixels: ([x = 0, y = 0]: number[]) => [x, 100 - y] as const,
  measure: (text: string, size: number) => (text.length * size) / 2,
};
const drawn = (
  layers: LayerSpecification[],
  features: Feature[],
  images: Record<string, string> = {},
  overlays: Parameters<typeof paint>[1] = [],
): Mark[] => {
  const drawing: Drawing = {
    sources: { all: { type: 'FeatureCollection', features } },
    layers,
    images,
    pickable: new Map(),
  };
  return paint(drawing, overlays, options);
};

const named = (id: string, more: object = {}): LayerSpecification => ({
  id,
  type: 'symbol',
  source: 'all',
  layout: { 'text-field': ['get', 'name'], 'text-size': 10, 'text-font': ['Be Vietnam Pro 600'], ...more },
});
const texts = (marks: Mark[]) =>
  marks.flatMap((mark) => (mark.is === 'text' ? [mark.lines.map(({ text }) => text).join('/')] : []));

describe('paint', () => {
  test('reads colours, widths and filters as the map does, at the zoom of the sheet', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [20, 0],
      ],
    };
    const road: LayerSpecification = {
      id: 'road',
      type: 'line',
      source: 'all',
      filter: ['==', ['get', 'state'], 'good'],
      paint: {
        'line-color': palette.green,
        // Half way between 2 at zoom 12 and 4 at zoom 14.
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 2, 14, 4],
        'line-dasharray': [2, 1],
      },
    };
    expect(drawn([road], [feature(line, { state: 'good' }), feature(line, { state: 'bad' })])).toEqual([
      {
        is: 'line',
        path: 'M0.0 100.0L20.0 100.0',
        color: 'rgba(31,111,74,1)',
        opacity: 1,
        width: 3,
        dashes: [6, 3],
        cap: 'butt',
      },
    ]);
    expect(drawn([{ ...road, minzoom: 13.5 }], [feature(line, { state: 'good' })])).toEqual([]);
  });

  test('gives room to the topmost layer first, and leaves out what would lie on it', () => {
    const at = (x: number, name: string) => feature({ type: 'Point', coordinates: [x, 50] }, { name });
    const low = named('low', { 'text-field': ['concat', 'thấp ', ['get', 'name']] });
    // Each "cao một" is 35 wide around its place; the lower layer's names, 40 wide, lie under them.
    const marks = drawn(
      [low, named('high', { 'text-field': ['concat', 'cao ', ['get', 'name']] })],
      [at(50, 'một')],
    );
    expect(texts(marks)).toEqual(['cao một']);
    // Past the sheet's edge a name would be cut.
    expect(texts(drawn([named('high')], [at(5, 'một')]))).toEqual([]);
  });

  test('breaks a long name, and writes it along a road that is straight and long enough', () => {
    const point = feature({ type: 'Point', coordinates: [100, 50] }, { name: 'Nghĩa trang liệt sĩ xã' });
    // 5 pixels a letter, 60 a line: twelve letters.
    expect(texts(drawn([named('one', { 'text-max-width': 6 })], [point]))).toEqual([
      'Nghĩa trang/liệt sĩ xã',
    ]);
    const road = (length: number) =>
      feature(
        {
          type: 'LineString',
          coordinates: [
            [10, 20],
            [10 + length, 20],
          ],
        },
        { name: 'Đường thôn' },
      );
    const along = named('along', { 'symbol-placement': 'line' });
    // Ten letters are 50 pixels; a tenth more than that is wanted.
    expect(texts(drawn([along], [road(54)]))).toEqual([]);
    expect(texts(drawn([along], [road(60)]))).toEqual(['Đường thôn']);
  });

  test('draws patterns, signs, and what a layer draws with deck.gl in its own place', () => {
    const halo: LayerSpecification = { id: FIRST_HALO, type: 'line', source: 'none' };
    const area: LayerSpecification = {
      id: 'area',
      type: 'fill',
      source: 'all',
      paint: { 'fill-pattern': 'hatch' },
    };
    const marks = drawn(
      [area, halo, named(FIRST_LABEL)],
      [feature(square)],
      { hatch: '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="6"></svg>' },
      [
        {
          areas: [{ geometry: square as never, color: [255, 0, 0, 51], label: 'một ô' }],
          outlines: [{ geometry: square as never, color: [0, 0, 0, 255], width: 3 }],
          points: [
            {
              id: '1',
              geometry: { type: 'Point', coordinates: [5, 5] },
              color: [0, 0, 0, 255],
              hollow: true,
              label: '',
            },
          ],
          pointsFromZoom: 14,
        },
      ],
    );
    // The points wait for zoom 14; 51 of 255 are a fifth.
    expect(marks.map((mark) => (mark.is === 'area' ? [mark.pattern, mark.fill] : mark.is))).toEqual([
      ['hatch', 'rgba(0,0,0,1)'],
      [null, 'rgb(255 0 0 / 20%)'],
      'line',
    ]);
  });

  test('says so when a layer is of a kind that paper does not know', () => {
    expect(() => drawn([{ id: 'heat', type: 'heatmap', source: 'all' }], [feature(square)])).toThrow(
      'no way to draw a layer of type heatmap',
    );
  });
});
