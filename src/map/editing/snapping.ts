import type { Geometry, Position } from 'geojson';
import { positionsOf } from '../../geo/bounds.ts';
import { linesOf } from '../../geo/lines.ts';

/** From degrees to pixels of the screen. */
export type Project = (longitude: number, latitude: number) => { x: number; y: number };

type Segment = readonly [from: Position, to: Position];

/** What attracts, prepared once: corners, and the lines between them. */
export type Attraction = { corners: readonly Position[]; segments: readonly Segment[] };

/** Corners and lines of geometries that attract what is drawn near them. */
export function attractionOf(geometries: readonly Geometry[]): Attraction {
  const corners = geometries.flatMap((geometry) => [...positionsOf(geometry)]);
  const segments = geometries
    .flatMap(linesOf)
    .flatMap((line) => line.slice(1).map((to, index): Segment => [line[index] as Position, to]));
  return { corners, segments };
}

/**
 * Where a place on the screen is drawn to: the nearest corner within `reach` pixels, else the nearest point of a
 * line within it, else nowhere. A corner wins over a nearer line, so that shared borders share their corners.
 */
export function snap(
  { corners, segments }: Attraction,
  place: Position,
  project: Project,
  reach: number,
): Position | undefined {
  const at = pixels(place, project);
  const corner = nearest(corners, (candidate) => distance(pixels(candidate, project), at), reach);
  if (corner) return corner;
  const feet = segments.map((segment) => footOn(segment, at, project));
  return nearest(feet, (foot) => distance(pixels(foot, project), at), reach);
}

type Pixels = { x: number; y: number };

function pixels([longitude = 0, latitude = 0]: Position, project: Project): Pixels {
  return project(longitude, latitude);
}

function distance(one: Pixels, other: Pixels): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function nearest(
  candidates: readonly Position[],
  distanceOf: (candidate: Position) => number,
  reach: number,
): Position | undefined {
  let found: Position | undefined;
  let least = reach;
  for (const candidate of candidates) {
    const far = distanceOf(candidate);
    if (far <= least) {
      least = far;
      found = candidate;
    }
  }
  return found;
}

// Between two corners of a commune's map a degree is as long everywhere as a screen can tell.
function footOn([from, to]: Segment, at: Pixels, project: Project): Position {
  const start = pixels(from, project);
  const end = pixels(to, project);
  const length = (end.x - start.x) ** 2 + (end.y - start.y) ** 2;
  const along =
    length === 0 ? 0 : ((at.x - start.x) * (end.x - start.x) + (at.y - start.y) * (end.y - start.y)) / length;
  const share = Math.min(1, Math.max(0, along));
  const between = (axis: 0 | 1) => (from[axis] ?? 0) + ((to[axis] ?? 0) - (from[axis] ?? 0)) * share;
  return [between(0), between(1)];
}
