import { columnsOf, type FileContent, type FileFeature, type StatedSystem } from './file-content.ts';
import { UnusableFile } from './file-problem.ts';

const GEOMETRY_TYPES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/**
 * Reads GeoJSON: a collection, one feature, or a bare geometry.
 * @throws UnusableFile: `empty`, `not_json`, `topojson`, `not_geojson`, `no_features`.
 */
export function readGeoJson(text: string): FileContent {
  if (text.trim() === '') throw new UnusableFile('empty');
  const value = parse(text);
  const features = featuresOf(value);
  if (features.length === 0) throw new UnusableFile('no_features');
  return { features, columns: columnsOf(features), system: systemOf(value), notes: [] };
}

// RFC 7946 knows WGS84 alone, but the older form with a name is what many programs still write.
function systemOf(value: unknown): StatedSystem {
  const crs = isObject(value) ? value.crs : null;
  const named = isObject(crs) && isObject(crs.properties) ? String(crs.properties.name) : '';
  if (/CRS84|EPSG:*4326$/i.test(named)) return { kind: 'wgs84' };
  const [, code] = /EPSG:*(?:\d+(?:\.\d+)*:)?(\d{4,5})$/i.exec(named) ?? [];
  return code ? { kind: 'epsg', code: Number(code) } : { kind: 'none' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableFile('not_json');
  }
}

function featuresOf(value: unknown): FileFeature[] {
  if (!isObject(value)) throw new UnusableFile('not_geojson');
  if (value.type === 'Topology') throw new UnusableFile('topojson');
  if (value.type === 'FeatureCollection' && Array.isArray(value.features))
    return value.features.map(featureOf);
  if (value.type === 'Feature') return [featureOf(value)];
  if (GEOMETRY_TYPES.has(String(value.type))) return [{ properties: {}, geometry: trimmed(value) }];
  throw new UnusableFile('not_geojson');
}

function featureOf(value: unknown): FileFeature {
  if (!isObject(value) || value.type !== 'Feature') throw new UnusableFile('not_geojson');
  return {
    properties: isObject(value.properties) ? value.properties : {},
    geometry: isObject(value.geometry) ? trimmed(value.geometry) : null,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// The server keeps seven decimals (about a centimetre); the many more that some programs write would only make
// the file too big to send. Metres keep their digits, so that the server can still tell them from degrees.
function trimmed(geometry: Record<string, unknown>): Record<string, unknown> {
  return { ...geometry, coordinates: shortened(geometry.coordinates) };
}

function shortened(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e7) / 1e7;
  return Array.isArray(value) ? value.map(shortened) : value;
}
