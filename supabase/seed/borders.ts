import { findCrossingPaths } from './crossings.ts';
import type { Lattice } from './lattice.ts';
import type { SharedBorder } from './outline.ts';
import { ringOf } from './outline.ts';
import type { Labels } from './partition.ts';
import type { Path, Point } from './planar.ts';
import {
  at,
  cutCorners,
  distance,
  distanceToPath,
  nearestOnSegment,
  segmentsMeet,
  simplify,
} from './planar.ts';
import type { Arc } from './topology.ts';

/** The border of the commune, with the junctions where hamlet borders meet it, and the borders between hamlets. */
export interface BorderLines {
  readonly outline: readonly SharedBorder[];
  readonly inner: readonly Arc[];
}

/** Walks the lattice edges between unlike parts, from junction to junction, as chains of corners. */
function traceChains(lattice: Lattice, labels: Labels): Point[][] {
  const width = lattice.columns + 1;
  const links = new Map<number, number[]>();
  const onRim = new Set<number>();
  const link = (from: number, to: number, first: number, second: number) => {
    if (first === second) return;
    if (first === 0 || second === 0) {
      onRim.add(from).add(to);
      return;
    }
    links.set(from, [...(links.get(from) ?? []), to]);
    links.set(to, [...(links.get(to) ?? []), from]);
  };
  for (let row = 1; row < lattice.rows; row++) {
    for (let column = 1; column < lattice.columns; column++) {
      const corner = row * width + column;
      const here = at(labels, lattice.cellAt(column, row));
      link(corner, corner + 1, here, at(labels, lattice.cellAt(column, row - 1)));
      link(corner, corner + width, here, at(labels, lattice.cellAt(column - 1, row)));
    }
  }
  const isJunction = (corner: number) => onRim.has(corner) || (links.get(corner)?.length ?? 0) !== 2;
  const used = new Set<string>();
  const mark = (from: number, to: number) => used.add(`${Math.min(from, to)},${Math.max(from, to)}`);
  const chains: Point[][] = [];
  for (const [start, next] of links) {
    if (!isJunction(start)) continue;
    for (const first of next) {
      if (used.has(`${Math.min(start, first)},${Math.max(start, first)}`)) continue;
      const chain = [start, first];
      mark(start, first);
      while (!isJunction(at(chain, -1))) {
        const onward = (links.get(at(chain, -1)) ?? []).find((corner) => corner !== at(chain, -2));
        if (onward === undefined) throw new Error('traceChains: a border between hamlets ends in the open');
        mark(at(chain, -1), onward);
        chain.push(onward);
      }
      // An end on the rim is marked by repeating the point, for the caller to tie to the outline.
      const place = (corner: number) => lattice.corner(corner % width, Math.floor(corner / width));
      chains.push([
        ...(onRim.has(at(chain, 0)) ? [place(at(chain, 0))] : []),
        ...chain.map(place),
        ...(onRim.has(at(chain, -1)) ? [place(at(chain, -1))] : []),
      ]);
    }
  }
  return chains;
}

/** The nearest place of the outline that can be seen from `from`, or an existing vertex close to it. */
function tieToOutline(
  outline: readonly SharedBorder[],
  from: Point,
): { border: number; index: number; point: Point } {
  const found: { border: number; index: number; point: Point; away: number }[] = [];
  outline.forEach(({ path }, border) => {
    for (let index = 1; index < path.length; index++) {
      const start = at(path, index - 1);
      const end = at(path, index);
      const nearest = nearestOnSegment(start, end, from);
      const point = [start, end].find((vertex) => distance(vertex, nearest) < 15) ?? nearest;
      found.push({ border, index, point, away: distance(from, point) });
    }
  });
  found.sort((first, second) => first.away - second.away);
  const ring = ringOf(outline);
  const visible = ({ point }: { point: Point }) =>
    ring.every((start, index) => {
      const end = at(ring, (index + 1) % ring.length);
      const touches = distance(nearestOnSegment(start, end, point), point) < 1e-6;
      return touches || !segmentsMeet(from, point, start, end);
    });
  const tie = found.slice(0, 40).find(visible);
  if (!tie) throw new Error('tieToOutline: a hamlet border cannot reach the commune border');
  return tie;
}

const isSame = (first: Point, second: Point) => first[0] === second[0] && first[1] === second[1];

/**
 * Draws the borders between the parts of a divided lattice: along canals softly bent, elsewhere in straight runs
 * and steps as fields have them. Lines meet only at junctions; where a drawn line would cross another, it falls
 * back to a plainer form.
 */
export function drawBorders(
  lattice: Lattice,
  labels: Labels,
  border: readonly SharedBorder[],
  canals: readonly Path[],
): BorderLines {
  const outline = border.map(({ neighbour, path }) => ({ neighbour, path: [...path] }));
  const tied = new Map<string, Point>();
  const tie = (rim: Point, from: Point): Point => {
    const known = tied.get(rim.join());
    if (known) return known;
    const { border: which, index, point } = tieToOutline(outline, from);
    const { path } = at(outline, which);
    if (!isSame(point, at(path, index - 1)) && !isSame(point, at(path, index))) path.splice(index, 0, point);
    tied.set(rim.join(), point);
    return point;
  };
  const raw = traceChains(lattice, labels).map((chain) => {
    const result = [...chain];
    if (isSame(at(result, 0), at(result, 1))) {
      const rim = at(result, 0);
      result.splice(0, 2, tie(rim, at(result, 2)));
    }
    if (isSame(at(result, -1), at(result, -2))) {
      const rim = at(result, -1);
      result.splice(-2, 2, tie(rim, at(result, -3)));
    }
    return result;
  });
  const styles = raw.map((path): Point[][] => {
    const near = path.filter((point) => canals.some((canal) => distanceToPath(canal, point) < 70)).length;
    const soft = near > path.length * 0.55;
    const drawn = soft ? cutCorners(simplify(path, 44), 2) : simplify(path, 31);
    return [drawn, simplify(path, 20), simplify(path, 8), path];
  });
  return {
    outline,
    inner: chooseStyles(
      styles,
      outline.map(({ path }) => path),
    ),
  };
}

/** The first style of each line with which no two lines cross. */
function chooseStyles(styles: readonly (readonly Point[][])[], fixed: readonly Path[]): Point[][] {
  const chosen = styles.map(() => 0);
  for (;;) {
    const lines = styles.map((options, index) => at(options, at(chosen, index)));
    const crossing = [...findCrossingPaths([...lines, ...fixed])].filter((index) => index < lines.length);
    const worse = crossing.filter((index) => at(chosen, index) + 1 < at(styles, index).length);
    if (crossing.length === 0) return lines;
    if (worse.length === 0) throw new Error('chooseStyles: hamlet borders cross even as plain lattice edges');
    for (const index of worse) chosen[index] = at(chosen, index) + 1;
  }
}
