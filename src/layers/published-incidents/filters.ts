import { m } from '../../messages/generated/messages.js';
import { hamletFilter } from '../filter.ts';
import type { Filter } from '../layer.ts';
import type { PublishedRow } from './row.ts';

export const filters: readonly Filter<PublishedRow>[] = [
  hamletFilter,
  {
    id: 'count',
    title: m.layers_published_count,
    kind: 'numbers',
    numberOf: (row) => row.count,
    unit: m.layers_published_count,
  },
];
