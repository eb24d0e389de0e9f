import { m } from '../../messages/generated/messages.js';
import type { Filter } from '../layer.ts';
import { CLASSES, classText } from './classes.ts';
import type { RoadClass, RoadRow } from './row.ts';

export const filters: readonly Filter<RoadRow>[] = [
  { id: 'text', title: m.layers_text, kind: 'text', textOf: (row) => row.name ?? '' },
  {
    id: 'class',
    title: m.layers_roads_class,
    kind: 'choice',
    valuesOf: (row) => [row.class],
    labelOf: (value) => classText(value as RoadClass),
    order: CLASSES,
  },
  {
    id: 'length',
    title: m.layers_length,
    kind: 'numbers',
    numberOf: (row) => Math.round(row.length_m),
    unit: m.layers_metres,
  },
];
