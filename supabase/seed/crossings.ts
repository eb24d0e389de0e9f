import type { Path, Point } from './planar.ts';
import { at, segmentsMeet } from './planar.ts';

interface Segment {
  readonly path: number;
  readonly from: Point;
  readonly to: Point;
}

const bucketSize = 100;

const same = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

/** Two segments with one common end may touch there, but not lie on each other. */
function cross(a: Segment, b: Segment): boolean {
  const common = same(a.from, b.from) || same(a.from, b.to) ? a.from : a.to;
  if (!same(common, b.from) && !same(common, b.to)) return segmentsMeet(a.from, a.to, b.from, b.to);
  const [aEast, aNorth] = same(common, a.from) ? a.to : a.from;
  const [bEast, bNorth] = same(common, b.from) ? b.to : b.from;
  const east = aEast - common[0];
  const north = aNorth - common[1];
  const turned = east * (bNorth - common[1]) - north * (bEast - common[0]);
  const along = east * (bEast - common[0]) + north * (bNorth - common[1]);
  return turned === 0 && along > 0;
}

/**
 * Finds the open lines that cross or touch themselves or one another elsewhere than at common vertices.
 * Returns their indices. Close a ring (repeat its first point) before asking.
 */
export function findCrossingPaths(paths: readonly Path[]): Set<number> {
  const buckets = new Map<string, Segment[]>();
  const crossing = new Set<number>();
  paths.forEach((path, index) => {
    for (let position = 1; position < path.length; position++) {
      const segment = { path: index, from: at(path, position - 1), to: at(path, position) };
      const [fromEast, fromNorth] = segment.from;
      const [toEast, toNorth] = segment.to;
      const lastColumn = Math.floor(Math.max(fromEast, toEast) / bucketSize);
      const lastRow = Math.floor(Math.max(fromNorth, toNorth) / bucketSize);
      for (let column = Math.floor(Math.min(fromEast, toEast) / bucketSize); column <= lastColumn; column++) {
        for (let row = Math.floor(Math.min(fromNorth, toNorth) / bucketSize); row <= lastRow; row++) {
          const key = `${column},${row}`;
          const bucket = buckets.get(key) ?? [];
          for (const other of bucket) {
            if (!cross(segment, other)) continue;
            crossing.add(segment.path);
            crossing.add(other.path);
          }
          bucket.push(segment);
          buckets.set(key, bucket);
        }
      }
    }
  });
  return crossing;
}

/** Whether a ring (its first point not repeated) neither crosses nor touches itself. */
export function isSimpleRing(ring: Path): boolean {
  return ring.length >= 3 && findCrossingPaths([[...ring, at(ring, 0)]]).size === 0;
}
