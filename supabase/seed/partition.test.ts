import { describe, expect, test } from 'vitest';
import { createLattice, type Lattice, sideNeighbours } from './lattice.ts';
import { drawOutline, ringOf } from './outline.ts';
import { divide, type Labels, markInside, mendPinches } from './partition.ts';
import { sites } from './plan.ts';
import { at } from './planar.ts';
import { spread } from './spread.ts';

/** Corners across which a label touches itself while the two other cells around bear other labels. */
function countPinches(lattice: Lattice, labels: Labels): number {
  let pinches = 0;
  const label = (column: number, row: number) => at(labels, lattice.cellAt(column, row));
  for (let column = 1; column < lattice.columns; column++) {
    for (let row = 1; row < lattice.rows; row++) {
      const [low, right] = [label(column - 1, row - 1), label(column, row - 1)];
      const [left, high] = [label(column - 1, row), label(column, row)];
      if (low === high && low !== right && low !== left) pinches += 1;
      else if (left === right && left !== low && left !== high) pinches += 1;
    }
  }
  return pinches;
}

/** How many connected pieces the cells of one label make. */
function countPieces(lattice: Lattice, labels: Labels, wanted: number): number {
  const left = new Set(Array.from(labels.keys()).filter((cell) => at(labels, cell) === wanted));
  let pieces = 0;
  for (const cell of left) {
    pieces += 1;
    const { origin } = spread(lattice.cellCount, [cell], (from, visit) => {
      for (const next of sideNeighbours(lattice, from)) if (at(labels, next) === wanted) visit(next, 1);
    });
    origin.forEach((source, reached) => {
      if (source >= 0) left.delete(reached);
    });
  }
  return pieces;
}

// Seeds whose raw outline does hang together by a corner somewhere.
describe.each([4, 8, 80])('the cells of seed %i', (seed) => {
  const lattice = createLattice(seed);
  const inside = markInside(lattice, ringOf(drawOutline(seed)));
  const labels = divide(lattice, inside, sites, [], seed);

  test('make one piece without pinches', () => {
    expect(countPieces(lattice, inside, 1)).toBe(1);
    expect(countPinches(lattice, inside)).toBe(0);
  });

  test('are divided wholly, each part in one piece without pinches', () => {
    labels.forEach((label, cell) => {
      expect(label > 0).toBe(at(inside, cell) === 1);
    });
    for (let site = 1; site <= sites.length; site++) expect(countPieces(lattice, labels, site)).toBe(1);
    expect(countPinches(lattice, labels)).toBe(0);
  });
});

test('a ragged line between two parts is mended to whole parts without pinches', () => {
  const lattice = createLattice(1);
  const middle = lattice.columns / 2;
  const labels = Int16Array.from({ length: lattice.cellCount }, (_, cell) => {
    const ragged = (lattice.rowOf(cell) * 7) % 5 < 2 ? 1 : -1;
    const isBeside = Math.abs(lattice.columnOf(cell) - middle) <= 1;
    const isOdd = (lattice.columnOf(cell) + lattice.rowOf(cell)) % 2 === 0;
    return lattice.columnOf(cell) + (isBeside && isOdd ? 2 * ragged : 0) < middle ? 1 : 2;
  });
  expect(countPinches(lattice, labels)).toBeGreaterThan(0);
  mendPinches(lattice, labels, [lattice.cellAt(5, 5), lattice.cellAt(lattice.columns - 5, 5)]);
  expect(countPinches(lattice, labels)).toBe(0);
  expect([countPieces(lattice, labels, 1), countPieces(lattice, labels, 2)]).toEqual([1, 1]);
});

test('the nearest cell is the one whose middle is nearest', () => {
  const lattice = createLattice(1);
  for (const cell of [0, 777, 5000, lattice.cellCount - 1]) {
    const [east, north] = lattice.centre(cell);
    expect(lattice.nearestCell([east + 8, north - 8])).toBe(cell);
  }
  const far = lattice.nearestCell([0, 5200]);
  const away = (cell: number) => Math.hypot(at(lattice.centre(cell), 0), at(lattice.centre(cell), 1) - 5200);
  for (let cell = 0; cell < lattice.cellCount; cell += 7) expect(away(far)).toBeLessThanOrEqual(away(cell));
});
