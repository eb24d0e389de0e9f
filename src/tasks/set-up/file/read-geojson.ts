import { UnusableFile } from './file-problem.ts';

/** A cell of a file's table, as JSON has it. */
export type Cell = unknown;

/**
 * One feature of a file. Nothing of it has been checked: `geometry` is whatever object stood there (the server
 * checks it), null when none did.
 */
export type FileFeature = {
  properties: Readonly<Record<string, Cell>>;
  geometry: Readonly<Record<string, unknown>> | null;
};

/** What a GeoJSON file holds: its features, and the names of its columns in the order in which they appear. */
export type FileContent = { features: readonly FileFeature[]; columns: readonly string[] };

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
 * @throws UnusableFile: `empty`, `markup` (KML, GPX, a web page), `not_json`, `topojson`, `not_geojson`, `no_features`.
 */
export function readGeoJson(text: string): FileContent {
  const start = text.trimStart().slice(0, 1);
  if (start === '') throw new UnusableFile('empty');
  if (start === '<') throw new UnusableFile('markup');
  const features = featuresOf(parse(text));
  if (features.length === 0) throw new UnusableFile('no_features');
  const columns = new Set<string>();
  for (const { properties } of features) for (const name of Object.keys(properties)) columns.add(name);
  return { features, columns: [...columns] };
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
