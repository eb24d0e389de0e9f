import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { ModelRoadRow } from './row.ts';
import { style } from './style.ts';

export const modelRoads: Layer<ModelRoadRow> = {
  id: 'model-roads',
  title: m.layers_model_roads,
  order: 2,
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
