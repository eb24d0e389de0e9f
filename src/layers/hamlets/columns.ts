import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import { progressText } from './progress.ts';
import type { HamletRow } from './row.ts';

const HECTARE = 10_000;

export const columns: readonly Column<HamletRow>[] = [
  { id: 'name', title: m.layers_name, value: (row) => row.name },
  { id: 'former_commune', title: m.layers_former_commune, value: (row) => row.former_commune },
  {
    id: 'progress',
    title: m.layers_hamlets_progress,
    value: (row) => progressText(row.progress),
    symbol: (row) => row.progress,
  },
  {
    id: 'recognised_roads',
    title: m.layers_hamlets_recognised_roads,
    value: (row) => row.recognised_roads,
    numeric: true,
  },
  {
    id: 'registered_roads',
    title: m.layers_hamlets_registered_roads,
    value: (row) => row.registered_roads,
    numeric: true,
  },
  {
    id: 'households',
    title: m.layers_hamlets_households,
    value: (row) => row.households,
    numeric: true,
  },
  {
    id: 'population',
    title: m.layers_hamlets_population,
    value: (row) => row.population,
    numeric: true,
  },
  {
    id: 'cultivated_area_ha',
    title: m.layers_hamlets_cultivated_hectares,
    value: (row) => row.cultivated_area_ha,
    text: (row) => number(row.cultivated_area_ha, 1) ?? m.layers_no_data(),
    numeric: true,
  },
  {
    id: 'area_ha',
    title: m.layers_area_hectares,
    value: (row) => Math.round((row.area_m2 / HECTARE) * 10) / 10,
    text: (row) => number(row.area_m2 / HECTARE, 1),
    numeric: true,
    optional: true,
  },
  {
    id: 'statistics_since',
    title: m.layers_hamlets_statistics_since,
    value: (row) => row.statistics_since,
    text: (row) => day(row.statistics_since) ?? m.layers_no_data(),
    optional: true,
  },
  {
    id: 'roads_declared_complete_on',
    title: m.layers_hamlets_roads_declared,
    value: (row) => row.roads_declared_complete_on,
    text: (row) => day(row.roads_declared_complete_on) ?? m.layers_no_data(),
    optional: true,
  },
];
