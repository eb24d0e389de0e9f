import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import type { CareStretchRow } from './row.ts';
import { SYMBOLS, stateText } from './states.ts';

export const columns: readonly Column<CareStretchRow>[] = [
  { id: 'name', title: m.layers_care_road, value: (row) => row.name },
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
    id: 'last_done_on',
    title: m.layers_care_last,
    value: (row) => row.last_done_on,
    text: (row) => day(row.last_done_on) ?? m.layers_no_data(),
  },
  {
    id: 'length_m',
    title: m.layers_length_metres,
    value: (row) => Math.round(row.length_m),
    text: (row) => number(row.length_m),
    numeric: true,
  },
  { id: 'organization', title: m.layers_organization, value: (row) => row.organization_name },
];
