import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import type { Facts } from '../layer.ts';
import type { PublishedRow } from './row.ts';

/** The hamlet as it is called elsewhere, else by the name that it had; a cell by its number. */
export function nameOf({ hamlet_id, cell_id, name, former_commune }: PublishedRow, facts: Facts): string {
  if (cell_id !== null) return m.layers_published_cell({ cell: cell_id });
  const then = former_commune === null ? (name ?? '') : `${name} (${former_commune})`;
  return facts.names.get(hamlet_id ?? '') ?? then;
}

/** "01/01/2026 – 31/03/2026" */
export function periodText({ starts_on, ends_on }: PublishedRow): string {
  return `${day(starts_on)} – ${day(ends_on)}`;
}

/** The total in words, withheld or not. */
export function totalText({ total }: PublishedRow): string {
  return number(total) ?? m.layers_published_total_withheld();
}

/** What came late, told as far as it may be. */
export function lateText({ late_count }: PublishedRow): string {
  return late_count === null
    ? m.layers_published_late()
    : m.layers_published_late_count({ count: number(late_count) });
}
