import { EVERY, type Part, SIZES } from './moments.ts';

/** From where a range was begun to where it was drawn, `reach` steps on (negative: back). */
export type Range = { begun: number; reach: number };

/** The night goes on after midnight and the week after Sunday; the months of a period have an end. */
const GOES_ROUND: Readonly<Record<Part, boolean>> = { months: false, weekdays: true, hours: true };

const around = (value: number, size: number) => ((value % size) + size) % size;
const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** From one place to another, which may lie beyond the ends where the part goes round. */
export function rangeTo(part: Part, begun: number, to: number): Range {
  const last = SIZES[part] - 1;
  if (GOES_ROUND[part]) return { begun: around(begun, last + 1), reach: within(to - begun, -last, last) };
  const start = within(begun, 0, last);
  return { begun: start, reach: within(to, 0, last) - start };
}

/** The first and the last value, in the order of time; the last may be the smaller number where the part goes round. */
export function endsOf(part: Part, { begun, reach }: Range): { first: number; last: number } {
  const drawn = around(begun + reach, SIZES[part]);
  return reach < 0 ? { first: drawn, last: begun } : { first: begun, last: drawn };
}

/** The set of the values in a range; every number where there is none. */
export function setOf(part: Part, range: Range | null): number {
  if (range === null) return EVERY;
  const { first } = endsOf(part, range);
  let set = 0;
  for (let step = 0; step <= Math.abs(range.reach); step += 1) {
    set |= 1 << around(first + step, SIZES[part]);
  }
  return set >>> 0;
}

/** What a key makes of a range: arrows move it, with shift they draw its end; `undefined`: the key is for others. */
export function afterKey(
  part: Part,
  range: Range | null,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): Range | null | undefined {
  const last = SIZES[part] - 1;
  if (key === 'Escape' || key === 'Delete') return range === null ? undefined : null;
  if (key === 'Home' || key === 'End') {
    const to = key === 'Home' ? 0 : last;
    return shiftKey && range ? rangeTo(part, range.begun, to) : { begun: to, reach: 0 };
  }
  const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
  if (step === undefined) return undefined;
  if (range === null) return { begun: step > 0 ? 0 : last, reach: 0 };
  const { begun, reach } = range;
  if (shiftKey) return rangeTo(part, begun, begun + reach + step);
  if (GOES_ROUND[part]) return { begun: around(begun + step, last + 1), reach };
  const moved = within(begun + step, Math.max(0, -reach), last - Math.max(0, reach));
  return { begun: moved, reach };
}
