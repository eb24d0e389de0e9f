import type { Passed } from './smooth-steps.ts';

/** Metres between two places of a walk. */
const SPACING = 5;
/** Metres a second: who is slower stands, and what moves is the satellites' reckoning. */
const STANDING = 0.3;

/** Places 5 m apart, without those where the walker stood; the last place is kept. */
export function spaceOut(passed: readonly Passed[]): Passed[] {
  const kept: Passed[] = [];
  const moving = passed.filter(({ speed }) => speed >= STANDING);
  for (const place of moving) {
    const last = kept.at(-1);
    if (!last || Math.hypot(place.x - last.x, place.y - last.y) >= SPACING) kept.push(place);
  }
  const [end, last] = [moving.at(-1), kept.at(-1)];
  if (end && last && end !== last) {
    // The walk's end moves the last place to it rather than to stand too near.
    if (kept.length > 1) kept.pop();
    kept.push(end);
  }
  return kept;
}
