import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import type { WastePointRow } from './row.ts';
import { kindText, SYMBOLS, stateText, weekdaysText } from './words.ts';

export const columns: readonly Column<WastePointRow>[] = [
  { id: 'name', title: m.layers_name, value: (row) => row.name },
  { id: 'kind', title: m.layers_waste_points_kind, value: (row) => kindText(row.kind) },
  {
    id: 'hamlet',
    title: m.layers_hamlet,
    value: (row, facts) => facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name,
  },
  {
    id: 'state',
    title: m.layers_state,
    value: (row) => stateText(row.state, row.kind),
    symbol: (row) => SYMBOLS[row.state],
  },
  {
    id: 'collection_days',
    title: m.layers_waste_points_days,
    value: (row) => weekdaysText(row.collection_days),
  },
  { id: 'organization', title: m.layers_organization, value: (row) => row.organization_name },
  {
    id: 'state_since',
    title: m.layers_since,
    value: (row) => row.state_since,
    text: (row) => day(row.state_since),
    optional: true,
  },
];
