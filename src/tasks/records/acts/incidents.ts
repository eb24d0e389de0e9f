import { KINDS, kindText, stateText } from '../../../layers/incidents/words.ts';
import { m } from '../../../messages/generated/messages.js';
import type { LayerActs } from '../act.ts';
import type { FormField } from '../fields.ts';
import { discardingAct } from './retiring.ts';
import { savingActs } from './saving.ts';

const FIELDS: readonly FormField[] = [
  {
    id: 'kind',
    kind: 'choice',
    label: m.layers_incidents_kind,
    choices: KINDS.map((code) => ({ code, text: () => kindText(code) })),
    required: true,
  },
  { id: 'occurred_at', kind: 'moment', label: m.records_occurred_at, required: true },
  {
    id: 'state',
    kind: 'choice',
    label: m.layers_state,
    choices: (['open', 'resolved'] as const).map((code) => ({ code, text: () => stateText(code) })),
    required: true,
  },
];

/** What police can do to an incident: a kind, a time, a place, a state; nothing personal, nothing in words. */
export const incidentActs: LayerActs = {
  layer: 'incidents',
  roles: new Set(['police']),
  acts: [
    ...savingActs({
      saves: 'save_incident',
      geometry: 'point',
      fields: () => FIELDS,
      atFirst: () => ({ state: 'open', occurred_at: new Date().toISOString() }),
      newTitle: m.records_new_incident,
    }),
    discardingAct('incidents', [
      { code: 'mistake', text: m.records_discard_mistake },
      { code: 'duplicate', text: m.records_discard_duplicate },
      { code: 'elsewhere', text: m.records_discard_elsewhere },
    ]),
  ],
};
