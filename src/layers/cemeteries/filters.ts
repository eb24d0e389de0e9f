import { m } from '../../messages/generated/messages.js';
import type { Filter } from '../layer.ts';
import type { CemeteryRow } from './row.ts';

export const filters: readonly Filter<CemeteryRow>[] = [
  { id: 'text', title: m.layers_text, kind: 'text', textOf: (row) => row.name },
  {
    id: 'hamlet',
    title: m.layers_hamlet,
    kind: 'choice',
    valuesOf: (row) => (row.hamlet_id ? [row.hamlet_id] : []),
    labelOf: (value, facts) => facts.names.get(value) ?? m.layers_unknown_name(),
  },
  {
    id: 'organization',
    title: m.layers_organization,
    kind: 'choice',
    valuesOf: (row) => (row.organization_id ? [row.organization_id] : []),
    labelOf: (value, facts) => facts.names.get(value) ?? m.layers_unknown_name(),
  },
  {
    id: 'graves',
    title: m.layers_cemeteries_graves,
    kind: 'numbers',
    numberOf: (row) => row.graves,
    unit: m.layers_cemeteries_graves_unit,
  },
];
