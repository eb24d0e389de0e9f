import type { Geometry, Position } from 'geojson';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Every position of a geometry, in its order. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  yield* positionsIn(geometry.coordinates);
}

type Nested = Position | Position[] | Position[][] | Position[][][];

function* positionsIn(coordinates: Nested): Generator<Position> {
  if (typeof coordinates[0] === 'number') {
    yield coordinates as Position;
    return;
  }
  for (const part of coordinates as Nested[]) yield* positionsIn(part);
}

/** The smallest box around geometries, in degrees; null when there is no position in them. */
export function boundsOf(...geometries: readonly Geometry[]): Bounds | null {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const geometry of geometries) {
    for (const [longitude = Number.NaN, latitude = Number.NaN] of positionsOf(geometry)) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  return west <= east && south <= north ? [west, south, east, north] : null;
}
