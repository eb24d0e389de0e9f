import type { Feature, Geometry, Position } from 'geojson';

/** A rectangle by its south-west corner and size, in degrees. */
export function rectangle(west: number, south: number, width: number, height: number): Geometry {
  const [east, north] = [west + width, south + height];
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

export function feature(properties: Record<string, unknown>, geometry: Geometry | null): Feature {
  return { type: 'Feature', properties, geometry: geometry as Geometry };
}

/** The text of a GeoJSON file. */
export function geojson(...features: Feature[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** A made-up commune of about 2 × 2 km, where Nghi Dương lies. */
export const BOUNDARY = rectangle(106.6, 20.7, 0.02, 0.02);
/** Its western and eastern half. */
export const HALVES = [rectangle(106.6, 20.7, 0.01, 0.02), rectangle(106.61, 20.7, 0.01, 0.02)] as const;
