import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';

/**
 * GeoJSON features of rows: the row's `id` and what `toFeature` says become properties. it may
 * choose another geometry of the row; null leaves the row out.
 */
export function collect<Row extends { id: string; geometry: Geometry }>(
  rows: readonly Row[],
  toFeature: (row: Row) => { properties: GeoJsonProperties; geometry?: Geometry } | null,
): FeatureCollection {
  const features: Feature[] = [];
  for (const row of rows) {
    const described = toFeature(row);
    if (!described) continue;
    features.push({
      type: 'Feature',
      properties: { ...described.properties, id: row.id },
      geometry: described.geometry ?? row.geometry,
    });
  }
  return { type: 'FeatureCollection', features };
}
