import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { DetailLater } from './detail-later.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { SecurityAreaRow } from './row.ts';
import { style } from './style.ts';

export const securityAreas: Layer<SecurityAreaRow> = {
  id: 'security-areas',
  title: m.layers_security_areas,
  order: 7,
  onAtFirst: false,
  visibleTo: (role) => role !== null,
  restriction: m.layers_security_areas_members_only,
  filters,
  query,
  style,
  columns,
  nameOf: (row) => row.name,
  Legend,
  Detail: DetailLater,
};
