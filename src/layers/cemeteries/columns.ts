import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import type { CemeteryRow } from './row.ts';

const HECTARE = 10_000;
const hectares = ({ area_m2 }: CemeteryRow) =>
  area_m2 === null ? null : Math.round((area_m2 / HECTARE) * 100) / 100;

export const columns: readonly Column<CemeteryRow>[] = [
  { id: 'name', title: m.layers_name, value: (row) => row.name },
  {
    id: 'hamlet',
    title: m.layers_hamlet,
    value: (row, facts) => facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name,
  },
  { id: 'graves', title: m.layers_cemeteries_graves, value: (row) => row.graves, numeric: true },
  { id: 'organization', title: m.layers_organization, value: (row) => row.organization_name },
  {
    id: 'area_ha',
    title: m.layers_area_hectares,
    value: hectares,
    text: (row) => number(hectares(row), 2) ?? m.layers_no_data(),
    numeric: true,
    optional: true,
  },
  {
    id: 'valid_from',
    title: m.layers_since,
    value: (row) => row.valid_from,
    text: (row) => day(row.valid_from),
    optional: true,
  },
];
