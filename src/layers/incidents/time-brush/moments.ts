import { calendarAt } from '../../../ui/day.ts';
import type { Wanted } from '../../layer.ts';
import type { IncidentRow } from '../row.ts';

/** The parts of a moment in their order, with how many values each has. */
export const PARTS = ['months', 'weekdays', 'hours'] as const;
export type Part = (typeof PARTS)[number];
export const SIZES: Readonly<Record<Part, number>> = { months: 12, weekdays: 7, hours: 24 };

/** Set with every number in it. */
export const EVERY = 0xffffffff;

/** Of no month of the period: in no set but the one with every number in it. */
const OUTSIDE = 31;

const known = new WeakMap<readonly IncidentRow[], { from: string; moments: Uint8Array }>();

/**
 * When each incident began, three numbers one after another: month of the period that begins on the day `from`, day
 * of the week (Monday is 0), hour. Kept as long as the rows are, because map and panel both ask.
 */
export function momentsOf(rows: readonly IncidentRow[], from: string): Uint8Array {
  const before = known.get(rows);
  if (before?.from === from) return before.moments;
  const first = calendarAt(Date.parse(`${from}T12:00:00+07:00`)).month;
  const moments = new Uint8Array(3 * rows.length);
  rows.forEach(({ occurred_at }, index) => {
    const { month, weekday, hour } = calendarAt(Date.parse(occurred_at));
    const place = month - first;
    moments[3 * index] = place >= 0 && place < SIZES.months ? place : OUTSIDE;
    moments[3 * index + 1] = weekday;
    moments[3 * index + 2] = hour;
  });
  known.set(rows, { from, moments });
  return moments;
}

/** How many incidents began in each month, day of the week and hour together: one pass over them, whatever is chosen later. */
export type Cube = Uint32Array;

/** Counts moments; those outside the period are in no cell. */
export function cubeOf(moments: Uint8Array): Cube {
  const cube = new Uint32Array(SIZES.months * SIZES.weekdays * SIZES.hours);
  for (let index = 0; index < moments.length; index += 3) {
    const [month = OUTSIDE, weekday = 0, hour = 0] = [moments[index], moments[index + 1], moments[index + 2]];
    if (month === OUTSIDE) continue;
    const cell = (month * SIZES.weekdays + weekday) * SIZES.hours + hour;
    cube[cell] = (cube[cell] ?? 0) + 1;
  }
  return cube;
}

export type Counts = Record<Part, Uint32Array> & { shown: number };

/** How many are wanted; and for each part how many of each value are, were everything wanted of that part alone. */
export function countsOf(cube: Cube, [months, weekdays, hours]: Wanted): Counts {
  const counts: Counts = {
    months: new Uint32Array(SIZES.months),
    weekdays: new Uint32Array(SIZES.weekdays),
    hours: new Uint32Array(SIZES.hours),
    shown: 0,
  };
  cube.forEach((count, cell) => {
    if (count === 0) return;
    const hour = cell % SIZES.hours;
    const weekday = Math.floor(cell / SIZES.hours) % SIZES.weekdays;
    const month = Math.floor(cell / SIZES.hours / SIZES.weekdays);
    const isMonth = isIn(months, month);
    const isWeekday = isIn(weekdays, weekday);
    const isHour = isIn(hours, hour);
    if (isWeekday && isHour) add(counts.months, month, count);
    if (isMonth && isHour) add(counts.weekdays, weekday, count);
    if (isMonth && isWeekday) add(counts.hours, hour, count);
    if (isMonth && isWeekday && isHour) counts.shown += count;
  });
  return counts;
}

/** Whether a set has the number in it. */
export const isIn = (set: number, value: number): boolean => ((set >>> value) & 1) === 1;

function add(counts: Uint32Array, place: number, count: number): void {
  counts[place] = (counts[place] ?? 0) + count;
}
