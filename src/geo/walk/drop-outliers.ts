import type { Step } from './fix.ts';

/** Steps that judge one another: up to three wrong ones among them are seen. */
const WINDOW = 7;
/** Metres: what lies nearer to its neighbours' middle is never an outlier. */
const TOLERANCE = 12;
/** From a median of distances to a standard deviation, and how many of those are too many (Hampel's rule). */
const DEVIATIONS = 3 * 1.4826;
/** Metres a second: 72 km/h, faster than anybody records a village road. */
const FASTEST = 20;
/** Steps looked back for one to follow: wrong places for longer than that are a walk of their own. */
const FARTHEST_BACK = 600;

/** A step as the end of a chain: how many it has, and the most that any chain had up to here. */
type Link = { index: number; before: Link | null; chained: number; mostSoFar: number };

/** Leaves out single outliers, and whole runs of them that nobody could have reached and come back from. */
export function dropOutliers(steps: readonly Step[]): Step[] {
  return likeliestChain(nearNeighbours(steps));
}

/**
 * Hampel's identifier (Davies & Gather 1993, The Identification of Multiple Outliers): a step is left out that lies
 * farther from the median of its window than three standard deviations, these reckoned from the median distance.
 */
function nearNeighbours(steps: readonly Step[]): Step[] {
  if (steps.length < WINDOW) return [...steps];
  return without(steps, (index) => {
    const from = Math.min(Math.max(0, index - (WINDOW - 1) / 2), steps.length - WINDOW);
    const window = steps.slice(from, from + WINDOW);
    const x = median(window.map((one) => one.x));
    const y = median(window.map((one) => one.y));
    const spread = median(window.map((one) => Math.hypot(one.x - x, one.y - y)));
    const step = steps[index] as Step;
    return Math.hypot(step.x - x, step.y - y) > Math.max(TOLERANCE, DEVIATIONS * spread);
  });
}

/**
 * The most steps of which each could be reached from the one before by foot or motorbike. Counted for each step from
 * those before it; the search stops at one that no earlier one can better, which nearly always is the one before.
 */
function likeliestChain(steps: readonly Step[]): Step[] {
  const clock: number[] = [];
  const links: Link[] = [];
  let longest: Link | null = null;
  for (const [index, step] of steps.entries()) {
    clock.push((clock[index - 1] ?? 0) + step.seconds);
    let before: Link | null = null;
    for (let back = index - 1; back >= Math.max(0, index - FARTHEST_BACK); back -= 1) {
      const link = links[back] as Link;
      if ((before?.chained ?? 0) >= link.mostSoFar) break;
      if (link.chained <= (before?.chained ?? 0)) continue;
      const seconds = (clock[index] ?? 0) - (clock[back] ?? 0);
      if (isWithinReach(steps[back] as Step, step, seconds)) before = link;
    }
    const chained = (before?.chained ?? 0) + 1;
    const link: Link = { index, before, chained, mostSoFar: Math.max(chained, longest?.chained ?? 0) };
    links.push(link);
    if (chained > (longest?.chained ?? 0)) longest = link;
  }
  const kept = new Set<number>();
  for (let link = longest; link; link = link.before) kept.add(link.index);
  return without(steps, (index) => !kept.has(index));
}

function isWithinReach(from: Step, to: Step, seconds: number): boolean {
  if (from.era !== to.era) return true;
  const metres = Math.hypot(to.x - from.x, to.y - from.y);
  return metres <= FASTEST * seconds + from.accuracy + to.accuracy;
}

/** Steps without some; what follows one that is left out took its time too. */
function without(steps: readonly Step[], isOut: (index: number) => boolean): Step[] {
  let lost = 0;
  const kept: Step[] = [];
  for (const [index, step] of steps.entries()) {
    if (isOut(index)) {
      lost += step.seconds;
      continue;
    }
    kept.push(lost > 0 ? { ...step, seconds: step.seconds + lost } : step);
    lost = 0;
  }
  return kept;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
