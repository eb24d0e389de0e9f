import type { Projection } from '../projection.ts';
import { dropOutliers } from './drop-outliers.ts';
import type { Fix, Reason, Step } from './fix.ts';
import { planeAround } from './plane-around.ts';

/** Metres: a fix that claims less accuracy has no part in the line. */
export const WORST_ACCURACY = 20;
/** Nearer to a pole a degree of longitude is too short to reckon with; nobody walks there. */
const HIGHEST_LATITUDE = 85;

/** What of a walk is worth reckoning with, in a plane around it, and how many fixes are not, by reason. */
export type Sifted = { steps: Step[]; plane: Projection | null; leftOut: Record<Reason, number> };

/** Why a fix alone is left out, before its neighbours are known; null when it is not. */
export function reasonAgainst(fix: Fix): Reason | null {
  const { longitude, latitude, accuracy } = fix;
  const isPlace = Math.abs(longitude) <= 180 && Math.abs(latitude) <= HIGHEST_LATITUDE;
  if (!isPlace || !(accuracy >= 0)) return 'unreadable';
  return accuracy > WORST_ACCURACY ? 'inaccurate' : null;
}

/** Leaves out what is unreadable, inaccurate or an outlier. `plane` is null when no fix can be used. */
export function siftFixes(fixes: readonly Fix[]): Sifted {
  const leftOut: Record<Reason, number> = { unreadable: 0, inaccurate: 0, outlier: 0 };
  const usable = fixes.filter((fix) => {
    const reason = reasonAgainst(fix);
    if (reason) leftOut[reason] += 1;
    return reason === null;
  });
  const [first] = usable;
  if (!first) return { steps: [], plane: null, leftOut };
  const plane = planeAround(first.longitude, first.latitude);
  const inPlane = timed(usable).map(({ fix, seconds, era }): Step => {
    const [x, y] = plane.forward([fix.longitude, fix.latitude]);
    return { x, y, accuracy: fix.accuracy, seconds, era };
  });
  const steps = dropOutliers(inPlane);
  leftOut.outlier = inPlane.length - steps.length;
  return { steps, plane, leftOut };
}

/** One gap in so many that goes back is too many to believe the others. */
const OFTEN = 10;

/** Where the clock stood still or went back, a step is as long as steps usually are: their median, else a second. */
function timed(fixes: readonly Fix[]): { fix: Fix; seconds: number; era: number }[] {
  const gaps = fixes.map(({ timestamp }, index) => {
    const before = fixes[index - 1]?.timestamp ?? timestamp;
    return (timestamp - before) / 1000;
  });
  const forward = gaps.filter((gap) => gap > 0 && Number.isFinite(gap)).toSorted((a, b) => a - b);
  const backwards = gaps.filter((gap) => gap < 0).length;
  // A clock that keeps going back tells nothing: position services answer about once a second.
  if (backwards * OFTEN > gaps.length) return fixes.map((fix) => ({ fix, seconds: 1, era: 0 }));
  const usual = forward[Math.floor(forward.length / 2)] ?? 1;
  let era = 0;
  return fixes.map((fix, index) => {
    const gap = gaps[index] ?? 0;
    if (gap < 0 || !Number.isFinite(gap)) era += 1;
    return { fix, seconds: gap > 0 && Number.isFinite(gap) ? gap : usual, era };
  });
}
