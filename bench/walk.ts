import { compareWalk, madeUpWalk, SHAPES } from '../src/geo/walk/made-up-walk.ts';
import { traceWalk } from '../src/geo/walk/trace-walk.ts';
import type { Figure } from './measure.ts';

const SEEDS = 100;

/**
 * A hundred rough recordings of about 2 km, each of the shapes in turn: how far the traced line lies from the one
 * that was walked, and how its length errs.
 */
export function walk(): Figure[] {
  const shapes = Object.values(SHAPES);
  const results = Array.from({ length: SEEDS }, (_, index) => {
    const truth = shapes[index % shapes.length] ?? [];
    return compareWalk(traceWalk(madeUpWalk(truth, index + 1)).line, truth);
  });
  const distances = results.map(({ distance }) => distance);
  const errors = results.map(({ length }) => Math.abs(length)).toSorted((a, b) => a - b);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const ofNinetyFive = errors[Math.ceil(SEEDS * 0.95) - 1] ?? Number.NaN;
  const worst = errors.at(-1) ?? Number.NaN;
  const line = (what: string, figure: string, reach: string, reached: boolean): Figure => ({
    what,
    figure,
    reach,
    reached,
  });
  return [
    line(
      'traced walk, mean distance from the true line',
      `${mean(distances).toFixed(1)} m`,
      '≤ 5 m',
      mean(distances) <= 5,
    ),
    line(
      'the farthest of them',
      `${Math.max(...distances).toFixed(1)} m`,
      '≤ 5 m',
      Math.max(...distances) <= 5,
    ),
    line('its length, mean error', percent(mean(errors)), '≤ 3 %', mean(errors) <= 0.03),
    line('the same, 95 of 100', percent(ofNinetyFive), '≤ 3 %', ofNinetyFive <= 0.03),
    line('the same, the worst', percent(worst), '≤ 3 %', worst <= 0.03),
  ];
}
