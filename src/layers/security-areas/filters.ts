import { m } from '../../messages/generated/messages.js';
import { hamletFilter } from '../filter.ts';
import type { Filter } from '../layer.ts';
import type { SecurityAreaKind, SecurityAreaRow, SecurityResult } from './row.ts';
import { answerText, KINDS, kindText, RESULTS, resultText } from './words.ts';

export const filters: readonly Filter<SecurityAreaRow>[] = [
  { id: 'text', title: m.layers_text, kind: 'text', textOf: (row) => row.name },
  {
    id: 'result',
    title: m.layers_security_areas_result,
    kind: 'choice',
    valuesOf: (row) => [row.result],
    labelOf: (value) =>
      RESULTS.includes(value as SecurityResult) ? resultText(value as SecurityResult) : value,
    order: RESULTS,
  },
  {
    id: 'failed',
    title: m.layers_security_areas_failed,
    kind: 'choice',
    valuesOf: (row) =>
      (row.criteria ?? []).flatMap((met, index) => (met === false ? [String(index + 1)] : [])),
    labelOf: (value) => m.layers_security_areas_criterion_number({ number: value }),
    order: ['1', '2', '3', '4', '5'],
  },
  {
    id: 'drug-free',
    title: m.layers_security_areas_drug_free,
    kind: 'choice',
    valuesOf: (row) => (row.drug_free === null ? [] : [row.drug_free ? 'yes' : 'no']),
    labelOf: (value) => answerText(value === 'yes') ?? value,
    order: ['yes', 'no'],
  },
  {
    id: 'kind',
    title: m.layers_security_areas_kind,
    kind: 'choice',
    valuesOf: (row) => [row.kind],
    labelOf: (value) =>
      KINDS.includes(value as SecurityAreaKind) ? kindText(value as SecurityAreaKind) : value,
    order: KINDS,
  },
  hamletFilter,
  {
    id: 'registered',
    title: m.layers_security_areas_registered_on,
    kind: 'days',
    dayOf: (row) => row.registered_on,
  },
];
