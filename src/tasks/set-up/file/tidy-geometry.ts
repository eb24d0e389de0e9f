import type { Position } from 'geojson';
import type { FileFeature } from './file-content.ts';
import type { Notes } from './file-note.ts';
import { MOST_POSITIONS, UnusableFile } from './file-problem.ts';
import { areaOf } from './ring.ts';

type Shape = Readonly<Record<string, unknown>>;

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
 * The features with what is safe to mend mended, and noted: heights left out, corners that repeat the one before
 * left out, rings closed and turned as GeoJSON wants them (outer ones counter-clockwise). A geometry with a position
 * that is no pair of finite numbers is left out whole. A file without Z stays as it was but for that.
 * @throws UnusableFile `too_many_positions`.
 */
export function tidyFeatures(features: readonly FileFeature[], notes: Notes): FileFeature[] {
  let positions = 0;
  return features.map((feature) => {
    const geometry =
      feature.geometry &&
      tidyGeometry(unwrapped(feature.geometry), notes, (count) => {
        positions += count;
        if (positions > MOST_POSITIONS) throw new UnusableFile('too_many_positions');
      });
    return geometry === feature.geometry ? feature : { ...feature, geometry };
  });
}

/** A collection of one geometry, as KML's MultiGeometry often is, or of several of one type, as that geometry. */
function unwrapped(geometry: Shape): Shape {
  if (geometry.type !== 'GeometryCollection' || !Array.isArray(geometry.geometries)) return geometry;
  const parts = geometry.geometries as Shape[];
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const type = String(first?.type);
  const isOneType =
    ['Point', 'LineString', 'Polygon'].includes(type) && parts.every((part) => part?.type === type);
  return isOneType
    ? { type: `Multi${type}`, coordinates: parts.map(({ coordinates }) => coordinates) }
    : geometry;
}

function tidyGeometry(geometry: Shape, notes: Notes, count: (positions: number) => void): Shape | null {
  const type = String(geometry.type);
  const depth = Object.hasOwn(DEPTHS, type) ? DEPTHS[type] : undefined;
  // What this is not, the server judges.
  if (depth === undefined) return geometry;
  const seen = { broken: false, heights: false };
  const coordinates = tidied(geometry.coordinates, depth, type, notes, count, seen);
  if (seen.broken) {
    notes.add('positions_broken');
    return null;
  }
  if (seen.heights) notes.add('third_dimension_left_out');
  return { type, coordinates };
}

type Seen = { broken: boolean; heights: boolean };

function tidied(
  value: unknown,
  depth: number,
  type: string,
  notes: Notes,
  count: (positions: number) => void,
  seen: Seen,
): unknown {
  if (!Array.isArray(value)) {
    seen.broken = true;
    return value;
  }
  if (depth === 0) return positionOf(value, count, seen);
  const isLine = depth === 1 && type !== 'MultiPoint';
  if (!isLine) {
    return value.map((part) => tidied(part, depth - 1, type, notes, count, seen));
  }
  const line = value.map((part) => positionOf(part, count, seen));
  return seen.broken ? line : tidyLine(line, type.endsWith('Polygon'), notes);
}

function positionOf(value: unknown, count: (positions: number) => void, seen: Seen): Position {
  count(1);
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    seen.broken = true;
    return [];
  }
  if ((value as unknown[]).length > 2) seen.heights = true;
  return [x, y];
}

function tidyLine(line: Position[], isRing: boolean, notes: Notes): Position[] {
  const corners = line.filter(([x, y], index) => x !== line[index - 1]?.[0] || y !== line[index - 1]?.[1]);
  // A line that is nothing but one place keeps both its ends: the check names it.
  const kept = corners.length >= 2 ? corners : line;
  if (kept.length < line.length) notes.add('repeated_corners_left_out', line.length - kept.length);
  if (!isRing || kept.length < 3) return kept;
  const [first = [], last = []] = [kept[0], kept.at(-1)];
  if (first[0] === last[0] && first[1] === last[1]) return kept;
  notes.add('rings_closed');
  return [...kept, first];
}

/** The rings of polygons turned as RFC 7946 wants them: the outer one counter-clockwise, holes clockwise. */
export function turnRings(geometry: Shape): { geometry: Shape; turned: boolean } {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return { geometry, turned: false };
  let turned = false;
  const turn = (rings: Position[][]) =>
    rings.map((ring, index) => {
      if (areaOf(ring) > 0 === (index === 0)) return ring;
      turned = true;
      return ring.toReversed();
    });
  const coordinates =
    geometry.type === 'Polygon'
      ? turn(geometry.coordinates as Position[][])
      : (geometry.coordinates as Position[][][]).map(turn);
  return { geometry: turned ? { type: geometry.type, coordinates } : geometry, turned };
}
