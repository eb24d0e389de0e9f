import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type Bounds, boundsOf } from '../geo/bounds.ts';

type Area = Polygon | MultiPolygon;

/** Whether a place lies in an area; on its edge either answer may come. */
function covers(area: Area, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const polygon of area.type === 'Polygon' ? [area.coordinates] : area.coordinates) {
    for (const ring of polygon) {
      for (let index = 0, previous = ring.length - 1; index < ring.length; previous = index++) {
        const [ax = 0, ay = 0] = ring[index] ?? [];
        const [bx = 0, by = 0] = ring[previous] ?? [];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      }
    }
  }
  return inside;
}

type Side = readonly [Position, Position];

/** Corners that a ring keeps at most: a name needs no more to keep clear of it. */
const CORNERS = 64;

/** The sides of an area's outer rings, coarsely. */
function sidesOf(area: Area): Side[] {
  return (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).flatMap(([ring = []]) => {
    const step = Math.ceil(ring.length / CORNERS);
    const corners = ring.filter((_, index) => index % step === 0 || index === ring.length - 1);
    return corners.slice(1).map((corner, index): Side => [corners[index] ?? corner, corner]);
  });
}

/** Distance from a place to the nearest side, in degrees of latitude; longitude counts `narrow` times. */
function clearance(sides: readonly Side[], [x, y]: readonly [number, number], narrow: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of sides) {
    const east = (bx - ax) * narrow;
    const north = by - ay;
    const across = (x - ax) * narrow;
    const up = y - ay;
    const length = east * east + north * north;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (across * east + up * north) / length));
    least = Math.min(least, Math.hypot(across - along * east, up - along * north));
  }
  return least;
}

/** How much of a name is likely out of sight: a little to the left or right of the box, all of it above or below. */
function beyond([west, south, east, north]: Bounds, [x, y]: readonly [number, number]): number {
  return 3.5 * Math.max(0, west - x, x - east) + 8 * Math.max(0, south - y, y - north);
}

const STEPS = 18;

/**
 * Where a neighbour's name stands: inside the neighbour, clear of the commune by some `distance` degrees of
 * latitude (0.006 is about 660 m) and otherwise within the box around the commune where that can be, so that it is in
 * sight when the whole commune is. Null when the neighbour has no such place.
 */
export function placeOutside(
  neighbour: Area,
  commune: Area,
  distance = 0.006,
): readonly [number, number] | null {
  const own = boundsOf(neighbour);
  const frame = boundsOf(commune);
  if (!own || !frame) return null;
  const middle = [(frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2] as const;
  const narrow = Math.cos((middle[1] * Math.PI) / 180);
  // A name is wide: it is whole only where its middle keeps off the left and right edges.
  const box = [frame[0] + 1.4 * distance, frame[1], frame[2] - 1.4 * distance, frame[3]] as const;
  const reach = 3 * distance;
  const west = Math.max(own[0], frame[0] - reach);
  const east = Math.min(own[2], frame[2] + reach);
  const south = Math.max(own[1], frame[1] - reach);
  const north = Math.min(own[3], frame[3] + reach);
  const borders = sidesOf(commune);
  const edges = sidesOf(neighbour);
  let best: readonly [number, number] | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let column = 1; column < STEPS; column += 1) {
    for (let row = 1; row < STEPS; row += 1) {
      const place = [
        west + ((east - west) * column) / STEPS,
        south + ((north - south) * row) / STEPS,
      ] as const;
      if (!covers(neighbour, place)) continue;
      // Names are wide: room to the left and right counts for less than room above and below.
      const room = Math.min(
        clearance(borders, place, narrow * 0.75),
        1.4 * clearance(edges, place, narrow * 0.75),
        distance,
      );
      const far = Math.hypot((place[0] - middle[0]) * narrow, place[1] - middle[1]);
      const score = 9 * room - beyond(box, place) - 0.2 * far;
      if (score > bestScore) {
        best = place;
        bestScore = score;
      }
    }
  }
  return best;
}
