/** A calendar day written YYYY-MM-DD, in Asia/Ho_Chi_Minh. */
export type Day = string;

const millisecondsPerDay = 86_400_000;

function toInstant(day: Day): number {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day) {
    throw new Error(`"${day}" is not a calendar day; expected YYYY-MM-DD`);
  }
  return instant;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(toInstant(day) + count * millisecondsPerDay).toISOString().slice(0, 10);
}

/** How many days lie from `first` to `last`; negative when `last` is earlier. */
export function daysBetween(first: Day, last: Day): number {
  return Math.round((toInstant(last) - toInstant(first)) / millisecondsPerDay);
}

/** The first day of the month that lies `count` months after the month of `day`. */
export function firstOfMonth(day: Day, count = 0): Day {
  const date = new Date(toInstant(day));
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)).toISOString().slice(0, 10);
}

/** The day that it is in Asia/Ho_Chi_Minh. */
export function dayOf(now: Date): Day {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

/** The last day of the month before the one that contains `now` in Asia/Ho_Chi_Minh. */
export function lastDayOfPreviousMonth(now: Date): Day {
  return addDays(firstOfMonth(dayOf(now)), -1);
}

/** The instant of a local clock time (hours and minutes) on a day; Viet Nam keeps UTC+7 all year. */
export function instantOf(day: Day, hour: number, minute: number): string {
  toInstant(day);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(hour)}:${two(minute)}:00+07:00`;
}
