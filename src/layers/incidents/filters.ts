import { m } from '../../messages/generated/messages.js';
import { dayAt } from '../../ui/day.ts';
import type { Filter } from '../layer.ts';
import type { IncidentRow } from './row.ts';
import { kindText, stateText } from './words.ts';

export const filters: readonly Filter<IncidentRow>[] = [
  {
    id: 'kind',
    title: m.layers_incidents_kind,
    kind: 'choice',
    valuesOf: (row) => [row.kind],
    labelOf: kindText,
  },
  {
    id: 'state',
    title: m.layers_state_today,
    kind: 'choice',
    valuesOf: (row) => [row.state],
    labelOf: (value) => stateText(value as IncidentRow['state']),
    order: ['open', 'resolved'],
  },
  {
    id: 'days',
    title: m.layers_incidents_days,
    kind: 'days',
    dayOf: (row) => dayAt(new Date(row.occurred_at)),
  },
];
