/** Where a day stands among the days that speak for the months. `isBetween`: it is none of them itself. */
export type SliderPlace = { index: number; isBetween: boolean };

/**
 * The place of a day among `days`, which rise by months: that of its own month; the first or the last for a day
 * before or after them all.
 */
export function placeOf(days: readonly string[], day: string): SliderPlace {
  const month = day.slice(0, 7);
  const own = days.findIndex((end) => end.slice(0, 7) >= month);
  const index = own < 0 ? Math.max(0, days.length - 1) : own;
  return { index, isBetween: days[index] !== day };
}

/**
 * Whether a key leads from a day inside a month, or outside the plan, to the day of the month where it stands; the
 * browser would go on to the next one.
 */
export function ownMonthBy(key: string, days: readonly string[], day: string): boolean {
  const { index } = placeOf(days, day);
  const own = days[index] ?? day;
  if (key === 'ArrowRight' || key === 'ArrowUp') return day < own;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return day > own;
  return day !== own && ((key === 'Home' && index === 0) || (key === 'End' && index === days.length - 1));
}

/**
 * Hundredths of the track that the months which have begun take. What can be chosen is never too narrow for a
 * finger; the months to come, which cannot, share the rest.
 */
export function shareOf(begun: number, all: number): number {
  const LEAST = 66;
  return begun >= all ? 100 : Math.max(LEAST, Math.round((100 * begun) / all));
}

/** What stands under a month's mark: the year at each January, and between them quarters where there is room. */
export function markOf(day: string, begun: number): string {
  const ROOM_FOR_QUARTERS = 24;
  const month = Number(day.slice(5, 7));
  if (month === 1) return day.slice(0, 4);
  return begun <= ROOM_FOR_QUARTERS && month % 3 === 1 ? String(month) : '';
}
