import { m } from '../../messages/generated/messages.js';
import { length } from '../../ui/format.ts';
import type { StateSymbol } from '../layer.ts';
import type { IncidentRow } from './row.ts';

const kinds: Record<string, () => string> = {
  theft: m.layers_incidents_theft,
  disorder: m.layers_incidents_disorder,
  drugs: m.layers_incidents_drugs,
  gambling: m.layers_incidents_gambling,
  traffic: m.layers_incidents_traffic,
  dispute: m.layers_incidents_dispute,
  domestic_violence: m.layers_incidents_domestic_violence,
  encroachment: m.layers_incidents_encroachment,
  illegal_dumping: m.layers_incidents_illegal_dumping,
};

/** Every kind, the last for what is none of the others. */
export const KINDS: readonly string[] = [...Object.keys(kinds), 'other'];

/** What a kind of incident is called; a kind that is not known here is "other". */
export function kindText(kind: string): string {
  return Object.hasOwn(kinds, kind) ? (kinds[kind]?.() ?? '') : m.layers_incidents_other();
}

/** What a state is called. */
export function stateText(state: IncidentRow['state']): string {
  return state === 'open' ? m.layers_incidents_open() : m.layers_incidents_resolved();
}

export const SYMBOLS: Record<IncidentRow['state'], StateSymbol> = { open: 'on_the_way', resolved: 'met' };

/** How exact a place may be said to be, in metres. */
export const ACCURACIES: readonly number[] = [10, 50, 100, 250, 500];

/** How exact a place is, from metres. */
export function accuracyText(metres: number): string {
  return m.layers_incidents_within({ distance: length(metres) });
}
