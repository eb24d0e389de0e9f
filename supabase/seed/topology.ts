import type { Path, Point } from './planar.ts';
import { at, signedArea } from './planar.ts';

/** A stretch of border between two junctions, drawn once for both sides; a loop starts and ends at one point. */
export type Arc = readonly Point[];

interface HalfArc {
  readonly arc: number;
  readonly path: Path;
  readonly angle: number;
}

/** A face of the plane cut by arcs: its ring (first point not repeated) and the arcs around it. */
export interface Face {
  readonly ring: Path;
  readonly arcs: readonly number[];
}

const key = (point: Point) => `${point[0]},${point[1]}`;

/**
 * Assembles the bounded faces that arcs enclose. Arcs may meet only at their ends, with equal coordinates;
 * each face's ring is counterclockwise. Throws when an arc leads nowhere.
 */
export function assembleFaces(arcs: readonly Arc[]): Face[] {
  const outgoing = new Map<string, HalfArc[]>();
  arcs.forEach((arc, index) => {
    for (const path of [arc, [...arc].reverse()]) {
      const from = at(path, 0);
      const to = at(path, 1);
      const list = outgoing.get(key(from)) ?? [];
      list.push({ arc: index, path, angle: Math.atan2(to[1] - from[1], to[0] - from[0]) });
      outgoing.set(key(from), list);
    }
  });
  for (const list of outgoing.values()) list.sort((first, second) => first.angle - second.angle);

  // Keeping a face on the left means leaving each junction by the first arc clockwise of the one we came by.
  const following = (half: HalfArc): HalfArc => {
    const list = outgoing.get(key(at(half.path, -1))) ?? [];
    const back = list.findIndex(
      (other) => other.arc === half.arc && other.path !== half.path && sameButReversed(other.path, half.path),
    );
    if (back < 0) throw new Error('assembleFaces: an arc does not come back from its end');
    return at(list, (back + list.length - 1) % list.length);
  };
  const faces: Face[] = [];
  const seen = new Set<HalfArc>();
  for (const start of [...outgoing.values()].flat()) {
    if (seen.has(start)) continue;
    const ring: Point[] = [];
    const around: number[] = [];
    for (let half = start; !seen.has(half); half = following(half)) {
      seen.add(half);
      ring.push(...half.path.slice(0, -1));
      around.push(half.arc);
    }
    if (signedArea(ring) > 0) faces.push({ ring, arcs: around });
  }
  return faces;
}

function sameButReversed(first: Path, second: Path): boolean {
  return first.length === second.length && key(at(first, 1)) === key(at(second, -2));
}
