import { onPersonChange } from '../../../data/session.ts';
import type { Wanted } from '../../layer.ts';
import type { Part } from './moments.ts';
import { type Range, setOf } from './range.ts';

/** What is chosen of each part; null: all of it. */
export type Brush = Readonly<Record<Part, Range | null>>;

const NOTHING: Brush = { months: null, weekdays: null, hours: null };

/** Only in memory: when police look at which hours is nothing for a link, nor for the device. */
let current: { from: string; brush: Brush } = { from: '', brush: NOTHING };
const listeners = new Set<() => void>();

function keep(from: string, brush: Brush): void {
  if (brush === current.brush) return;
  current = { from, brush };
  for (const listener of listeners) listener();
}

/** Hears when something else is chosen. Answers how to stop. */
export function onBrush(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is kept: another object whenever something else is chosen. */
export const keptBrush = () => current;

/** What is chosen; of the months of another period than the one that begins on the day `from`, nothing is. */
export function brushIn(from: string): Brush {
  const { brush } = current;
  if (brush.months === null || current.from === from) return brush;
  return { ...brush, months: null };
}

/** Chooses of one part, in the period that begins on the day `from`. */
export function choose(from: string, part: Part, range: Range | null): void {
  keep(from, { ...brushIn(from), [part]: range });
}

/** All is chosen again. */
export function clearBrush(): void {
  keep('', NOTHING);
}

/** The sets of months, days of the week and hours that are chosen; null: all is. */
export function wantedIn(from: string): Wanted | null {
  const { months, weekdays, hours } = brushIn(from);
  if (months === null && weekdays === null && hours === null) return null;
  return [setOf('months', months), setOf('weekdays', weekdays), setOf('hours', hours)];
}

// Whoever leaves takes it along.
onPersonChange(clearBrush);
