import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import { classText, roadName } from './classes.ts';
import type { RoadRow } from './row.ts';

export const columns: readonly Column<RoadRow>[] = [
  { id: 'name', title: m.layers_name, value: (row) => row.name, text: roadName },
  { id: 'class', title: m.layers_roads_class, value: (row) => classText(row.class) },
  {
    id: 'length_m',
    title: m.layers_length_metres,
    value: (row) => Math.round(row.length_m),
    text: (row) => number(row.length_m),
    numeric: true,
  },
  {
    id: 'valid_from',
    title: m.layers_since,
    value: (row) => row.valid_from,
    text: (row) => day(row.valid_from),
    optional: true,
  },
];
