import { m } from '../../messages/generated/messages.js';
import type { StateSymbol } from '../layer.ts';
import type { CareStretchState } from './row.ts';

/** In the order in which legends and filters name them. */
export const STATES: readonly CareStretchState[] = ['kept', 'due', 'overdue', 'never'];

const words: Record<CareStretchState, () => string> = {
  kept: m.layers_care_kept,
  due: m.layers_care_due,
  overdue: m.layers_care_overdue,
  never: m.layers_care_never,
};

/** What a state is called. */
export function stateText(state: CareStretchState): string {
  return words[state]();
}

/** The symbol of a state. */
export const SYMBOLS: Record<CareStretchState, StateSymbol> = {
  kept: 'met',
  due: 'on_the_way',
  overdue: 'behind',
  never: 'not_reported',
};

/** How a stretch is drawn: a band around its road, told apart by dashes as well as by colour. Dashes in band widths. */
export const BANDS: Record<CareStretchState, { color: string; dashes?: readonly number[] }> = {
  kept: { color: '#7fbf95' },
  due: { color: '#e0b23c', dashes: [1.4, 0.5] },
  overdue: { color: '#d0573c', dashes: [0.5, 0.45] },
  never: { color: '#a8a294', dashes: [0.16, 0.5] },
};
