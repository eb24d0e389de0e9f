import { monthEnd } from '../ui/day.ts';

/** The plan that the map serves, by its first and its last month (their last days). */
const FIRST = '2026-01-31';
const MONTHS = 60;

/** The last day of each of the plan's sixty months, January 2026 to December 2030. */
export const planMonthEnds: readonly string[] = Array.from({ length: MONTHS }, (_, month) =>
  monthEnd(FIRST, month),
);

/**
 * The plan's months that have begun by a day, each by the day that speaks for it: its last one, and `today`
 * itself for the running month. Empty before the plan began.
 */
export function planDaysUntil(today: string): readonly string[] {
  return planMonthEnds
    .filter((end) => end.slice(0, 7) <= today.slice(0, 7))
    .map((end) => (end < today ? end : today));
}
