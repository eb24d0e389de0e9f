import { kml } from '@tmcw/togeojson';
import { columnsOf, type FileContent, type FileFeature } from './file-content.ts';
import type { Notes } from './file-note.ts';
import { UnusableFile } from './file-problem.ts';
import { parseXml } from './parse-xml.ts';

/** How something is drawn is no fact about it. */
const LOOKS =
  /^(style|stroke|fill|icon|label|marker|visibility|open|altitudeMode|tessellate|extrude|@|snippet|legend|poly|color)/i;

/**
 * Reads KML: placemarks with their names, descriptions and extended data; always WGS84.
 * @throws UnusableFile: those of `parseXml`, `not_kml`, `no_features`.
 */
export function readKml(text: string, notes: Notes): FileContent {
  const document = parseXml(text);
  if (
    document.documentElement?.localName !== 'kml' &&
    document.getElementsByTagName('Placemark').length === 0
  ) {
    throw new UnusableFile('not_kml');
  }
  const links = document.getElementsByTagName('NetworkLink').length;
  // A link names a place on the network: nothing is fetched from there.
  notes.add('other_layers', links);
  const features = kml(document as never, { skipNullGeometry: false }).features.map(featureOf);
  if (features.length === 0) throw new UnusableFile('no_features');
  return { features, columns: columnsOf(features), system: { kind: 'wgs84' }, notes: [] };
}

/** A feature as the rest knows it: no looks, and descriptions as plain text. */
export function featureOf(feature: {
  properties: Record<string, unknown> | null;
  geometry: unknown;
}): FileFeature {
  const properties = Object.entries(feature.properties ?? {})
    .filter(([name]) => !LOOKS.test(name))
    .map(([name, value]) => [name, plain(value)] as const);
  return {
    properties: Object.fromEntries(properties),
    geometry: (feature.geometry ?? null) as FileFeature['geometry'],
  };
}

function plain(value: unknown): unknown {
  const text = typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : value;
  if (typeof text !== 'string') return text;
  return text
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
