import { m } from '../../messages/generated/messages.js';
import { hamletFilter, organizationFilter } from '../filter.ts';
import type { Facts, Filter } from '../layer.ts';
import { criteriaAssessed, criterionName } from './criteria.ts';
import type { ModelRoadRow, ModelRoadState } from './row.ts';
import { STATES, stateText } from './states.ts';

/** Chosen for roads that were assessed and have no criterion in a list; "not reported" is something else. */
const NO_CRITERION = 'none';

function criterionValues(row: ModelRoadRow, facts: Facts, met: boolean): string[] {
  const codes = criteriaAssessed(row, facts, met);
  if (codes === null) return [];
  return codes.length === 0 ? [NO_CRITERION] : codes;
}

export const filters: readonly Filter<ModelRoadRow>[] = [
  { id: 'text', title: m.layers_text, kind: 'text', textOf: (row) => row.name },
  {
    id: 'state',
    title: m.layers_state,
    kind: 'choice',
    valuesOf: (row) => [row.state],
    labelOf: (value) => stateText(value as ModelRoadState),
    order: STATES,
  },
  hamletFilter,
  organizationFilter,
  {
    id: 'criteria-met',
    title: m.layers_model_roads_criteria_met,
    kind: 'choice',
    valuesOf: (row) => (row.criteria_met === null ? [] : [String(row.criteria_met)]),
    labelOf: (value, facts) => `${value}/${facts.criteria.length}`,
  },
  {
    id: 'criterion',
    title: m.layers_model_roads_criteria,
    kind: 'choice',
    valuesOf: (row, facts) => criterionValues(row, facts, true),
    labelOf: (value, facts) =>
      value === NO_CRITERION ? m.layers_model_roads_criteria_none() : criterionName(value, facts),
  },
  {
    id: 'missing',
    title: m.layers_model_roads_missing,
    kind: 'choice',
    valuesOf: (row, facts) => criterionValues(row, facts, false),
    labelOf: (value, facts) =>
      value === NO_CRITERION ? m.layers_model_roads_missing_none() : criterionName(value, facts),
  },
  {
    id: 'registered',
    title: m.layers_model_roads_registered_on,
    kind: 'days',
    dayOf: (row) => row.registered_on,
  },
  {
    id: 'assessed',
    title: m.layers_model_roads_assessed_on,
    kind: 'days',
    dayOf: (row) => row.assessed_on,
  },
  {
    id: 'recognised',
    title: m.layers_model_roads_recognised_on,
    kind: 'days',
    dayOf: (row) => row.recognised_on,
  },
  {
    id: 'length',
    title: m.layers_length,
    kind: 'numbers',
    numberOf: (row) => Math.round(row.length_m),
    unit: m.layers_metres,
  },
];
