import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import { criteriaAssessed, criterionName } from './criteria.ts';
import type { ModelRoadRow } from './row.ts';
import { SYMBOLS, stateText } from './states.ts';

export const columns: readonly Column<ModelRoadRow>[] = [
  { id: 'name', title: m.layers_name, value: (row) => row.name },
  {
    id: 'hamlet',
    title: m.layers_hamlet,
    value: (row, facts) => facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name,
  },
  {
    id: 'state',
    title: m.layers_state,
    value: (row) => stateText(row.state),
    symbol: (row) => SYMBOLS[row.state],
  },
  {
    id: 'criteria_met',
    title: m.layers_model_roads_criteria_met,
    value: (row) => row.criteria_met,
    text: (row) =>
      row.criteria_met === null ? m.layers_no_data() : `${row.criteria_met}/${row.criteria_total}`,
    numeric: true,
  },
  {
    id: 'length_m',
    title: m.layers_length_metres,
    value: (row) => Math.round(row.length_m),
    text: (row) => number(row.length_m),
    numeric: true,
  },
  { id: 'organization', title: m.layers_organization, value: (row) => row.organization_name },
  {
    id: 'recognised_on',
    title: m.layers_model_roads_recognised_on,
    value: (row) => row.recognised_on,
    text: (row) => day(row.recognised_on) ?? '',
  },
  {
    id: 'registered_on',
    title: m.layers_model_roads_registered_on,
    value: (row) => row.registered_on,
    text: (row) => day(row.registered_on) ?? m.layers_no_data(),
    optional: true,
  },
  {
    id: 'decision_number',
    title: m.layers_model_roads_decision,
    value: (row) => row.decision_number,
    text: (row) => row.decision_number ?? '',
    optional: true,
  },
  {
    id: 'missing',
    title: m.layers_model_roads_missing,
    value: (row, facts) =>
      criteriaAssessed(row, facts, false)
        ?.map((code) => criterionName(code, facts))
        .join(', ') ?? null,
    optional: true,
  },
  {
    id: 'assessed_on',
    title: m.layers_model_roads_assessed_on,
    value: (row) => row.assessed_on,
    text: (row) => day(row.assessed_on) ?? m.layers_no_data(),
    optional: true,
  },
];
