import type { Geometry, Position } from 'geojson';
import { metresBetween } from '../../geo/along.ts';
import { linesOf } from '../../geo/lines.ts';

/** Metres within which a point that is set means the end of a road that is there. */
const REACH = 12;

/** The nearest end of a line within reach, so that roads meet; else the position itself. */
export function snapToEnds(position: Position, others: readonly Geometry[]): Position {
  let nearest = position;
  let least = REACH;
  for (const geometry of others) {
    if (geometry.type.includes('Polygon')) continue;
    for (const line of linesOf(geometry)) {
      for (const end of [line[0], line.at(-1)]) {
        const metres = end ? metresBetween(position, end) : Number.POSITIVE_INFINITY;
        if (end && metres <= least) [nearest, least] = [end, metres];
      }
    }
  }
  return nearest;
}
