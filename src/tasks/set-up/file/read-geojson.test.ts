import { expect, test } from 'vitest';
import { readGeoJson } from './read-geojson.ts';

const point = { type: 'Point', coordinates: [106.6295, 20.7269] };
const feature = (properties: Record<string, unknown>) => ({ type: 'Feature', properties, geometry: point });

test('a collection gives its features and every column, in order of appearance', () => {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [feature({ ten: 'Thôn 1' }), feature({ so_ho: 120, ten: 'Thôn 2' })],
  });
  expect(readGeoJson(text)).toMatchObject({
    features: [
      { properties: { ten: 'Thôn 1' }, geometry: point },
      { properties: { so_ho: 120, ten: 'Thôn 2' }, geometry: point },
    ],
    columns: ['ten', 'so_ho'],
  });
});

test('one feature and a bare geometry are files too', () => {
  expect(readGeoJson(JSON.stringify(feature({ ten: 'A' }))).features).toHaveLength(1);
  expect(readGeoJson(JSON.stringify(point))).toMatchObject({
    features: [{ properties: {}, geometry: point }],
    columns: [],
  });
});

test('a feature without geometry or properties is kept, so that its row number stays right', () => {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: null, geometry: null }, feature({})],
  });
  expect(readGeoJson(text).features[0]).toEqual({ properties: {}, geometry: null });
});

test('digits below a centimetre are left out; metres stay metres', () => {
  const text = JSON.stringify({
    type: 'LineString',
    coordinates: [
      [106.123456789012, 20.1],
      [590123.45, 2290000.5],
    ],
  });
  expect(readGeoJson(text).features[0]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [106.1234568, 20.1],
      [590123.45, 2290000.5],
    ],
  });
});

test.each([
  ['nothing', '', 'empty'],
  ['blank', '  \n', 'empty'],
  ['cut off', '{"type":"FeatureCollection","features":[', 'not_json'],
  ['a list', '[1,2]', 'not_geojson'],
  ['other JSON', '{"name":"x"}', 'not_geojson'],
  ['a collection of something else', '{"type":"FeatureCollection","features":[1]}', 'not_geojson'],
  ['TopoJSON', '{"type":"Topology","objects":{}}', 'topojson'],
  ['no features', '{"type":"FeatureCollection","features":[]}', 'no_features'],
])('%s is refused by its own name', (_, text, problem) => {
  expect(() => readGeoJson(text)).toThrow(expect.objectContaining({ problem }));
});

test('brackets nested without end are refused, not a crash', () => {
  const text = `{"type":"Polygon","coordinates":${'['.repeat(200_000)}`;
  expect(() => readGeoJson(text)).toThrow(expect.objectContaining({ problem: 'not_json' }));
});
