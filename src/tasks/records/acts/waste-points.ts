import type { WastePointKind } from '../../../layers/waste-points/row.ts';
import { KINDS, kindText, STATES, stateText } from '../../../layers/waste-points/words.ts';
import { m } from '../../../messages/generated/messages.js';
import type { LayerActs, RecordRow } from '../act.ts';
import type { FormField } from '../fields.ts';
import { KEEPERS } from '../keepers.ts';
import { addingAct, correctingAct } from './facts.ts';
import { retiringAct } from './retiring.ts';
import { savingActs } from './saving.ts';

const ATTRIBUTES: readonly FormField[] = [
  { id: 'name', kind: 'text', label: m.layers_name, required: true },
  {
    id: 'kind',
    kind: 'choice',
    label: m.layers_waste_points_kind,
    choices: KINDS.map((code) => ({ code, text: () => kindText(code) })),
    required: true,
  },
  { id: 'organization_id', kind: 'organization', label: m.layers_organization },
  { id: 'collection_days', kind: 'weekdays', label: m.records_collection_days },
];

// A black spot is not "in use": its states have words of their own.
function stateFields(row: RecordRow | null): readonly FormField[] {
  const kind = row?.kind as WastePointKind | undefined;
  const choices = STATES.map((code) => ({ code, text: () => stateText(code, kind) }));
  return [
    { id: 'state', kind: 'choice', label: m.layers_state, choices, required: true },
    { id: 'valid_from', kind: 'day', label: m.layers_since, required: true },
  ];
}

/** What can be done to a waste point; its states are dated. */
export const wastePointActs: LayerActs = {
  layer: 'waste-points',
  roles: KEEPERS,
  acts: [
    ...savingActs({
      saves: 'save_waste_point',
      geometry: 'point',
      fields: (row) => (row ? ATTRIBUTES : [...ATTRIBUTES, ...stateFields(null)]),
      atFirst: ({ asOf }) => ({ state: 'active', valid_from: asOf }),
      newTitle: m.records_new_waste_point,
    }),
    addingAct({
      id: 'state',
      title: m.records_state,
      note: () => m.records_state_note(),
      adds: 'record_waste_point_state',
      of: 'waste_point_id',
      fields: stateFields,
      begin: (row, { asOf }) => ({ state: row.state, valid_from: asOf }),
    }),
    correctingAct({
      id: 'correct-state',
      title: m.records_correct_state,
      note: () => m.records_correct_note(),
      corrects: 'correct_waste_point_state',
      held: { id: 'state_id', version: 'state_version' },
      fields: stateFields,
      begin: (row) => ({ state: row.state, valid_from: row.state_since }),
    }),
    retiringAct('waste_points', () => m.records_retire_note()),
  ],
};
