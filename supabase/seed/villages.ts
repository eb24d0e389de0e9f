import { isSimpleRing } from './crossings.ts';
import type { Lattice } from './lattice.ts';
import { sideNeighbours } from './lattice.ts';
import type { Labels } from './partition.ts';
import type { Path, Point } from './planar.ts';
import { at, contains, cutCorners, simplify } from './planar.ts';
import { createNoise } from './random.ts';
import type { RoadGraph } from './road-graph.ts';
import { spread } from './spread.ts';
import { assembleFaces } from './topology.ts';

/**
 * Grows one village a part, from its middle along the roads, to its share of the part's cells.
 * Returns for each cell the number of the village on it, or 0.
 */
export function growVillages(
  lattice: Lattice,
  labels: Labels,
  roads: RoadGraph,
  middles: readonly number[],
  shares: readonly number[],
  seed: number,
): Labels {
  const noise = createNoise(seed, 'villages', 190);
  const isDeep = (cell: number) =>
    lattice.around(cell).every((next) => at(labels, next) === at(labels, cell));
  const grown = spread(lattice.cellCount, middles, (cell, visit) => {
    for (const next of sideNeighbours(lattice, cell)) {
      if (at(labels, next) !== at(labels, cell) || !isDeep(next)) continue;
      const byRoad = roads.has(next) ? 0.45 : 1;
      visit(next, byRoad * (0.35 + 1.6 * noise(...lattice.centre(next)) ** 1.5));
    }
  });
  const villages = new Int16Array(lattice.cellCount);
  middles.forEach((middle, index) => {
    const all = labels.reduce((count, label) => count + (label === index + 1 ? 1 : 0), 0);
    const reached = Array.from(grown.cost.keys())
      .filter((cell) => at(grown.origin, cell) === middle)
      .sort((first, second) => at(grown.cost, first) - at(grown.cost, second));
    for (const cell of reached.slice(0, Math.round(all * at(shares, index)))) villages[cell] = index + 1;
  });
  fillGaps(lattice, villages, labels);
  return villages;
}

/** Takes in cells that a village nearly encloses, and lets go of single cells that stick out. */
function fillGaps(lattice: Lattice, villages: Labels, labels: Labels): void {
  for (let round = 0; round < 4; round++) {
    const before = villages.slice();
    before.forEach((village, cell) => {
      const label = at(labels, cell);
      if (label === 0) return;
      const inVillage = lattice.around(cell).filter((next) => at(before, next) === label).length;
      const deep = lattice.around(cell).every((next) => at(labels, next) === label);
      if (village === 0 && deep && inVillage >= 5) villages[cell] = label;
      if (village !== 0 && inVillage <= 2) villages[cell] = 0;
    });
  }
}

/** The outlines of one village's built-up land, largest first, inside the given hamlet. */
export function villageRings(lattice: Lattice, villages: Labels, village: number, hamlet: Path): Path[] {
  const edges: Point[][] = [];
  villages.forEach((value, cell) => {
    if (value !== village) return;
    const column = lattice.columnOf(cell);
    const row = lattice.rowOf(cell);
    const isOther = (right: number, up: number) => {
      const next = lattice.cellAt(column + right, row + up);
      return next < 0 || at(villages, next) !== village;
    };
    if (isOther(0, -1)) edges.push([lattice.corner(column, row), lattice.corner(column + 1, row)]);
    if (isOther(1, 0)) edges.push([lattice.corner(column + 1, row), lattice.corner(column + 1, row + 1)]);
    if (isOther(0, 1)) edges.push([lattice.corner(column + 1, row + 1), lattice.corner(column, row + 1)]);
    if (isOther(-1, 0)) edges.push([lattice.corner(column, row + 1), lattice.corner(column, row)]);
  });
  return assembleFaces(edges)
    .map(({ ring }) => ring)
    .filter((ring) => ring.length >= 12)
    .map((ring) => soften(ring, hamlet))
    .filter((ring): ring is Path => ring !== undefined)
    .sort((first, second) => second.length - first.length)
    .slice(0, 1);
}

/** The ring with its lattice steps smoothed away, as far as it stays simple and inside the hamlet. */
function soften(ring: Path, hamlet: Path): Path | undefined {
  const closed = [...ring, at(ring, 0)];
  return [cutCorners(simplify(closed, 34), 1), simplify(closed, 30), simplify(closed, 12)]
    .map((path) => path.slice(0, -1))
    .find((candidate) => isSimpleRing(candidate) && candidate.every((point) => contains(hamlet, point)));
}
