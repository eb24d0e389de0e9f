import { m } from '../../messages/generated/messages.js';
import { instant } from '../../ui/format.ts';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { IncidentRow } from './row.ts';
import { kindText } from './words.ts';

export const incidents: Layer<IncidentRow> = {
  id: 'incidents',
  title: m.layers_incidents,
  order: 8,
  onAtFirst: false,
  visibleTo: (role) => role === 'police',
  restriction: m.layers_incidents_police_only,
  filters,
  query,
  // What only police may draw is fetched only for them.
  overlay: async () => (await import('./overlay.ts')).overlay,
  foot: () => import('./time-brush/time-brush.tsx'),
  columns,
  signsFiles: true,
  nameOf: (row) => `${kindText(row.kind)}, ${instant(row.occurred_at)}`,
  Legend,
  Detail,
};
