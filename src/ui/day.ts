/** Days are strings YYYY-MM-DD in Asia/Ho_Chi_Minh, so that they compare and sort as they are. */
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const VIETNAMESE = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/;

/** Viet Nam is seven hours ahead of UTC, without summer time, since 1975. */
const AHEAD = 7 * 60 * 60 * 1000;

/** Date and time in Viet Nam at an instant since 1975, as YYYY-MM-DDTHH:MM. */
export function clockAt(instant: Date): string {
  return new Date(instant.getTime() + AHEAD).toISOString().slice(0, 16);
}

/** The day that it is in Viet Nam at an instant since 1975. */
export function dayAt(instant: Date): string {
  return clockAt(instant).slice(0, 10);
}

/** When it is in Viet Nam at an instant since 1975: months since the year 0, day of the week (Monday is 0), hour. */
export function calendarAt(milliseconds: number): { month: number; weekday: number; hour: number } {
  const there = new Date(milliseconds + AHEAD);
  return {
    month: 12 * there.getUTCFullYear() + there.getUTCMonth(),
    weekday: (there.getUTCDay() + 6) % 7,
    hour: there.getUTCHours(),
  };
}

/** Today in Viet Nam, whatever zone the device is set to. */
export function today(): string {
  return dayAt(new Date());
}

/** Whether the text is a day of the calendar between 1900 and 2199, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = PATTERN.exec(text) ?? [];
  if (year < '1900' || year > '2199') return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10) === text;
}

/** Reads a day as people here write it (31/10/2026, 5-9-2026) or as links have it; null when it is none. */
export function readDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = VIETNAMESE.exec(text) ?? [];
  const written = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
  return isDay(written) ? written : null;
}

/** The last day of the month that lies `months` after the day's own (negative: before). */
export function monthEnd(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

/** The first day of the month that lies `months` after the day's own (negative: before). */
export function monthStart(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The same day some months earlier; the last of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const end = monthEnd(day, -months);
  const same = `${end.slice(0, 8)}${day.slice(8)}`;
  // The end of a month is compared with the end of another: 30 September with 30 June, and 31 October with 31 July.
  return day === monthEnd(day, 0) || !isDay(same) ? end : same;
}
