import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import type { PublishedRow } from './row.ts';
import { nameOf, periodText } from './words.ts';

export const columns: readonly Column<PublishedRow>[] = [
  { id: 'name', title: m.layers_published_part, value: nameOf },
  {
    id: 'count',
    title: m.layers_published_count,
    value: (row) => row.count,
    text: (row) => number(row.count) ?? m.layers_published_withheld(),
    numeric: true,
  },
  { id: 'period', title: m.layers_published_period, value: periodText },
  {
    id: 'released_on',
    title: m.layers_published_released,
    value: (row) => row.released_on,
    text: (row) => day(row.released_on),
    optional: true,
  },
];
