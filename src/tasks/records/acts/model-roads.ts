import { m } from '../../../messages/generated/messages.js';
import { day } from '../../../ui/format.ts';
import type { LayerActs, RecordRow } from '../act.ts';
import type { FormField } from '../fields.ts';
import { KEEPERS } from '../keepers.ts';
import { addingAct, correctingAct } from './facts.ts';
import { retiringAct } from './retiring.ts';
import { savingActs } from './saving.ts';

const NAME: FormField = { id: 'name', kind: 'text', label: m.records_road_name, required: true };
const HAMLET: FormField = {
  id: 'hamlet_id',
  kind: 'hamlet',
  label: m.layers_hamlet,
  hint: m.records_road_hamlet_hint,
};
const ORGANIZATION: FormField = { id: 'organization_id', kind: 'organization', label: m.layers_organization };
const CRITERIA: FormField = {
  id: 'criteria',
  kind: 'criteria',
  label: m.records_criteria,
  hint: m.records_criteria_hint,
};
const ASSESSED_ON: FormField = {
  id: 'assessed_on',
  kind: 'day',
  label: m.records_assessed_on,
  required: true,
};
const DECISION: readonly FormField[] = [
  {
    id: 'decision_number',
    kind: 'text',
    label: m.records_decision_number,
    hint: m.records_decision_hint,
    required: true,
  },
  { id: 'decision_date', kind: 'day', label: m.records_decision_date, required: true },
  { id: 'valid_from', kind: 'day', label: m.records_recognised_from, required: true },
  { id: 'document_title', kind: 'text', label: m.records_document, hint: m.records_document_hint },
  {
    id: 'document_kept_at',
    kind: 'text',
    label: m.records_document_kept,
    hint: m.records_document_kept_hint,
  },
];
const LAPSE: readonly FormField[] = [
  { id: 'valid_from', kind: 'day', label: m.records_lapse_from, required: true },
  { id: 'reason', kind: 'note', label: m.records_reason, required: true },
];
const SINCE: readonly FormField[] = [
  { id: 'valid_from', kind: 'day', label: m.layers_model_roads_registered_on, required: true },
];

const isIn = (state: string) => (row: RecordRow) => row.state === state;

// A state's entry is put right with the fields that it was made with.
function stateFields(row: RecordRow | null): readonly FormField[] {
  if (row?.state === 'recognised') return DECISION;
  return row?.state === 'lapsed' ? LAPSE : SINCE;
}

/** What can be done to a model road: recognition, its lapse and renewal are dated decisions of their own. */
export const modelRoadActs: LayerActs = {
  layer: 'model-roads',
  roles: KEEPERS,
  acts: [
    ...savingActs({
      saves: 'save_model_road',
      geometry: 'line',
      fields: (row) => [
        NAME,
        HAMLET,
        ORGANIZATION,
        ...(row === null
          ? [
              {
                id: 'registered_on',
                kind: 'day',
                label: m.layers_model_roads_registered_on,
                required: true,
              } as const,
            ]
          : []),
      ],
      atFirst: ({ asOf }) => ({ registered_on: asOf }),
      newTitle: m.records_new_model_road,
    }),
    addingAct({
      id: 'recognise',
      title: m.records_recognise,
      note: () => m.records_recognise_note(),
      isOffered: (row) => row.state !== 'recognised',
      adds: 'recognise_model_road',
      of: 'model_road_id',
      fields: () => [...DECISION, CRITERIA, ASSESSED_ON],
      begin: (row, { asOf }) => ({
        decision_date: asOf,
        valid_from: asOf,
        assessed_on: asOf,
        criteria: row.criteria ?? {},
      }),
      submit: m.records_recognise,
    }),
    addingAct({
      id: 'renew',
      title: m.records_renew,
      note: (row) =>
        m.records_renew_note({ number: String(row?.decision_number), date: day(String(row?.decision_date)) }),
      isOffered: isIn('recognised'),
      adds: 'recognise_model_road',
      of: 'model_road_id',
      fields: () => [...DECISION, CRITERIA, ASSESSED_ON],
      begin: (row, { asOf }) => ({
        decision_date: asOf,
        valid_from: asOf,
        assessed_on: asOf,
        criteria: row.criteria ?? {},
      }),
      submit: m.records_renew,
    }),
    addingAct({
      id: 'assess',
      title: m.records_assess,
      note: () => m.records_assess_note(),
      adds: 'record_model_road_assessment',
      of: 'model_road_id',
      fields: () => [ASSESSED_ON, { ...CRITERIA, required: true }],
      begin: (row, { asOf }) => ({ assessed_on: asOf, criteria: row.criteria ?? {} }),
    }),
    addingAct({
      id: 'lapse',
      title: m.records_lapse,
      note: () => m.records_lapse_note(),
      isOffered: isIn('recognised'),
      adds: 'lapse_model_road',
      of: 'model_road_id',
      fields: () => LAPSE,
      begin: (_, { asOf }) => ({ valid_from: asOf }),
      submit: m.records_lapse,
    }),
    correctingAct({
      id: 'correct-state',
      title: m.records_correct_state,
      note: () => m.records_correct_note(),
      corrects: 'correct_model_road_state',
      held: { id: 'state_id', version: 'state_version' },
      fields: stateFields,
      begin: (row) => ({
        valid_from: row.state_since,
        decision_number: row.decision_number,
        decision_date: row.decision_date,
        document_title: row.document_title,
        document_kept_at: row.document_kept_at,
        reason: row.state_reason,
      }),
    }),
    correctingAct({
      id: 'correct-assessment',
      title: m.records_correct_assessment,
      note: () => m.records_correct_note(),
      corrects: 'correct_model_road_assessment',
      held: { id: 'assessment_id', version: 'assessment_version' },
      fields: () => [ASSESSED_ON, { ...CRITERIA, required: true }],
      begin: (row) => ({ assessed_on: row.assessed_on, criteria: row.criteria }),
    }),
    retiringAct('model_roads', () => m.records_retire_note()),
  ],
};
