import { monthStart } from '../../ui/day.ts';

/** The days that the layer shows: twelve months of the calendar, the date's own the last of them. */
export function period(asOf: string): { from: string; to: string } {
  return { from: monthStart(asOf, -11), to: asOf };
}
