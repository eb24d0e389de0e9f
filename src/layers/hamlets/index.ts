import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { HamletRow } from './row.ts';
import { style } from './style.ts';

export const hamlets: Layer<HamletRow> = {
  id: 'hamlets',
  title: m.layers_hamlets,
  order: 1,
  onAtFirst: true,
  visibleTo: () => true,
  filters,
  query,
  style,
  columns,
  nameOf: (row, facts) => facts.names.get(row.id) ?? row.name,
  Legend,
  Detail,
};
