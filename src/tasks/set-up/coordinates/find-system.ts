import type { Geometry, MultiPolygon, Position } from 'geojson';
import { boundsOf, positionsOf } from '../../../geo/bounds.ts';
import type { FileFeature, StatedSystem } from '../file/file-content.ts';
import { isInside } from '../file/ring.ts';
import { type System, statedSystem } from './systems.ts';

/** One way to read a file, and how well it fits. */
export type Reading = {
  system: System;
  /** The share of positions inside the commune or within 50 m of its box; of the country where there is no commune. */
  inside: number;
  /** The share of the commune's corners on which a position falls within 2 m. */
  hits: number;
};

/** The likeliest reading first. `asks` where two are believable and a person must say which. */
export type Found = { readings: Reading[]; asks: boolean };

const MOST_LOOKED_AT = 3000;
const MOST_CORNERS = 400;
const METRES_OF_A_DEGREE = 111_320;
const NEAR_METRES = 2;
const MARGIN_METRES = 50;
const BELIEVABLE_INSIDE = 0.6;
const BELIEVABLE_HITS = 0.5;
// Two scores closer than this are one: the plainer reading wins.
const TIE = 0.02;
const MOST_READINGS = 6;
const KNOWN = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']);
const VIETNAM = { west: 102, south: 6, east: 118, north: 24 };

/**
 * Which system the positions of a file are in: what the file says, where that is believable; else every system is
 * tried against the commune's boundary. Without a boundary (null) whatever lies in Viet Nam is believable, and more
 * than one zone is for a person to choose from.
 */
export function findSystem(
  features: readonly FileFeature[],
  stated: StatedSystem,
  systems: readonly System[],
  boundary: MultiPolygon | null,
): Found {
  const positions = allPositions(features);
  if (positions.length === 0) {
    const plain = systems[0];
    return { readings: plain ? [{ system: plain, inside: 0, hits: 0 }] : [], asks: false };
  }
  const score = boundary ? scorer(positions, boundary) : (system: System) => inVietnam(positions, system);
  const said = statedSystem(stated, systems);
  const own = said && score(said);
  if (own && (stated.kind === 'wgs84' || isBelievable(own))) return { readings: [own], asks: false };
  const possible = systems.filter((system) => fitsUnit(system, positions));
  const readings = possible.map(score).filter(isBelievable).toSorted(byScore);
  if (readings.length === 0) return { readings: [own ?? score(plainest(possible, systems))], asks: false };
  return boundary ? decided(readings) : undecided(readings);
}

function isBelievable({ inside, hits }: Reading): boolean {
  return inside >= BELIEVABLE_INSIDE || hits >= BELIEVABLE_HITS;
}

function byScore(a: Reading, b: Reading): number {
  const difference = b.inside + b.hits - (a.inside + a.hits);
  return Math.abs(difference) > TIE ? difference : oddness(a) - oddness(b);
}

/** Another zone is less odd than anything done wrong. */
function oddness({ system: { oddities } }: Reading): number {
  return oddities.reduce(
    (sum, oddity) => sum + (oddity === 'other_zone' ? 1 : oddity === 'swapped' ? 2 : 3),
    0,
  );
}

function decided(readings: Reading[]): Found {
  const [best] = readings;
  const plainest = readings.toSorted((a, b) => oddness(a) - oddness(b))[0];
  const isOdd = best !== undefined && oddness(best) > 1;
  const asks = isOdd && plainest !== undefined && plainest !== best && oddness(plainest) <= 1;
  return { readings: readings.slice(0, MOST_READINGS), asks };
}

/** Nothing to compare with yet: only readings in which nothing was done wrong, and one of them is enough. */
function undecided(readings: Reading[]): Found {
  const plain = readings.filter(({ system }) => system.oddities.every((oddity) => oddity === 'other_zone'));
  const kept =
    plain.length > 0 ? plain : readings.filter(({ system }) => system.oddities.join() === 'swapped');
  return { readings: kept, asks: kept.length > 1 };
}

/** Degrees are small, metres are not: half of all systems need no trial. */
function fitsUnit({ kind }: System, positions: readonly Position[]): boolean {
  const isDegrees = positions.filter(([x = 0, y = 0]) => Math.abs(x) <= 360 && Math.abs(y) <= 360).length;
  return kind === 'degrees' ? isDegrees * 2 >= positions.length : isDegrees * 2 < positions.length;
}

function plainest(possible: readonly System[], systems: readonly System[]): System {
  const plain = possible.find(({ oddities }) => oddities.length === 0) ?? possible[0] ?? systems[0];
  if (!plain) throw new RangeError('findSystem: no coordinate system to choose from');
  return plain;
}

function allPositions(features: readonly FileFeature[]): Position[] {
  const all: Position[] = [];
  for (const { geometry } of features) {
    if (!geometry || !KNOWN.has(String(geometry.type))) continue;
    for (const position of positionsOf(geometry as unknown as Geometry)) all.push(position);
  }
  return all;
}

function thinned<Value>(values: readonly Value[], most: number): Value[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, index) => index % step === 0);
}

function inVietnam(positions: readonly Position[], system: System): Reading {
  const sample = thinned(positions, MOST_LOOKED_AT);
  const { west, south, east, north } = VIETNAM;
  const within = sample
    .map(system.toWgs84)
    .filter(([x, y]) => x > west && x < east && y > south && y < north);
  return { system, inside: within.length / sample.length, hits: 0 };
}

/** Scores systems against one boundary; what does not depend on the system is prepared once. */
function scorer(positions: readonly Position[], boundary: MultiPolygon): (system: System) => Reading {
  const sample = thinned(positions, MOST_LOOKED_AT);
  const rings = boundary.coordinates.flatMap(([outer]) => (outer ? [outer] : []));
  const corners = thinned(rings.flat(), MOST_CORNERS);
  const [west, south, east, north] = boundsOf(boundary) ?? [0, 0, 0, 0];
  const wide = Math.cos((((south + north) / 2) * Math.PI) / 180) * METRES_OF_A_DEGREE;
  const margin = MARGIN_METRES / METRES_OF_A_DEGREE;
  const boxes = rings.map((ring) => ({ ring, box: boundsOf({ type: 'LineString', coordinates: ring }) }));
  // A boundary of many pieces has few of them around any one place.
  const around = ([x = 0, y = 0]: readonly number[]) =>
    boxes.filter(
      ({ box }) =>
        box && x > box[0] - margin && y > box[1] - margin && x < box[2] + margin && y < box[3] + margin,
    );
  const isWithin = (at: [number, number]) => {
    const candidates = around(at);
    return (
      candidates.some(({ ring }) => isInside(at, ring)) ||
      candidates.some(({ ring }) =>
        ring.some(
          ([x = 0, y = 0]) =>
            Math.hypot((x - at[0]) * wide, (y - at[1]) * METRES_OF_A_DEGREE) <= MARGIN_METRES,
        ),
      )
    );
  };
  return (system) => {
    const placed = sample.map(system.toWgs84);
    const boxed = placed.filter(
      ([x, y]) => x > west - margin && x < east + margin && y > south - margin && y < north + margin,
    );
    // Most systems are out after their box: only the others are worth the boundary's every corner.
    if (boxed.length === 0) return { system, inside: 0, hits: 0 };
    const within = boxed.filter((at) => isWithin(at));
    return {
      system,
      inside: within.length / sample.length,
      hits: shareHit(corners, positions, system, wide),
    };
  };
}

/** The share of corners that a position falls on within 2 m, by cells of that size. */
function shareHit(
  corners: readonly Position[],
  positions: readonly Position[],
  system: System,
  wide: number,
): number {
  const cell = (x: number, y: number) => `${x} ${y}`;
  const wanted = new Map<string, number[]>();
  corners.forEach(([x = 0, y = 0], index) => {
    const [column, row] = [
      Math.floor((x * wide) / NEAR_METRES),
      Math.floor((y * METRES_OF_A_DEGREE) / NEAR_METRES),
    ];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const key = cell(column + dx, row + dy);
        wanted.set(key, [...(wanted.get(key) ?? []), index]);
      }
    }
  });
  const hit = new Set<number>();
  for (const position of thinned(positions, 200_000)) {
    const [x, y] = system.toWgs84(position);
    const key = cell(
      Math.floor((x * wide) / NEAR_METRES),
      Math.floor((y * METRES_OF_A_DEGREE) / NEAR_METRES),
    );
    for (const index of wanted.get(key) ?? []) {
      const [cx = 0, cy = 0] = corners[index] ?? [];
      if (Math.hypot((cx - x) * wide, (cy - y) * METRES_OF_A_DEGREE) <= NEAR_METRES) hit.add(index);
    }
  }
  return corners.length === 0 ? 0 : hit.size / corners.length;
}
