import { gpx } from '@tmcw/togeojson';
import { columnsOf, type FileContent } from './file-content.ts';
import { UnusableFile } from './file-problem.ts';
import { parseXml } from './parse-xml.ts';
import { featureOf } from './read-kml.ts';

/**
 * Reads GPX: waypoints as points, routes and tracks as lines; always WGS84. What the receiver wrote about every
 * single point of a track is left out.
 * @throws UnusableFile: those of `parseXml`, `no_features`.
 */
export function readGpx(text: string): FileContent {
  const features = gpx(parseXml(text) as never)
    .features.map(featureOf)
    .map(({ properties: { coordinateProperties: _, _gpxType, ...properties }, geometry }) => ({
      properties,
      geometry,
    }));
  if (features.length === 0) throw new UnusableFile('no_features');
  return { features, columns: columnsOf(features), system: { kind: 'wgs84' }, notes: [] };
}
