import type { Lattice } from './lattice.ts';
import { cellSize, sideNeighbours } from './lattice.ts';
import type { Path, Point } from './planar.ts';
import { at, contains, distanceToPath } from './planar.ts';
import { createNoise } from './random.ts';
import { spread } from './spread.ts';

/** A part of the commune in the making: where its village stands and how far it reaches compared with others. */
export interface Site {
  readonly place: Point;
  readonly reach: number;
}

/** Which site each cell of the lattice belongs to: 0 outside the commune, else the site's number from 1. */
export type Labels = Int16Array;

const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/**
 * Visits every corner where a label touches itself only across it, which would pinch an area to a point.
 * `repair` gets the four cells around, the touching pair first and third.
 */
function visitPinches(lattice: Lattice, labels: Labels, repair: (cells: readonly number[]) => void): boolean {
  let found = false;
  for (let row = 0; row < lattice.rows - 1; row++) {
    for (let column = 0; column < lattice.columns - 1; column++) {
      const cells = corners.map(([right, up]) => lattice.cellAt(column + right, row + up));
      for (const turned of [cells, [...cells.slice(1), at(cells, 0)]]) {
        const [first, second, third, fourth] = turned.map((cell) => at(labels, cell));
        if (first !== third || second === first || fourth === first) continue;
        found = true;
        repair(turned);
      }
    }
  }
  return found;
}

/** Marks with 1 the cells that lie inside the ring, as one piece that nowhere hangs together by a corner. */
export function markInside(lattice: Lattice, ring: Path): Labels {
  const inside = new Int16Array(lattice.cellCount);
  for (let cell = 0; cell < lattice.cellCount; cell++) {
    if (contains(ring, lattice.centre(cell))) inside[cell] = 1;
  }
  const clearOne = (cells: readonly number[]) => {
    const inTouch = at(inside, at(cells, 0)) === 1 ? at(cells, 0) : at(cells, 1);
    inside[inTouch] = 0;
  };
  let pinched = true;
  while (pinched) pinched = visitPinches(lattice, inside, clearOne);
  const connected = spread(lattice.cellCount, [lattice.nearestCell([0, 0])], (cell, visit) => {
    for (const next of sideNeighbours(lattice, cell)) if (at(inside, next) === 1) visit(next, 1);
  });
  return inside.map((_, cell) => (at(connected.origin, cell) >= 0 ? 1 : 0));
}

/**
 * Divides the inside cells among the sites: each grows over the fields, slower across a canal, at an uneven pace.
 * Every part is connected, and no part touches itself across a corner.
 */
export function divide(
  lattice: Lattice,
  inside: Labels,
  sites: readonly Site[],
  canals: readonly Path[],
  seed: number,
): Labels {
  const rough = createNoise(seed, 'pace of growth', 420);
  const fine = createNoise(seed, 'fine pace of growth', 130);
  const pace = Float64Array.from({ length: lattice.cellCount }, (_, cell) => {
    if (at(inside, cell) === 0) return 0;
    const place = lattice.centre(cell);
    const onCanal = canals.some((canal) => distanceToPath(canal, place) < cellSize * 0.6);
    return 0.5 + 0.8 * rough(...place) + 0.5 * fine(...place) + (onCanal ? 5 : 0);
  });
  const sources = sites.map(({ place }) => lattice.nearestCell(place));
  const siteNumber = new Map(sources.map((source, index) => [source, index + 1]));
  const grown = spread(lattice.cellCount, sources, (cell, visit, origin) => {
    const { reach } = at(sites, (siteNumber.get(origin) ?? 1) - 1);
    for (const next of sideNeighbours(lattice, cell)) {
      if (at(inside, next) === 1) visit(next, at(pace, next) / reach);
    }
  });
  const labels = Int16Array.from(grown.origin, (origin) => siteNumber.get(origin) ?? 0);
  mendPinches(lattice, labels, sources);
  return labels;
}

/**
 * Relabels single cells until no part touches itself only across a corner, then gives what that cut off from its
 * part's own cell (`sources`, by site) to the part beside it. Changes `labels`.
 */
export function mendPinches(lattice: Lattice, labels: Labels, sources: readonly number[]): void {
  const joinFirst = (cells: readonly number[]) => {
    // The cell between the two that touch goes to them; never one outside the commune.
    const joining = at(labels, at(cells, 1)) === 0 ? at(cells, 3) : at(cells, 1);
    labels[joining] = at(labels, at(cells, 0));
  };
  for (let round = 0; visitPinches(lattice, labels, joinFirst); round++) {
    if (round > 50) throw new Error('mendPinches: the parts keep touching across corners');
  }
  attachLooseCells(lattice, labels, sources);
}

/** Gives cells that are cut off from their own site to the part next to them. */
function attachLooseCells(lattice: Lattice, labels: Labels, sources: readonly number[]): void {
  const own = spread(lattice.cellCount, sources, (cell, visit) => {
    for (const next of sideNeighbours(lattice, cell))
      if (at(labels, next) === at(labels, cell)) visit(next, 1);
  });
  const settled = Array.from(own.origin.keys()).filter((cell) => at(own.origin, cell) >= 0);
  const filled = spread(lattice.cellCount, settled, (cell, visit) => {
    for (const next of sideNeighbours(lattice, cell)) {
      if (at(labels, next) > 0 && at(own.origin, next) < 0) visit(next, 1);
    }
  });
  filled.origin.forEach((origin, cell) => {
    if (origin >= 0) labels[cell] = at(labels, origin);
  });
}
