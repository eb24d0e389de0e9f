import { ACCURACIES, accuracyText, KINDS, kindText, stateText } from '../../../layers/incidents/words.ts';
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
  { id: 'ended_at', kind: 'moment', label: m.records_ended_at, hint: m.records_ended_at_hint },
  { id: 'place_hint', kind: 'text', label: m.layers_incidents_place_hint, hint: m.records_place_hint_hint },
  {
    id: 'accuracy_m',
    kind: 'choice',
    label: m.layers_incidents_accuracy,
    choices: ACCURACIES.map((metres) => ({ code: String(metres), text: () => accuracyText(metres) })),
  },
  { id: 'note', kind: 'note', label: m.layers_incidents_note, hint: m.records_note_hint },
];

/** What police can do to an incident. What tells of one person has no place in its words: the server refuses it. */
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
