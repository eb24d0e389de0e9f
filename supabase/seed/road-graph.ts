import type { Lattice } from './lattice.ts';
import type { Path, Point } from './planar.ts';
import { at } from './planar.ts';

/** Classes of ordinary roads that the generator draws, the most important first. */
const roadClasses = ['district', 'commune', 'hamlet', 'alley', 'field'] as const;
export type RoadClass = (typeof roadClasses)[number];

/** A road network on the cells of a lattice: nodes are cells, or places added beyond them. */
export interface RoadGraph {
  has(node: number): boolean;
  hasLink(from: number, to: number): boolean;
  /** The class of a link; throws when there is none. */
  classOf(from: number, to: number): RoadClass;
  neighbours(node: number): readonly number[];
  nodes(): Iterable<number>;
  /** Joins the nodes of a way one by one; a link that exists keeps the more important class. */
  addWay(way: readonly number[], roadClass: RoadClass): void;
  /** Adds a node at a place of its own, such as a road's end on the border, and returns its number. */
  addPlace(place: Point): number;
  remove(from: number, to: number): void;
  place(node: number): Point;
  move(node: number, place: Point): void;
  /** Whether a diagonal step would cross another one that is already there. */
  isDiagonalTaken(from: number, to: number): boolean;
}

const linkKey = (from: number, to: number) => (from < to ? `${from},${to}` : `${to},${from}`);

/** An empty network over a lattice. */
export function createRoadGraph(lattice: Lattice): RoadGraph {
  const around = new Map<number, number[]>();
  const classes = new Map<string, RoadClass>();
  const places = new Map<number, Point>();
  let nextPlace = lattice.cellCount;
  const place = (node: number) => places.get(node) ?? lattice.centre(node);
  const hasLink = (from: number, to: number) => classes.has(linkKey(from, to));
  const drop = (node: number, other: number) => {
    const rest = (around.get(node) ?? []).filter((neighbour) => neighbour !== other);
    if (rest.length > 0) around.set(node, rest);
    else around.delete(node);
  };
  return {
    has: (node) => around.has(node),
    hasLink,
    classOf: (from, to) => {
      const found = classes.get(linkKey(from, to));
      if (!found) throw new Error(`classOf: no road joins ${from} and ${to}`);
      return found;
    },
    neighbours: (node) => around.get(node) ?? [],
    nodes: () => around.keys(),
    addWay: (way, roadClass) => {
      for (let index = 1; index < way.length; index++) {
        const from = at(way, index - 1);
        const to = at(way, index);
        const known = classes.get(linkKey(from, to));
        if (known === undefined) {
          around.set(from, [...(around.get(from) ?? []), to]);
          around.set(to, [...(around.get(to) ?? []), from]);
        }
        if (known === undefined || roadClasses.indexOf(roadClass) < roadClasses.indexOf(known)) {
          classes.set(linkKey(from, to), roadClass);
        }
      }
    },
    addPlace: (point) => {
      places.set(nextPlace, point);
      return nextPlace++;
    },
    remove: (from, to) => {
      classes.delete(linkKey(from, to));
      drop(from, to);
      drop(to, from);
    },
    place,
    move: (node, point) => {
      places.set(node, point);
    },
    isDiagonalTaken: (from, to) => {
      const [fromColumn, fromRow] = [lattice.columnOf(from), lattice.rowOf(from)];
      const [toColumn, toRow] = [lattice.columnOf(to), lattice.rowOf(to)];
      if (fromColumn === toColumn || fromRow === toRow) return false;
      return hasLink(lattice.cellAt(fromColumn, toRow), lattice.cellAt(toColumn, fromRow));
    },
  };
}

/** A road as people see it: one class, running on through junctions as straight as it can. */
export interface Stroke {
  readonly roadClass: RoadClass;
  readonly nodes: readonly number[];
}

function turn(graph: RoadGraph, before: number, node: number, after: number): number {
  const [a, b, c] = [graph.place(before), graph.place(node), graph.place(after)];
  const first = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const second = Math.atan2(c[1] - b[1], c[0] - b[0]);
  const difference = Math.abs(second - first) % (2 * Math.PI);
  return Math.min(difference, 2 * Math.PI - difference);
}

const sharpestTurn = (55 * Math.PI) / 180;

/** For each node, which of its neighbours are joined through it into one stroke, straightest pairs first. */
function pairAt(graph: RoadGraph, node: number): Map<number, number> {
  const neighbours = graph.neighbours(node);
  const pairs: { first: number; second: number; angle: number }[] = [];
  neighbours.forEach((first, index) => {
    for (const second of neighbours.slice(index + 1)) {
      if (graph.classOf(first, node) !== graph.classOf(node, second)) continue;
      const angle = turn(graph, first, node, second);
      if (neighbours.length === 2 || angle < sharpestTurn) pairs.push({ first, second, angle });
    }
  });
  pairs.sort((one, other) => one.angle - other.angle);
  const joined = new Map<number, number>();
  for (const { first, second } of pairs) {
    if (joined.has(first) || joined.has(second)) continue;
    joined.set(first, second).set(second, first);
  }
  return joined;
}

/** Divides the network into strokes; every link belongs to exactly one. */
export function findStrokes(graph: RoadGraph): Stroke[] {
  const joined = new Map([...graph.nodes()].map((node) => [node, pairAt(graph, node)]));
  const used = new Set<string>();
  const follow = (from: number, to: number): number[] => {
    const way = [from, to];
    used.add(linkKey(from, to));
    for (;;) {
      const here = at(way, -1);
      const next = joined.get(here)?.get(at(way, -2));
      if (next === undefined || used.has(linkKey(here, next))) return way;
      used.add(linkKey(here, next));
      way.push(next);
    }
  };
  const strokes: Stroke[] = [];
  for (const node of graph.nodes()) {
    for (const neighbour of graph.neighbours(node)) {
      if (used.has(linkKey(node, neighbour))) continue;
      const forward = follow(node, neighbour);
      const before = joined.get(node)?.get(neighbour);
      const backward =
        before === undefined || used.has(linkKey(node, before)) ? [node] : follow(node, before);
      strokes.push({
        roadClass: graph.classOf(node, neighbour),
        nodes: [...backward.reverse(), ...forward.slice(1)],
      });
    }
  }
  return strokes;
}

/** Softens the bends that the lattice left: each node moves towards the middle of its road's next nodes. */
export function straighten(graph: RoadGraph, rounds: number, isFixed: (node: number) => boolean): void {
  for (let round = 0; round < rounds; round++) {
    const moves: [number, Point][] = [];
    for (const node of graph.nodes()) {
      if (isFixed(node)) continue;
      const joined = pairAt(graph, node);
      const main = [...joined.keys()].sort(
        (first, second) =>
          roadClasses.indexOf(graph.classOf(node, first)) - roadClasses.indexOf(graph.classOf(node, second)),
      )[0];
      if (main === undefined) continue;
      const before = graph.place(main);
      const after = graph.place(joined.get(main) ?? main);
      const here = graph.place(node);
      moves.push([
        node,
        [here[0] * 0.5 + (before[0] + after[0]) * 0.25, here[1] * 0.5 + (before[1] + after[1]) * 0.25],
      ]);
    }
    for (const [node, place] of moves) graph.move(node, place);
  }
}

/** The parts of a way between its junctions, each with both its ends. */
export function cutAtJunctions(graph: RoadGraph, nodes: readonly number[], path: Path): Path[] {
  const parts: Point[][] = [[at(path, 0)]];
  const junctions = new Set(
    nodes.filter((node) => graph.neighbours(node).length > 2).map((node) => graph.place(node)),
  );
  path.slice(1).forEach((point, index) => {
    at(parts, -1).push(point);
    if (junctions.has(point) && index < path.length - 2) parts.push([point]);
  });
  return parts;
}
