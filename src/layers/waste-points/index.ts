import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { WastePointRow } from './row.ts';
import { style } from './style.ts';

export const wastePoints: Layer<WastePointRow> = {
  id: 'waste-points',
  title: m.layers_waste_points,
  order: 3,
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
