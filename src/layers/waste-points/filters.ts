import { m } from '../../messages/generated/messages.js';
import { hamletFilter, organizationFilter } from '../filter.ts';
import type { Filter } from '../layer.ts';
import type { WastePointKind, WastePointRow, WastePointState } from './row.ts';
import { KINDS, kindText, STATES, stateText, weekdayText } from './words.ts';

export const filters: readonly Filter<WastePointRow>[] = [
  { id: 'text', title: m.layers_text, kind: 'text', textOf: (row) => row.name },
  {
    id: 'kind',
    title: m.layers_waste_points_kind,
    kind: 'choice',
    valuesOf: (row) => [row.kind],
    labelOf: (value) => kindText(value as WastePointKind),
    order: KINDS,
  },
  {
    id: 'state',
    title: m.layers_state,
    kind: 'choice',
    valuesOf: (row) => [row.state],
    labelOf: (value) => stateText(value as WastePointState),
    order: STATES,
  },
  hamletFilter,
  organizationFilter,
  { id: 'since', title: m.layers_state_since, kind: 'days', dayOf: (row) => row.state_since },
  {
    id: 'weekday',
    title: m.layers_waste_points_days,
    kind: 'choice',
    valuesOf: (row) => (row.collection_days ?? []).map(String),
    labelOf: (value) => weekdayText(Number(value)),
    order: ['1', '2', '3', '4', '5', '6', '7'],
  },
];
