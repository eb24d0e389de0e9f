import type { Geometry, Position } from 'geojson';
import { boundsOf, positionsOf } from './bounds.ts';

/**
 * About where a name stands best while nobody has computed the place: the centroid of the largest outer ring, or
 * the position half-way through a line. Null when there is no position.
 */
export function middleOf(geometry: Geometry): Position | null {
  if (geometry.type === 'Polygon') return centroid(geometry.coordinates[0] ?? []);
  if (geometry.type === 'MultiPolygon') {
    const rings = geometry.coordinates.flatMap(([ring]) => (ring ? [ring] : []));
    const largest = rings.toSorted((a, b) => Math.abs(twiceArea(b)) - Math.abs(twiceArea(a)))[0];
    return centroid(largest ?? []);
  }
  const positions = [...positionsOf(geometry)];
  return positions[Math.floor(positions.length / 2)] ?? null;
}

function centroid(ring: Position[]): Position | null {
  const area = twiceArea(ring);
  const bounds = boundsOf({ type: 'LineString', coordinates: ring });
  if (!bounds) return null;
  // A ring folded flat has no centroid; the middle of its box will do.
  if (Math.abs(area) < 1e-14) return [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  const [originX, originY] = bounds;
  let x = 0;
  let y = 0;
  // Counted from a corner of the ring: products of whole degrees would drown its metres.
  for (const [[ax, ay], [bx, by]] of edges(ring, originX, originY)) {
    const cross = ax * by - bx * ay;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [originX + x / (3 * area), originY + y / (3 * area)];
}

function twiceArea(ring: Position[]): number {
  const [x = 0, y = 0] = ring[0] ?? [];
  return edges(ring, x, y).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0);
}

type Pair = [number, number];

function edges(ring: Position[], originX: number, originY: number): [Pair, Pair][] {
  const from = ring.map(([x = 0, y = 0]): Pair => [x - originX, y - originY]);
  return from.slice(1).map((end, index): [Pair, Pair] => [from[index] ?? end, end]);
}
