import type { Geometry, Position } from 'geojson';

/**
 * A geometry as files of points, lines or areas hold it. A part of an area is one polygon: its outer ring, then its
 * holes; a part of lines or points holds one list.
 */
export type Parts = { kind: 'points' | 'lines' | 'areas'; parts: Position[][][] };

/**
 * The parts of a geometry. Rings are closed and turn as RFC 7946 asks: the outer one counterclockwise, holes clockwise.
 * @throws for a collection of geometries, which no layer holds and no such file could.
 */
export function partsOf(geometry: Geometry): Parts {
  switch (geometry.type) {
    case 'Point':
      return { kind: 'points', parts: [[[geometry.coordinates]]] };
    case 'MultiPoint':
      return { kind: 'points', parts: geometry.coordinates.map((position) => [[position]]) };
    case 'LineString':
      return { kind: 'lines', parts: [[geometry.coordinates]] };
    case 'MultiLineString':
      return { kind: 'lines', parts: geometry.coordinates.map((line) => [line]) };
    case 'Polygon':
      return { kind: 'areas', parts: [turnedRings(geometry.coordinates)] };
    case 'MultiPolygon':
      return { kind: 'areas', parts: geometry.coordinates.map(turnedRings) };
    default:
      throw new Error('partsOf: expected points, lines or areas, found a collection of geometries');
  }
}

/** The same geometry with its rings turned as RFC 7946 asks. */
export function turned(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: turnedRings(geometry.coordinates) };
  if (geometry.type !== 'MultiPolygon') return geometry;
  return { ...geometry, coordinates: geometry.coordinates.map(turnedRings) };
}

function turnedRings(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) =>
    turnsCounterclockwise(ring) === (index === 0) ? ring : ring.toReversed(),
  );
}

// The shoelace formula about the ring's first corner, where doubles are still fine.
function turnsCounterclockwise(ring: readonly Position[]): boolean {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let doubled = 0;
  for (let index = 1; index < ring.length; index++) {
    const [x1 = 0, y1 = 0] = ring[index - 1] ?? [];
    const [x2 = 0, y2 = 0] = ring[index] ?? [];
    doubled += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return doubled > 0;
}
