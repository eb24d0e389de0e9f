import { m } from '../../messages/generated/messages.js';
import type { Layer } from '../layer.ts';
import { columns } from './columns.ts';
import { Detail } from './detail.tsx';
import { filters } from './filters.ts';
import { Legend } from './legend.tsx';
import { query } from './query.ts';
import type { PublishedRow } from './row.ts';
import { style } from './style.ts';
import { nameOf } from './words.ts';

export const publishedIncidents: Layer<PublishedRow> = {
  id: 'published-incidents',
  title: m.layers_published,
  order: 9,
  onAtFirst: false,
  visibleTo: () => true,
  filters,
  query,
  style,
  columns,
  nameOf,
  Legend,
  Detail,
};
