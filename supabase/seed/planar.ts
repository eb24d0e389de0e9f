/** A place in metres east and north of the commune's centre. */
export type Point = readonly [east: number, north: number];

/** An open line or a ring without its closing point repeated. */
export type Path = readonly Point[];

/** The item at an index that the caller knows to exist; throws when it does not. */
export function at<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index < 0 ? items.length + index : index];
  if (item === undefined) throw new Error(`index ${index} is outside a list of ${items.length}`);
  return item;
}

export function distance(first: Point, second: Point): number {
  return Math.hypot(second[0] - first[0], second[1] - first[1]);
}

/** The point a share `t` (0 to 1) of the way from `first` to `second`. */
export function between(first: Point, second: Point, t: number): Point {
  return [first[0] + (second[0] - first[0]) * t, first[1] + (second[1] - first[1]) * t];
}

/** Length of an open line in its own unit. */
export function pathLength(path: Path): number {
  let sum = 0;
  for (let index = 1; index < path.length; index++) sum += distance(at(path, index - 1), at(path, index));
  return sum;
}

/** Signed area of a ring in square units, positive when counterclockwise. */
export function signedArea(ring: Path): number {
  let sum = 0;
  for (let index = 0; index < ring.length; index++) {
    const from = at(ring, index);
    const to = at(ring, (index + 1) % ring.length);
    sum += from[0] * to[1] - to[0] * from[1];
  }
  return sum / 2;
}

/** Whether a ring holds a point (even-odd rule; points on the ring itself may go either way). */
export function contains(ring: Path, point: Point): boolean {
  let inside = false;
  for (let index = 0, previous = ring.length - 1; index < ring.length; previous = index++) {
    const a = at(ring, index);
    const b = at(ring, previous);
    if (a[1] > point[1] === b[1] > point[1]) continue;
    if (point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** The point of a segment that is nearest to `point`. */
export function nearestOnSegment(from: Point, to: Point, point: Point): Point {
  const east = to[0] - from[0];
  const north = to[1] - from[1];
  const squared = east * east + north * north;
  const share = squared === 0 ? 0 : ((point[0] - from[0]) * east + (point[1] - from[1]) * north) / squared;
  return between(from, to, Math.min(1, Math.max(0, share)));
}

/** Metres from a point to the nearest place of an open line. */
export function distanceToPath(path: Path, point: Point): number {
  let best = Number.POSITIVE_INFINITY;
  for (let index = 1; index < path.length; index++) {
    best = Math.min(best, distance(point, nearestOnSegment(at(path, index - 1), at(path, index), point)));
  }
  return best;
}

function side(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function lies(a: Point, b: Point, c: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  );
}

/** Whether two closed segments meet anywhere, ends included. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = side(a, b, c);
  const abd = side(a, b, d);
  const cda = side(c, d, a);
  const cdb = side(c, d, b);
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && lies(a, b, c)) ||
    (abd === 0 && lies(a, b, d)) ||
    (cda === 0 && lies(c, d, a)) ||
    (cdb === 0 && lies(c, d, b))
  );
}

/** Douglas and Peucker: drops points closer than `tolerance` to the line without them; the ends stay. */
export function simplify(path: Path, tolerance: number): Point[] {
  if (path.length < 3) return [...path];
  const first = at(path, 0);
  const last = at(path, -1);
  let farthest = 0;
  let index = 0;
  for (let candidate = 1; candidate < path.length - 1; candidate++) {
    const point = at(path, candidate);
    const offset = distance(point, nearestOnSegment(first, last, point));
    if (offset > farthest) {
      farthest = offset;
      index = candidate;
    }
  }
  if (farthest <= tolerance) return [first, last];
  return [
    ...simplify(path.slice(0, index + 1), tolerance),
    ...simplify(path.slice(index), tolerance).slice(1),
  ];
}

/** Chaikin's corner cutting on an open line; the ends stay. */
export function cutCorners(path: Path, rounds: number): Point[] {
  let current = [...path];
  for (let round = 0; round < rounds && current.length > 2; round++) {
    const next: Point[] = [at(current, 0)];
    for (let index = 0; index < current.length - 1; index++) {
      const from = at(current, index);
      const to = at(current, index + 1);
      if (index > 0) next.push(between(from, to, 0.25));
      if (index < current.length - 2) next.push(between(from, to, 0.75));
    }
    next.push(at(current, -1));
    current = next;
  }
  return current;
}

/** A smooth line through every given point (centripetal-like Catmull-Rom), `pieces` parts between two points. */
export function curveThrough(path: Path, pieces: number): Point[] {
  if (path.length < 3) return [...path];
  const result: Point[] = [];
  for (let index = 0; index < path.length - 1; index++) {
    const p1 = at(path, index);
    const p2 = at(path, index + 1);
    const p0 = index > 0 ? at(path, index - 1) : p1;
    const p3 = index + 2 < path.length ? at(path, index + 2) : p2;
    for (let piece = 0; piece < pieces; piece++) {
      const t = piece / pieces;
      const blend = (axis: 0 | 1) =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t);
      result.push(piece === 0 ? p1 : [blend(0), blend(1)]);
    }
  }
  result.push(at(path, -1));
  return result;
}

/** The part of an open line from `start` to `end` metres along it. */
export function section(path: Path, start: number, end: number): Point[] {
  const result: Point[] = [];
  let walked = 0;
  for (let index = 1; index < path.length; index++) {
    const from = at(path, index - 1);
    const to = at(path, index);
    const step = distance(from, to);
    const place = (metres: number) => between(from, to, (metres - walked) / step);
    if (step > 0 && walked + step >= start && walked <= end) {
      if (result.length === 0) result.push(start > walked ? place(start) : from);
      result.push(walked + step > end ? place(end) : to);
    }
    walked += step;
  }
  return result.filter((point, index) => index === 0 || distance(point, at(result, index - 1)) > 0);
}
