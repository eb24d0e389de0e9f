import { m } from '../../messages/generated/messages.js';
import { hamletFilter, organizationFilter } from '../filter.ts';
import type { Filter } from '../layer.ts';
import type { CareStretchRow, CareStretchState } from './row.ts';
import { STATES, stateText } from './states.ts';

export const filters: readonly Filter<CareStretchRow>[] = [
  { id: 'text', title: m.layers_text, kind: 'text', textOf: (row) => row.name },
  {
    id: 'state',
    title: m.layers_state,
    kind: 'choice',
    valuesOf: (row) => [row.state],
    labelOf: (value) => stateText(value as CareStretchState),
    order: STATES,
  },
  hamletFilter,
  organizationFilter,
  { id: 'last', title: m.layers_care_last, kind: 'days', dayOf: (row) => row.last_done_on },
];
