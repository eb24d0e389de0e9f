import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { day, instant } from '../../ui/format.ts';
import type { Period, ReviewedPart } from './server.ts';

/** "Quý I/2026" for a calendar quarter, else its days. */
export function periodName({ starts_on, ends_on }: Pick<Period, 'starts_on' | 'ends_on'>): string {
  const quarter = QUARTERS[`${starts_on.slice(5)} ${ends_on.slice(5)}`];
  return quarter === undefined
    ? m.publishing_span({ from: day(starts_on), to: day(ends_on) })
    : m.publishing_quarter({ quarter, year: starts_on.slice(0, 4) });
}

const QUARTERS: Readonly<Record<string, string>> = {
  '01-01 03-31': 'I',
  '04-01 06-30': 'II',
  '07-01 09-30': 'III',
  '10-01 12-31': 'IV',
};

/** What has been done with a period, and when. */
export function stateText({ state, closed_at, released_at }: Period): string {
  if (state === 'released') return m.publishing_state_released({ date: instant(released_at ?? '') });
  if (state === 'closed') return m.publishing_state_closed({ date: instant(closed_at ?? '') });
  return m.publishing_state_due();
}

/** A hamlet with its former commune, or a cell by its number. */
export function partName({ cell_id, name, former_commune }: ReviewedPart): string {
  if (cell_id !== null) return m.publishing_cell({ cell: cell_id });
  return former_commune === null ? (name ?? '') : `${name} (${former_commune})`;
}

const FAULTS: Readonly<Record<string, () => string>> = {
  period_not_over: m.publishing_fault_not_over,
  later_period_closed: m.publishing_fault_later,
  no_hamlets: m.publishing_fault_no_hamlets,
};

/** Why something was not done, and what to do. */
export function faultText(error: unknown): string {
  const hint = error instanceof Fault ? (error.hint ?? '') : '';
  return (FAULTS[hint] ?? m.publishing_fault_text)();
}
