import type { Fix } from './fix.ts';
import { planeAround } from './plane-around.ts';
import { distanceToSegment } from './simplify-line.ts';

type Place = { x: number; y: number };

/** Where made-up walks begin: the middle of the sample commune. */
const PLANE = planeAround(106.6295, 20.7269);

/** Lines of about 2 km in metres: a village road's bends, a rounded bow, dykes at right angles, there and back. */
export const SHAPES: Record<string, readonly Place[]> = {
  bends: corners([0, 0], [380, 60], [560, 330], [900, 380], [1010, 690], [1380, 760], [1500, 1010]),
  bow: Array.from({ length: 60 }, (_, index) => {
    const angle = (index / 59) * Math.PI;
    return { x: 640 - 640 * Math.cos(angle), y: 640 * Math.sin(angle) };
  }),
  dykes: corners([0, 0], [500, 0], [500, 400], [900, 400], [900, 900], [1100, 900]),
  straight: corners([0, 0], [1600, 1200]),
};

/** What is wrong with a recording, each as a share of fixes or in metres. */
export type Weather = { white: number; drifting: number; spikes: number; inaccurate: number; gaps: number };

/** An old phone between houses: 3 m of shaking and 3 m of drifting along each axis, spikes, poor fixes, drop-outs. */
export const ROUGH: Weather = { white: 3, drifting: 3, spikes: 0.02, inaccurate: 0.03, gaps: 4 };

/** Seconds in which drifting is forgotten to a third. */
const DRIFT_LASTS = 60;
const SPEED = 1.3;

/**
 * A walk along a line, one fix a second, its faults drawn from a seed: the same seed, the same walk. Stands still for
 * a minute at two thirds of the way.
 */
export function madeUpWalk(truth: readonly Place[], seed: number, weather: Weather = ROUGH): Fix[] {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const total = lengthOf(truth);
  const stands = Math.round((total * 2) / 3 / SPEED);
  const seconds = Math.ceil(total / SPEED);
  const gaps = Array.from({ length: weather.gaps }, () => {
    const from = random() * seconds;
    return [from, from + 15 + random() * 30] as const;
  });
  const keep = Math.exp(-1 / DRIFT_LASTS);
  const drift = { x: normal() * weather.drifting, y: normal() * weather.drifting };
  const fixes: Fix[] = [];
  for (let second = 0; second <= seconds + 60; second += 1) {
    const walked = second - Math.min(60, Math.max(0, second - stands));
    drift.x = keep * drift.x + Math.sqrt(1 - keep ** 2) * weather.drifting * normal();
    drift.y = keep * drift.y + Math.sqrt(1 - keep ** 2) * weather.drifting * normal();
    const place = along(truth, walked * SPEED);
    let accuracy = 6 + 9 * random();
    let [x, y] = [place.x + drift.x + weather.white * normal(), place.y + drift.y + weather.white * normal()];
    const chance = random();
    if (chance < weather.spikes) {
      const angle = random() * 2 * Math.PI;
      const far = 40 + 160 * random();
      [x, y] = [x + far * Math.cos(angle), y + far * Math.sin(angle)];
    } else if (chance < weather.spikes + weather.inaccurate) {
      accuracy = 25 + 60 * random();
      [x, y] = [x + (accuracy / 2) * normal(), y + (accuracy / 2) * normal()];
    }
    if (gaps.some(([from, to]) => second > from && second < to)) continue;
    const [longitude, latitude] = PLANE.inverse([x, y]);
    fixes.push({ longitude, latitude, accuracy, timestamp: 1_790_000_000_000 + second * 1000 });
  }
  return fixes;
}

/** How far a result lies from the truth: the larger of both mean distances in metres, and the length's error as a share. */
export function compareWalk(
  line: readonly number[][],
  truth: readonly Place[],
): { distance: number; length: number } {
  const result = line.map((position) => {
    const [x, y] = PLANE.forward(position);
    return { x, y };
  });
  if (result.length < 2) return { distance: Number.POSITIVE_INFINITY, length: -1 };
  return {
    distance: Math.max(meanDistance(result, truth), meanDistance(truth, result)),
    length: lengthOf(result) / lengthOf(truth) - 1,
  };
}

function meanDistance(from: readonly Place[], to: readonly Place[]): number {
  const total = lengthOf(from);
  const count = Math.ceil(total / 2);
  let sum = 0;
  for (let index = 0; index <= count; index += 1) {
    const place = along(from, (index / count) * total);
    sum += Math.min(...to.slice(1).map((end, at) => distanceToSegment(place, to[at] as Place, end)));
  }
  return sum / (count + 1);
}

export function lengthOf(line: readonly Place[]): number {
  return line
    .slice(1)
    .reduce((sum, { x, y }, at) => sum + Math.hypot(x - (line[at]?.x ?? x), y - (line[at]?.y ?? y)), 0);
}

/** The place so many metres along a line; its end when it is shorter. */
function along(line: readonly Place[], metres: number): Place {
  let left = metres;
  for (const [at, to] of line.slice(1).entries()) {
    const from = line[at] as Place;
    const long = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= long)
      return { x: from.x + ((to.x - from.x) * left) / long, y: from.y + ((to.y - from.y) * left) / long };
    left -= long;
  }
  return line.at(-1) as Place;
}

function corners(...places: [number, number][]): Place[] {
  return places.map(([x, y]) => ({ x, y }));
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
