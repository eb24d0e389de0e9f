import type { Position } from 'geojson';
import type { Fix, Reason } from './fix.ts';
import { siftFixes } from './sift-fixes.ts';
import { simplifyLine } from './simplify-line.ts';
import { smoothSteps } from './smooth-steps.ts';
import { spaceOut } from './space-out.ts';

/** Metres by which the line may leave the smoothed walk. */
const TOLERANCE = 3;

/** The line that was walked, and what of the recording it is made from. */
export type Walk = {
  /** WGS84 degrees with 7 decimals; none, or two and more. */
  line: Position[];
  /** Metres. */
  length: number;
  used: number;
  leftOut: Record<Reason, number>;
};

/**
 * The line of a recorded walk, at any time while it goes on: what cannot be relied on is left out
 * (`sift-fixes.ts`), the rest smoothed (`smooth-steps.ts`), spaced out (`space-out.ts`) and simplified to 3 m.
 * Smoothing comes before spacing, because every fix knows something of the place. Fixes in the order they came;
 * never throws.
 */
export function traceWalk(fixes: readonly Fix[]): Walk {
  const { steps, plane, leftOut } = siftFixes(fixes);
  const places = simplifyLine(spaceOut(smoothSteps(steps)), TOLERANCE);
  const walk = { line: [], length: 0, used: steps.length, leftOut };
  if (!plane || places.length < 2) return walk;
  const line = places.map(({ x, y }) => plane.inverse([x, y]).map((degrees) => Number(degrees.toFixed(7))));
  const length = places.slice(1).reduce((sum, { x, y }, index) => {
    const before = places[index];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : sum;
  }, 0);
  return { ...walk, line, length };
}
