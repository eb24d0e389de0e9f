import { m } from '../../messages/generated/messages.js';
import { hamletFilter, organizationFilter } from '../filter.ts';
import type { Filter } from '../layer.ts';
import type { CemeteryRow } from './row.ts';

export const filters: readonly Filter<CemeteryRow>[] = [
  { id: 'text', title: m.layers_text, kind: 'text', textOf: (row) => row.name },
  hamletFilter,
  organizationFilter,
  {
    id: 'graves',
    title: m.layers_cemeteries_graves,
    kind: 'numbers',
    numberOf: (row) => row.graves,
    unit: m.layers_cemeteries_graves_unit,
  },
];
