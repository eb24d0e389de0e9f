import { isSimpleRing } from './crossings.ts';
import type { SharedBorder } from './outline.ts';
import type { Path, Point } from './planar.ts';
import { at, between, curveThrough } from './planar.ts';
import { createRandom } from './random.ts';

/** A neighbouring commune, cut off some three kilometres outside the border. */
export interface Neighbour {
  readonly name: string;
  readonly ring: Path;
}

const outerRadius = 6000;

// Where the border between two neighbours runs on from the commune's corner, in metres from the centre; in the
// order of the shared borders, each from the first point of its border. The first two follow the river.
const onward: readonly Path[] = [
  [
    [-3350, 1250],
    [-4150, 1750],
    [-4700, 2550],
    [-5300, 2900],
  ],
  [
    [2050, -2450],
    [2500, -3250],
    [3400, -3650],
    [4050, -4450],
  ],
  [
    [3450, -120],
    [3700, 260],
    [4600, 380],
    [5200, 820],
    [5950, 900],
  ],
  [
    [980, 3300],
    [1250, 3750],
    [1080, 4500],
    [1500, 5000],
    [1400, 5850],
  ],
];

/** Draws the neighbours around the commune. Each shares its border with the commune, point for point. */
export function drawNeighbours(seed: number, outline: readonly SharedBorder[]): Neighbour[] {
  const random = createRandom(seed, 'neighbours');
  const lines = outline.map(({ path }, index) => {
    const start = at(path, 0);
    const plan = at(onward, index);
    const bent = plan.map(
      ([east, north]): Point => [east + random.between(-80, 80), north + random.between(-80, 80)],
    );
    return index < 2 ? curveThrough([start, ...bent], 6) : [start, ...bent];
  });
  const angleOf = ([east, north]: Point) => Math.atan2(north, east);
  return outline.map(({ neighbour, path }, index) => {
    const first = at(lines, index);
    const last = at(lines, (index + 1) % lines.length);
    const from = angleOf(at(first, -1));
    const to = angleOf(at(last, -1));
    const span = to > from ? to - from : to - from + 2 * Math.PI;
    const steps = Math.ceil(span / 0.09);
    const rim = Array.from({ length: steps - 1 }, (_, step): Point => {
      const angle = from + (span * (step + 1)) / steps;
      const radius = outerRadius + random.between(-180, 180);
      return [Math.cos(angle) * radius, Math.sin(angle) * radius];
    });
    const border = [...path].reverse();
    const ring = [...border, ...first.slice(1), ...rim, ...[...last].reverse().slice(0, -1)];
    if (isSimpleRing(ring)) return { name: neighbour, ring };
    // A straight way out cannot meet the border again where the commune's corners stick out.
    const outer = (corner: Point) => between([0, 0], corner, outerRadius / Math.hypot(...corner));
    const plain = [...border, outer(at(path, 0)), ...rim, outer(at(path, -1))];
    if (!isSimpleRing(plain)) throw new Error(`drawNeighbours: ${neighbour} crosses itself for seed ${seed}`);
    return { name: neighbour, ring: plain };
  });
}
