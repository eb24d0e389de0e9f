import { m } from '../../messages/generated/messages.js';
import { day, length } from '../../ui/format.ts';
import type { State } from '../../ui/state-symbol.tsx';
import type { CareState, CareSubject } from './contract.ts';
import { daysBetween } from './work-order.ts';

/** The symbol of a state: never by colour alone. */
export const SYMBOLS: Record<CareState, State> = {
  kept: 'met',
  due: 'on_the_way',
  overdue: 'behind',
  never: 'not_reported',
};

const states: Record<CareState, () => string> = {
  kept: m.field_kept,
  due: m.field_due,
  overdue: m.field_overdue,
  never: m.field_never,
};

/** What a state is called. */
export const stateText = (state: CareState): string => states[state]();

const kinds: Record<string, () => string> = {
  collection: m.layers_waste_points_collection,
  green_house: m.layers_waste_points_green_house,
  battery_exchange: m.layers_waste_points_battery_exchange,
  pesticide_tank: m.layers_waste_points_pesticide_tank,
};

/** What sort of thing it is. */
export function sortText({ layer, kind }: Pick<CareSubject, 'layer' | 'kind'>): string {
  if (layer === 'model-roads') return m.field_road();
  if (layer === 'cemeteries') return m.field_cemetery();
  return kinds[kind ?? '']?.() ?? m.field_waste_point();
}

/** When it was last cared for, as people say it: "12 ngày trước". */
export function lastText({ oldest_done_on, last_done_on }: CareSubject, today: string): string {
  const since = oldest_done_on ?? last_done_on;
  if (since === null) return m.field_last_never();
  const days = daysBetween(since, today);
  if (days <= 0) return m.field_last_today();
  return m.field_last({ days, date: day(since) });
}

/** How much of a road is kept up; null where that says nothing. */
export function keptText({ length_m, kept_m }: CareSubject): string | null {
  if (length_m === null || kept_m === null || kept_m <= 0 || kept_m >= length_m * 0.999) return null;
  return m.field_kept_part({ part: length(kept_m), whole: length(length_m) });
}
