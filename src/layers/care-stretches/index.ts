import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { CareStretchRow } from './row.ts';
import { style } from './style.ts';

export const careStretches: Layer<CareStretchRow> = {
  id: 'care-stretches',
  title: m.layers_care,
  order: 5,
  onAtFirst: false,
  visibleTo: () => true,
  filters,
  query,
  style,
  columns,
  nameOf: (row) => row.name,
  Legend,
  Detail,
};
