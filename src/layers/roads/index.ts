import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { roadName } from './classes.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { RoadRow } from './row.ts';
import { style } from './style.ts';

export const roads: Layer<RoadRow> = {
  id: 'roads',
  title: m.layers_roads,
  order: 6,
  onAtFirst: true,
  visibleTo: () => true,
  filters,
  query,
  style,
  columns,
  nameOf: roadName,
  Legend,
  Detail,
};
