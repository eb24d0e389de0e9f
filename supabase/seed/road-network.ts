import { findCrossingPaths } from './crossings.ts';
import { sideNeighbours } from './lattice.ts';
import type { Labels } from './partition.ts';
import type { Path, Point } from './planar.ts';
import { at, between, curveThrough, distance, distanceToPath, nearestOnSegment, simplify } from './planar.ts';
import { createNoise, createRandom } from './random.ts';
import type { RoadClass, RoadGraph } from './road-graph.ts';
import { createRoadGraph, cutAtJunctions, findStrokes, straighten } from './road-graph.ts';
import { spread, wayTo } from './spread.ts';
import type { Territory } from './territory.ts';
import { growVillages } from './villages.ts';

/** A main road: the villages it strings together (site numbers) and the borders it leaves the commune by. */
export interface AxisPlan {
  readonly roadClass: RoadClass;
  readonly from?: Point;
  readonly through: readonly number[];
  readonly to?: Point;
}

/** A finished road in metres. */
export interface DrawnRoad {
  readonly roadClass: RoadClass;
  readonly path: Path;
  /** Which axis plan it belongs to; absent for lesser roads. */
  readonly axis?: number;
}

export interface RoadNetwork {
  readonly roads: readonly DrawnRoad[];
  /** The village on each cell of the territory's lattice, by site number, 0 in the open. */
  readonly villages: Labels;
}

/** Finds ways over the fields for new roads: they like existing roads, avoid canals and never run beside a road. */
function createWayFinder(territory: Territory, graph: RoadGraph, seed: number) {
  const { lattice, labels, canals } = territory;
  const noise = createNoise(seed, 'road ways', 380);
  const isOpen = (cell: number) =>
    at(labels, cell) > 0 && lattice.around(cell).every((next) => at(labels, next) > 0);
  const pace = Float64Array.from({ length: lattice.cellCount }, (_, cell) => {
    if (!isOpen(cell)) return Number.POSITIVE_INFINITY;
    const place = lattice.centre(cell);
    const onCanal = canals.some((canal) => distanceToPath(canal, place) < 30);
    const atBorder = lattice.around(cell).some((next) => at(labels, next) !== at(labels, cell));
    return (0.5 + noise(...place)) * (onCanal ? 3 : 1) * (atBorder ? 1.5 : 1);
  });
  return {
    isOpen,
    find(from: number, to: number): number[] {
      const found = spread(
        lattice.cellCount,
        [from],
        (cell, visit) => {
          for (const next of lattice.around(cell)) {
            const open = at(pace, next);
            if (!Number.isFinite(open) || graph.isDiagonalTaken(cell, next)) continue;
            const step = distance(lattice.centre(cell), lattice.centre(next)) / 50;
            if (graph.hasLink(cell, next)) visit(next, step * 0.5);
            else {
              const beside =
                !graph.has(next) && lattice.around(next).some((near) => near !== cell && graph.has(near));
              visit(next, step * open * (beside ? 2.4 : 1));
            }
          }
        },
        (cell) => cell === to,
      );
      return wayTo(found, to);
    },
  };
}

/** Pairs of places with no third place in the circle whose diameter joins them (the Gabriel graph). */
export function neighbouringPairs(places: readonly Point[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (let first = 0; first < places.length; first++) {
    for (let second = first + 1; second < places.length; second++) {
      const apart = distance(at(places, first), at(places, second));
      const isParted = places.some(
        (other, index) =>
          index !== first &&
          index !== second &&
          Math.hypot(distance(other, at(places, first)), distance(other, at(places, second))) < apart,
      );
      if (!isParted) pairs.push([first, second]);
    }
  }
  return pairs;
}

/** A place two metres inside the border, nearest to the given one. */
function exitNear(ring: Path, place: Point): Point {
  let best: Point = at(ring, 0);
  ring.forEach((start, index) => {
    const end = at(ring, (index + 1) % ring.length);
    // Kept off the corners, where two metres inside one edge may lie outside the next.
    const nearest = nearestOnSegment(between(start, end, 0.2), between(start, end, 0.8), place);
    const length = distance(start, end);
    const inward: Point = [-(end[1] - start[1]) / length, (end[0] - start[0]) / length];
    const inside: Point = [nearest[0] + 2 * inward[0], nearest[1] + 2 * inward[1]];
    if (distance(inside, place) < distance(best, place)) best = inside;
  });
  return best;
}

/** Lays straight lanes along the net's lines wherever `allows` the cells, from road to road. */
function layLanes(
  territory: Territory,
  graph: RoadGraph,
  roadClass: RoadClass,
  spacing: readonly [number, number],
  longestDeadEnd: number,
  allows: (cell: number) => boolean,
  seed: number,
): void {
  const { lattice } = territory;
  const random = createRandom(seed, `lanes ${roadClass}`);
  for (const along of ['column', 'row'] as const) {
    const count = along === 'column' ? lattice.columns : lattice.rows;
    const length = along === 'column' ? lattice.rows : lattice.columns;
    for (let line = random.integer(0, spacing[1]); line < count; line += random.integer(...spacing)) {
      let lane: number[] = [];
      const close = () => {
        layLane(
          graph,
          lane,
          roadClass,
          longestDeadEnd,
          random.chance(0.8),
          (cell) => lattice.around(cell).filter((next) => graph.has(next) && !lane.includes(next)).length > 1,
        );
        lane = [];
      };
      for (let step = 0; step < length; step++) {
        const cell = along === 'column' ? lattice.cellAt(line, step) : lattice.cellAt(step, line);
        if (!allows(cell) && !graph.has(cell)) {
          close();
          continue;
        }
        lane.push(cell);
        if (graph.has(cell) && lane.length > 1) {
          close();
          lane = [cell];
        }
      }
      close();
    }
  }
}

function layLane(
  graph: RoadGraph,
  lane: readonly number[],
  roadClass: RoadClass,
  longestDeadEnd: number,
  isWanted: boolean,
  isBesideRoad: (cell: number) => boolean,
): void {
  if (!isWanted || lane.length < 3) return;
  const startsOnRoad = graph.has(at(lane, 0));
  const endsOnRoad = graph.has(at(lane, -1));
  if (!startsOnRoad && !endsOnRoad) return;
  const directed = startsOnRoad ? lane : [...lane].reverse();
  const kept = startsOnRoad && endsOnRoad ? directed : directed.slice(0, longestDeadEnd);
  const inner = kept.slice(1, -1);
  if (inner.filter(isBesideRoad).length > Math.max(1, inner.length * 0.25)) return;
  if (kept.length >= 3) graph.addWay(kept, roadClass);
}

/**
 * Draws the commune's ordinary roads: main axes, roads between neighbouring villages, alleys inside villages and
 * lanes through the fields. Roads meet in common points; none leaves the commune.
 */
export function drawRoads(
  territory: Territory,
  villageMiddles: readonly Point[],
  villageShares: readonly number[],
  axes: readonly AxisPlan[],
  seed: number,
): RoadNetwork {
  const { lattice, labels, ring } = territory;
  const graph = createRoadGraph(lattice);
  const finder = createWayFinder(territory, graph, seed);
  const middles = villageMiddles.map((place) => lattice.nearestCell(place));
  const openCells = Array.from({ length: lattice.cellCount }, (_, cell) => cell).filter(finder.isOpen);
  const nearestOpen = (place: Point) =>
    openCells.reduce((best, cell) =>
      distance(lattice.centre(cell), place) < distance(lattice.centre(best), place) ? cell : best,
    );
  const axisOfLink = new Map<string, number>();
  const ends = new Set<number>();
  axes.forEach(({ roadClass, from, through, to }, axis) => {
    const add = (way: readonly number[]) => {
      graph.addWay(way, roadClass);
      for (let index = 1; index < way.length; index++) {
        const link = [at(way, index - 1), at(way, index)].sort((a, b) => a - b).join();
        if (!axisOfLink.has(link)) axisOfLink.set(link, axis);
      }
    };
    const stops = through.map((site) => at(middles, site - 1));
    const exit = (place: Point, stop: number) => {
      const point = exitNear(ring, place);
      const gate = nearestOpen(point);
      const end = graph.addPlace(point);
      ends.add(end);
      add([end, gate]);
      add(finder.find(gate, stop));
    };
    if (from) exit(from, at(stops, 0));
    for (let index = 1; index < stops.length; index++)
      add(finder.find(at(stops, index - 1), at(stops, index)));
    if (to) exit(to, at(stops, -1));
  });
  for (const [first, second] of neighbouringPairs(middles.map((cell) => lattice.centre(cell)))) {
    graph.addWay(finder.find(at(middles, first), at(middles, second)), 'hamlet');
  }
  const villages = growVillages(lattice, labels, graph, middles, villageShares, seed);
  const inVillage = (cell: number) => at(villages, cell) > 0;
  for (const round of [1, 2]) layLanes(territory, graph, 'alley', [2, 4], 4, inVillage, seed + round);
  const isField = (cell: number) =>
    finder.isOpen(cell) && at(villages, cell) === 0 && sideNeighbours(lattice, cell).every(finder.isOpen);
  for (const round of [1, 2]) layLanes(territory, graph, 'field', [6, 10], 9, isField, seed + round);
  straighten(graph, 10, (node) => ends.has(node));
  return { roads: drawStrokes(graph, axisOfLink), villages };
}

function drawStrokes(graph: RoadGraph, axisOfLink: ReadonlyMap<string, number>): DrawnRoad[] {
  const strokes = findStrokes(graph);
  const straight = strokes.map(({ nodes }) => nodes.map((node) => graph.place(node)));
  const curved = straight.map((path, index) => {
    const parts = cutAtJunctions(graph, at(strokes, index).nodes, curveThrough(path, 3));
    return [at(path, 0), ...parts.flatMap((part) => simplify(part, 0.7).slice(1))];
  });
  const crossing = findCrossingPaths(curved);
  return strokes.map(({ roadClass, nodes }, index) => {
    const axis = axisOfLink.get([at(nodes, 0), at(nodes, 1)].sort((a, b) => a - b).join());
    return {
      roadClass,
      path: at(crossing.has(index) ? straight : curved, index),
      ...(axis === undefined ? {} : { axis }),
    };
  });
}
