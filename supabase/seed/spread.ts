import { at } from './planar.ts';

/** What a spread from its sources has found, by cell. */
export interface Spread {
  /** Cheapest cost from any source; infinite where none gets. */
  readonly cost: Float64Array;
  /** The source that gets there first, or -1. */
  readonly origin: Int32Array;
  /** The cell before on the cheapest way, or -1 at a source. */
  readonly previous: Int32Array;
}

/**
 * Calls `visit` with each cell that can be entered from `cell` and the positive cost of the step;
 * `origin` is the source whose spread has come to `cell`.
 */
export type Steps = (cell: number, visit: (next: number, cost: number) => void, origin: number) => void;

/** A queue that gives back the entry of least cost first. */
function createQueue() {
  const costs: number[] = [];
  const cells: number[] = [];
  const swap = (a: number, b: number) => {
    const cost = at(costs, a);
    costs[a] = at(costs, b);
    costs[b] = cost;
    const cell = at(cells, a);
    cells[a] = at(cells, b);
    cells[b] = cell;
  };
  return {
    size: () => cells.length,
    push(cell: number, cost: number) {
      let child = cells.push(cell) - 1;
      costs.push(cost);
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (at(costs, parent) <= at(costs, child)) return;
        swap(parent, child);
        child = parent;
      }
    },
    pop(): { cell: number; cost: number } {
      swap(0, cells.length - 1);
      const cell = cells.pop() as number;
      const cost = costs.pop() as number;
      let parent = 0;
      for (;;) {
        let least = parent;
        for (const child of [2 * parent + 1, 2 * parent + 2]) {
          if (child < costs.length && at(costs, child) < at(costs, least)) least = child;
        }
        if (least === parent) return { cell, cost };
        swap(least, parent);
        parent = least;
      }
    },
  };
}

/**
 * Dijkstra's search from several sources at once over cells numbered from 0.
 * Stops early when `isGoal` accepts a cell it settles.
 */
export function spread(
  cellCount: number,
  sources: readonly number[],
  steps: Steps,
  isGoal: (cell: number) => boolean = () => false,
): Spread {
  const cost = new Float64Array(cellCount).fill(Number.POSITIVE_INFINITY);
  const origin = new Int32Array(cellCount).fill(-1);
  const previous = new Int32Array(cellCount).fill(-1);
  const queue = createQueue();
  for (const source of sources) {
    cost[source] = 0;
    origin[source] = source;
    queue.push(source, 0);
  }
  while (queue.size() > 0) {
    const { cell, cost: reached } = queue.pop();
    if (reached > at(cost, cell)) continue;
    if (isGoal(cell)) break;
    const source = at(origin, cell);
    const visit = (next: number, step: number) => {
      const total = reached + step;
      if (total >= at(cost, next)) return;
      cost[next] = total;
      origin[next] = source;
      previous[next] = cell;
      queue.push(next, total);
    };
    steps(cell, visit, source);
  }
  return { cost, origin, previous };
}

/** The cells from a source to `cell`, both included; empty when the spread never got there. */
export function wayTo(result: Spread, cell: number): number[] {
  if (at(result.origin, cell) < 0) return [];
  const way: number[] = [];
  for (let current = cell; current >= 0; current = at(result.previous, current)) way.push(current);
  return way.reverse();
}
