import { m } from '../../messages/generated/messages.js';
import { instant } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import type { IncidentRow } from './row.ts';
import { kindText, SYMBOLS, stateText } from './words.ts';

export const columns: readonly Column<IncidentRow>[] = [
  { id: 'kind', title: m.layers_incidents_kind, value: (row) => kindText(row.kind) },
  {
    id: 'occurred_at',
    title: m.layers_incidents_occurred,
    value: (row) => row.occurred_at,
    text: (row) => instant(row.occurred_at),
  },
  {
    id: 'state',
    title: m.layers_state_today,
    value: (row) => stateText(row.state),
    symbol: (row) => SYMBOLS[row.state],
  },
];
