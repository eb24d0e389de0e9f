import { m } from '../../messages/generated/messages.js';
import type { StateSymbol } from '../layer.ts';
import type { WastePointKind, WastePointState } from './row.ts';

const kinds: Record<WastePointKind, () => string> = {
  collection: m.layers_waste_points_collection,
  green_house: m.layers_waste_points_green_house,
  battery_exchange: m.layers_waste_points_battery_exchange,
  pesticide_tank: m.layers_waste_points_pesticide_tank,
  black_spot: m.layers_waste_points_black_spot,
};
const states: Record<WastePointState, () => string> = {
  active: m.layers_waste_points_active,
  needs_attention: m.layers_waste_points_needs_attention,
  closed: m.layers_waste_points_closed,
};
const blackSpotStates: Record<WastePointState, () => string> = {
  active: m.layers_waste_points_black_spot_active,
  needs_attention: m.layers_waste_points_black_spot_needs_attention,
  closed: m.layers_waste_points_black_spot_closed,
};
/** Monday first, as ISO counts. */
const weekdays = [
  m.layers_monday,
  m.layers_tuesday,
  m.layers_wednesday,
  m.layers_thursday,
  m.layers_friday,
  m.layers_saturday,
  m.layers_sunday,
];

export const KINDS = Object.keys(kinds) as WastePointKind[];
export const STATES = Object.keys(states) as WastePointState[];

/** What a kind of point is called. */
export function kindText(kind: WastePointKind): string {
  return kinds[kind]();
}

/** What a state is called: a black spot is not "in use". */
export function stateText(state: WastePointState, kind?: WastePointKind): string {
  return (kind === 'black_spot' ? blackSpotStates : states)[state]();
}

/** A day of the week by its ISO number, 1 to 7. */
export function weekdayText(weekday: number): string {
  return weekdays[weekday - 1]?.() ?? String(weekday);
}

/** Collection days in one line; null while nobody reported them. */
export function weekdaysText(days: readonly number[] | null): string | null {
  return days === null || days.length === 0 ? null : days.map(weekdayText).join(', ');
}

/** Only what somebody must act on has a symbol of its own. */
export const SYMBOLS: Record<WastePointState, StateSymbol | null> = {
  active: null,
  needs_attention: 'behind',
  closed: null,
};
