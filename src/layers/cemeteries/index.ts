import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { CemeteryRow } from './row.ts';
import { style } from './style.ts';

export const cemeteries: Layer<CemeteryRow> = {
  id: 'cemeteries',
  title: m.layers_cemeteries,
  order: 4,
  onAtFirst: true,
  visibleTo: () => true,
  filters,
  query,
  style,
  columns,
  nameOf: (row) => row.name,
  Legend,
  Detail,
};
