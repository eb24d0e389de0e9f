import type { Position } from 'geojson';

/** Mean radius of the Earth in metres (IUGG). Over a commune the error against the ellipsoid is below 0.4 %. */
const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

type Flat = { x: number; y: number };

// Metres on a plane that touches the Earth where the path is (equirectangular), exact enough over a few kilometres.
function flatten([longitude = 0, latitude = 0]: Position, at: number): Flat {
  return {
    x: longitude * RADIANS * EARTH_RADIUS * Math.cos(at * RADIANS),
    y: latitude * RADIANS * EARTH_RADIUS,
  };
}

/** Metres between two positions in WGS84 degrees that lie in one commune. */
export function metresBetween(one: Position, other: Position): number {
  const at = ((one[1] ?? 0) + (other[1] ?? 0)) / 2;
  const [a, b] = [flatten(one, at), flatten(other, at)];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

type Segment = { start: Position; end: Position; before: number; length: number };

function segmentsOf(lines: readonly Position[][]): { segments: Segment[]; whole: number } {
  const segments: Segment[] = [];
  let whole = 0;
  for (const line of lines) {
    for (const [index, end] of line.entries()) {
      const start = line[index - 1];
      if (!start) continue;
      const length = metresBetween(start, end);
      if (length === 0) continue;
      segments.push({ start, end, before: whole, length });
      whole += length;
    }
  }
  return { segments, whole };
}

/** Metres from a position to the nearest place of a path, and which fraction of its length that place is. */
export function nearestAlong(
  lines: readonly Position[][],
  position: Position,
): { fraction: number; metres: number } {
  const { segments, whole } = segmentsOf(lines);
  let nearest = { fraction: 0, metres: Number.POSITIVE_INFINITY };
  for (const { start, end, before, length } of segments) {
    const at = position[1] ?? 0;
    const [a, b, p] = [flatten(start, at), flatten(end, at), flatten(position, at)];
    const along =
      ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / ((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
    const t = Math.min(1, Math.max(0, along));
    const metres = Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
    if (metres < nearest.metres) nearest = { fraction: (before + t * length) / whole, metres };
  }
  return nearest;
}

/** The pieces of a path between two fractions of its length, its lines taken one after another. */
export function stretchOf(lines: readonly Position[][], from: number, to: number): Position[][] {
  const { segments, whole } = segmentsOf(lines);
  const pieces: Position[][] = [];
  for (const { start, end, before, length } of segments) {
    const first = Math.max(0, (from * whole - before) / length);
    const last = Math.min(1, (to * whole - before) / length);
    if (first >= last) continue;
    const [begin, stop] = [between(start, end, first), between(start, end, last)];
    const piece = pieces.at(-1);
    const previous = piece?.at(-1);
    if (piece && previous && previous[0] === begin[0] && previous[1] === begin[1]) piece.push(stop);
    else pieces.push([begin, stop]);
  }
  return pieces;
}

function between(start: Position, end: Position, fraction: number): Position {
  if (fraction === 0) return start;
  if (fraction === 1) return end;
  const part = (a = 0, b = 0) => a + fraction * (b - a);
  return [part(start[0], end[0]), part(start[1], end[1])];
}

/** Metres of a path. */
export function lengthOf(lines: readonly Position[][]): number {
  return segmentsOf(lines).whole;
}
