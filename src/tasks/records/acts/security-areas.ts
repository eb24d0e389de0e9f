import { CRITERIA, RESPONSIBLE, responsibleText } from '../../../layers/security-areas/assessment-words.ts';
import { KINDS, kindText } from '../../../layers/security-areas/words.ts';
import { m } from '../../../messages/generated/messages.js';
import type { FormAct, LayerActs, RecordRow } from '../act.ts';
import type { Choice, FormField } from '../fields.ts';
import { retiringAct } from './retiring.ts';
import { savingActs } from './saving.ts';

const ATTRIBUTES: readonly FormField[] = [
  { id: 'name', kind: 'text', label: m.layers_name, required: true },
  {
    id: 'kind',
    kind: 'choice',
    label: m.layers_security_areas_kind,
    choices: KINDS.map((code) => ({ code, text: () => kindText(code) })),
    required: true,
  },
  {
    id: 'hamlet_id',
    kind: 'hamlet',
    label: m.records_security_hamlet,
    hint: m.records_security_hamlet_hint,
  },
  {
    id: 'responsible',
    kind: 'choice',
    label: m.layers_security_areas_responsible,
    choices: RESPONSIBLE.map((code) => ({ code, text: () => responsibleText(code) })),
  },
  { id: 'registered_on', kind: 'day', label: m.layers_security_areas_registered_on, required: true },
];

/** Years back that are offered; what is older is seldom entered. */
const YEARS = 8;

function yearsUntil(asOf: string): readonly Choice[] {
  const last = Number(asOf.slice(0, 4));
  return Array.from({ length: YEARS }, (_, age) => String(last - age)).map((code) => ({
    code,
    text: () => code,
  }));
}

const ASSESSMENT: readonly FormField[] = [
  {
    id: 'assessed_on',
    kind: 'day',
    label: m.records_security_assessed_on,
    required: true,
  },
  {
    id: 'criteria',
    kind: 'answers',
    label: m.layers_security_areas_five_criteria,
    hint: m.layers_security_areas_basis,
    questions: CRITERIA.map((text, index) => ({ code: String(index + 1), text })),
  },
  {
    id: 'households',
    kind: 'integer',
    label: m.records_security_households,
    unit: m.records_unit_households,
  },
  {
    id: 'households_signed',
    kind: 'integer',
    label: m.records_security_signed,
    unit: m.records_unit_households,
  },
  { id: 'drug_free', kind: 'yes-no', label: m.layers_security_areas_drug_free },
  {
    id: 'conciliation_opened',
    kind: 'integer',
    label: m.records_security_opened,
    unit: m.records_unit_cases,
  },
  {
    id: 'conciliation_succeeded',
    kind: 'integer',
    label: m.records_security_succeeded,
    unit: m.records_unit_cases,
  },
  {
    id: 'conciliation_failed',
    kind: 'integer',
    label: m.records_security_failed,
    unit: m.records_unit_cases,
  },
  {
    id: 'conciliation_pending',
    kind: 'integer',
    label: m.records_security_pending,
    unit: m.records_unit_cases,
  },
];

const entering: FormAct = {
  kind: 'form',
  id: 'result',
  title: m.records_security_result,
  note: () => m.records_security_result_note(),
  needsRow: true,
  fields: (_, { asOf }) => [
    {
      id: 'year',
      kind: 'choice',
      label: m.layers_security_areas_year,
      choices: yearsUntil(asOf),
      required: true,
    },
    ...ASSESSMENT,
  ],
  begin: (row, { asOf }) => {
    const thisYear = Number(asOf.slice(0, 4));
    const next = typeof row?.result_year === 'number' ? row.result_year + 1 : thisYear;
    return { year: Math.min(next, thisYear), assessed_on: asOf };
  },
  version: () => null,
  subject: () => null,
  request: ({ id, row, all }) => ({
    name: 'save_security_area_result',
    parameters: { result: { id, security_area_id: row?.id, ...all } },
  }),
  submit: m.records_save,
};

// The year that the map's day shows; another year is put right on a day that shows it.
const correcting: FormAct = {
  kind: 'form',
  id: 'correct-result',
  title: m.records_security_correct,
  note: (row) => `${m.layers_security_areas_year()} ${String(row?.result_year ?? '')}`,
  needsRow: true,
  onAnyDay: true,
  isOffered: (row) => typeof row.result_id === 'string',
  fields: () => ASSESSMENT,
  begin: (row) => ({ ...row, assessed_on: assessedOn(row) }),
  version: (row) => Number(row?.result_version),
  subject: (row) => String(row?.result_id),
  request: ({ id, changed, version }) => ({
    name: 'save_security_area_result',
    parameters: { result: { id, ...changed }, edited_version: version },
  }),
  submit: m.records_correct,
};

function assessedOn(row: RecordRow | null): unknown {
  const years = (row?.years ?? []) as readonly { id: string; assessed_on: string }[];
  return years.find(({ id }) => id === row?.result_id)?.assessed_on;
}

const retiring = retiringAct('security_areas', () => m.records_security_retire_note());

/** What can be done to a self-managed area: police enter its years as the office does. */
export const securityAreaActs: LayerActs = {
  layer: 'security-areas',
  roles: new Set(['administrator', 'front_officer', 'police']),
  acts: [
    ...savingActs({
      saves: 'save_security_area',
      parameter: 'area',
      geometry: 'area',
      fields: () => ATTRIBUTES,
      atFirst: ({ asOf }) => ({ kind: 'residential_area', registered_on: asOf }),
      newTitle: m.records_new_security_area,
    }).map(
      (act): FormAct => ({
        ...act,
        // The hamlet around drawn ground is told, and is not what it lies on.
        begin: (row, facts) =>
          row ? { ...row, hamlet_id: row.is_drawn ? null : row.hamlet_id } : act.begin(row, facts),
      }),
    ),
    entering,
    correcting,
    {
      ...retiring,
      request: ({ id, all, version }) => ({
        name: 'retire_security_area',
        parameters: {
          id,
          on_date: all.on_date ?? null,
          reason: all.reason ?? null,
          edited_version: version,
        },
      }),
    },
  ],
};
