import type { Point } from './planar.ts';
import { at, distance } from './planar.ts';
import { createNoise, createRandom } from './random.ts';

/**
 * A net of small field parcels, bent and uneven, that covers the commune. Hamlet borders run along its edges and
 * roads from cell to cell, so that neither can end up crossing itself or leaving a gap.
 */
export interface Lattice {
  readonly columns: number;
  readonly rows: number;
  readonly cellCount: number;
  /** Corner `column` (0 to columns), `row` (0 to rows) in metres. */
  corner(column: number, row: number): Point;
  /** The middle of a cell in metres. */
  centre(cell: number): Point;
  /** The cell at a column and row, or -1 outside the net. */
  cellAt(column: number, row: number): number;
  columnOf(cell: number): number;
  rowOf(cell: number): number;
  /** The cells around a cell, those across a corner included. */
  around(cell: number): readonly number[];
  /** The cell whose middle is nearest to a place. */
  nearestCell(point: Point): number;
}

/** Side of a cell in metres, before bending. */
export const cellSize = 50;

const halfWidth = 3300;

/** Builds the net for a seed. It spans 6.6 km either way around the centre. */
export function createLattice(seed: number): Lattice {
  const columns = (2 * halfWidth) / cellSize;
  const rows = columns;
  const random = createRandom(seed, 'lattice');
  const angle = random.between(0.25, 0.45);
  const bendEast = createNoise(seed, 'bend east', 1700);
  const bendNorth = createNoise(seed, 'bend north', 1700);
  const corners: Point[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const u = -halfWidth + column * cellSize;
      const v = -halfWidth + row * cellSize;
      // 1.12 leaves room for the turn, so that the corners of the commune stay covered.
      const east = 1.12 * (u * Math.cos(angle) - v * Math.sin(angle));
      const north = 1.12 * (u * Math.sin(angle) + v * Math.cos(angle));
      corners.push([
        east + 380 * (bendEast(u, v) - 0.5) + random.between(-7, 7),
        north + 380 * (bendNorth(u, v) - 0.5) + random.between(-7, 7),
      ]);
    }
  }
  const corner = (column: number, row: number): Point => {
    const point = corners[row * (columns + 1) + column];
    if (!point) throw new Error(`corner ${column}, ${row} is outside the lattice`);
    return point;
  };
  const centres: Point[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const low = corner(column, row);
      const right = corner(column + 1, row);
      const high = corner(column + 1, row + 1);
      const left = corner(column, row + 1);
      centres.push([
        (low[0] + right[0] + high[0] + left[0]) / 4,
        (low[1] + right[1] + high[1] + left[1]) / 4,
      ]);
    }
  }
  const centre = (cell: number): Point => {
    const point = centres[cell];
    if (!point) throw new Error(`cell ${cell} is outside the lattice`);
    return point;
  };
  const cellAt = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
  const around = centres.map((_, cell) => {
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    return [
      cellAt(column - 1, row - 1),
      cellAt(column, row - 1),
      cellAt(column + 1, row - 1),
      cellAt(column - 1, row),
      cellAt(column + 1, row),
      cellAt(column - 1, row + 1),
      cellAt(column, row + 1),
      cellAt(column + 1, row + 1),
    ].filter((next) => next >= 0);
  });
  return {
    columns,
    rows,
    cellCount: columns * rows,
    corner,
    centre,
    cellAt,
    around: (cell) => at(around, cell),
    columnOf: (cell) => cell % columns,
    rowOf: (cell) => Math.floor(cell / columns),
    nearestCell: createNearestFinder(centres),
  };
}

const bucketSize = 100;

/** Finds the nearest of many places, looking only at the squares around the one asked for. */
function createNearestFinder(places: readonly Point[]): (point: Point) => number {
  const buckets = new Map<string, number[]>();
  const bucketOf = (metres: number) => Math.floor(metres / bucketSize);
  places.forEach(([east, north], index) => {
    const key = `${bucketOf(east)},${bucketOf(north)}`;
    buckets.set(key, [...(buckets.get(key) ?? []), index]);
  });
  return (point) => {
    let best = -1;
    let bestAway = Number.POSITIVE_INFINITY;
    // A place in the next square ring is at least `reach` squares away: nothing nearer can follow.
    for (let reach = 0; reach < 100 && bestAway > (reach - 1) * bucketSize; reach++) {
      for (let right = -reach; right <= reach; right++) {
        const step = Math.abs(right) === reach ? 1 : 2 * reach;
        for (let up = -reach; up <= reach; up += step) {
          for (const index of buckets.get(`${bucketOf(point[0]) + right},${bucketOf(point[1]) + up}`) ?? []) {
            const away = distance(at(places, index), point);
            if (away >= bestAway) continue;
            best = index;
            bestAway = away;
          }
        }
      }
    }
    if (best < 0) throw new Error(`nearest cell: ${point.join(', ')} is more than 10 km from all`);
    return best;
  };
}

/** The cells that share a side with a cell. */
export function sideNeighbours(lattice: Lattice, cell: number): number[] {
  const column = lattice.columnOf(cell);
  const row = lattice.rowOf(cell);
  return [
    lattice.cellAt(column + 1, row),
    lattice.cellAt(column, row + 1),
    lattice.cellAt(column - 1, row),
    lattice.cellAt(column, row - 1),
  ].filter((neighbour) => neighbour >= 0);
}
