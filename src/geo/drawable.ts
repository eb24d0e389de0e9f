import type { Geometry } from 'geojson';

/** How deep positions lie in the coordinates of each type. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * The value as a geometry that a map can draw, or null: a known type, and every position a longitude and a
 * latitude in degrees. What a file holds has been checked by nobody, and one bad position stops a whole map.
 */
export function drawable(value: unknown): Geometry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  const depth = typeof type === 'string' && Object.hasOwn(DEPTHS, type) ? DEPTHS[type] : undefined;
  if (depth === undefined || !holdsPositions(coordinates, depth)) return null;
  return { type, coordinates } as Geometry;
}

function holdsPositions(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.length > 0 && value.every((part) => holdsPositions(part, depth - 1));
  const [longitude, latitude] = value;
  return isWithin(longitude, 180) && isWithin(latitude, 85);
}

// Beyond 85 degrees a web map has nowhere to draw.
function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most;
}
