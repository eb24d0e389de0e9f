import type { Polygon, Position } from 'geojson';
import { hotAmong, localStatistic, neighboursOf, type Place, twoSidedP } from './local-statistic.ts';
import type { IncidentCell } from './row.ts';

export const DRAWS = 200;
/** Metres a place may lie off on the ground where its incident does not say. */
export const ASSUMED_ERROR = 50;

export type Sensitivity = {
  draws: number;
  /** In how many draws each cell that is hot in fact was hot again, by its number. */
  times: ReadonlyMap<number, number>;
  /** How many other cells were hot in a draw, on average. */
  others: number;
};

/** Metres in one degree of latitude. */
const DEGREE = 111_320;

/** Where something was written down to lie, and how many metres off it may lie. */
export type UncertainPlace = { position: Position; error: number };

/**
 * How often each hot cell stays hot when every place moves evenly within its own error.
 * Only the cells that take part in statistics count. The same seed gives the same draws.
 */
export function sensitivityOf(
  cells: readonly Pick<IncidentCell, 'cell_id' | 'geometry' | 'z' | 'significant'>[],
  places: readonly UncertainPlace[],
  draws = DRAWS,
  seed = 1,
): Sensitivity {
  const taking = cells.filter(({ z }) => z !== null);
  const [east = 0, north = 0] = taking[0] ? centreOf(taking[0].geometry) : [];
  const squeeze = Math.cos((north * Math.PI) / 180);
  const onPlane = ([x = 0, y = 0]: Position): Place => [(x - east) * DEGREE * squeeze, (y - north) * DEGREE];
  const centres = taking.map(({ geometry }) => onPlane(centreOf(geometry)));
  const neighbours = neighboursOf(centres);
  const cellAt = nearestAmong(centres);
  const points = places.map(({ position, error }) => ({ at: onPlane(position), error }));
  const random = randomFrom(seed);
  const hotInFact = new Set(
    taking.flatMap(({ significant, z }, index) => (significant && (z ?? 0) > 0 ? [index] : [])),
  );
  const times = new Map([...hotInFact].map((index) => [index, 0]));
  let others = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = taking.map(() => 0);
    for (const {
      at: [x, y],
      error,
    } of points) {
      // The root spreads the draws evenly over the disc.
      const away = error * Math.sqrt(random());
      const angle = 2 * Math.PI * random();
      const cell = cellAt([x + away * Math.cos(angle), y + away * Math.sin(angle)]);
      if (cell !== null) counts[cell] = (counts[cell] ?? 0) + 1;
    }
    for (const index of hotAmong(localStatistic(counts, neighbours), twoSidedP)) {
      const known = times.get(index);
      if (known === undefined) others += 1;
      else times.set(index, known + 1);
    }
  }
  return {
    draws,
    times: new Map([...times].map(([index, count]) => [taking[index]?.cell_id ?? 0, count])),
    others: others / draws,
  };
}

export function centreOf({ coordinates: [ring = []] }: Polygon): Position {
  const corners = ring.slice(1);
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length;
  return [mean(0), mean(1)];
}

/** A hexagon of the grid is what lies nearer to its centre than to any other: from 144.4 m on, its corners, nothing does. */
function nearestAmong(centres: readonly Place[]): (place: Place) => number | null {
  const reach = 145;
  const key = (x: number, y: number) => `${Math.floor(x / reach)} ${Math.floor(y / reach)}`;
  const squares = new Map<string, number[]>();
  for (const [index, [x, y]] of centres.entries()) {
    for (const stepX of [-reach, 0, reach]) {
      for (const stepY of [-reach, 0, reach]) {
        const square = key(x + stepX, y + stepY);
        squares.set(square, [...(squares.get(square) ?? []), index]);
      }
    }
  }
  return ([x, y]) => {
    let nearest: number | null = null;
    let least = reach;
    for (const index of squares.get(key(x, y)) ?? []) {
      const [centreX, centreY] = centres[index] ?? [0, 0];
      const away = Math.hypot(centreX - x, centreY - y);
      if (away < least) {
        least = away;
        nearest = index;
      }
    }
    return nearest;
  };
}

/** Numbers from 0 to 1 that are the same for the same seed: mulberry32 (Tommy Ettinger, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
