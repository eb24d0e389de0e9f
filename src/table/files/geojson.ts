import { turned } from '../../geo/parts.ts';
import { type FeatureList, originLines, plainCell } from './feature-list.ts';

/**
 * GeoJSON as RFC 7946 wants it: WGS 84 degrees whatever the person's plane is (the RFC took the member `crs` out),
 * rings turned, the row's id as the feature's, so that loading the file again finds the same rows.
 */
export function geojsonOf({ title, titles, features, origin }: FeatureList): string {
  const lines = features.map(({ id, cells, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      id,
      properties: Object.fromEntries(titles.map((each, index) => [each, plainCell(cells[index] ?? null)])),
      geometry: turned(geometry),
    }),
  );
  // A line a feature: a file that a person can look into, and compare.
  const head = JSON.stringify({ type: 'FeatureCollection', name: title, description: originLines(origin) });
  return `${head.slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`;
}
