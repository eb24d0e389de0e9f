import { m } from '../../../messages/generated/messages.js';
import type { LayerActs, RecordRow } from '../act.ts';
import type { FormField } from '../fields.ts';
import { KEEPERS } from '../keepers.ts';
import { addingAct, correctingAct } from './facts.ts';
import { retiringAct } from './retiring.ts';
import { savingActs } from './saving.ts';

const FIGURES: readonly FormField[] = [
  { id: 'valid_from', kind: 'day', label: m.records_figures_from, required: true },
  { id: 'households', kind: 'integer', label: m.layers_hamlets_households, unit: m.records_unit_households },
  { id: 'population', kind: 'integer', label: m.layers_hamlets_population, unit: m.records_unit_people },
  {
    id: 'cultivated_area_ha',
    kind: 'decimal',
    label: m.layers_hamlets_cultivated,
    unit: m.records_unit_hectares,
  },
];

const ATTRIBUTES: readonly FormField[] = [
  { id: 'name', kind: 'text', label: m.records_hamlet_name, required: true },
  {
    id: 'former_commune',
    kind: 'text',
    label: m.layers_former_commune,
    hint: m.records_former_commune_hint,
  },
  { id: 'valid_from', kind: 'day', label: m.records_valid_from, required: true },
  {
    id: 'roads_declared_complete_on',
    kind: 'day',
    label: m.layers_hamlets_roads_declared,
    hint: m.records_declared_hint,
  },
  {
    id: 'neighbours',
    kind: 'switch',
    label: m.records_fit_neighbours,
    hint: m.records_fit_neighbours_hint,
    on: 'fit',
    off: 'keep',
  },
];

const MERGER: readonly FormField[] = [
  { id: 'hamlets', kind: 'hamlets', label: m.records_merge_with, required: true },
  { id: 'name', kind: 'text', label: m.records_merge_name, required: true },
  {
    id: 'former_commune',
    kind: 'text',
    label: m.layers_former_commune,
    hint: m.records_former_commune_hint,
  },
  { id: 'on_date', kind: 'day', label: m.records_merge_on, required: true },
];

const figuresOf = (row: RecordRow) => ({
  valid_from: row.statistics_since,
  households: row.households,
  population: row.population,
  cultivated_area_ha: row.cultivated_area_ha,
});

/** What can be done to a hamlet; one that is split or merged ends on a day and has successors. */
export const hamletActs: LayerActs = {
  layer: 'hamlets',
  roles: KEEPERS,
  acts: [
    ...savingActs({
      saves: 'save_hamlet',
      geometry: 'area',
      fields: () => ATTRIBUTES,
      atFirst: ({ asOf }) => ({ valid_from: asOf, neighbours: 'keep' }),
      options: ['neighbours'],
      newTitle: m.records_new_hamlet,
    }),
    addingAct({
      id: 'figures',
      title: m.records_figures,
      note: () => m.records_figures_note(),
      adds: 'record_hamlet_statistics',
      of: 'hamlet_id',
      fields: () => FIGURES,
      begin: (row, { asOf }) => ({ ...figuresOf(row), valid_from: asOf }),
    }),
    correctingAct({
      id: 'correct-figures',
      title: m.records_correct_figures,
      note: () => m.records_correct_note(),
      corrects: 'correct_hamlet_statistics',
      held: { id: 'statistics_id', version: 'statistics_version' },
      fields: () => FIGURES,
      begin: figuresOf,
    }),
    {
      kind: 'cut',
      id: 'split',
      title: m.records_split,
      needsRow: true,
      version: (row) => row?.version ?? null,
      submit: m.records_split,
    },
    {
      kind: 'form',
      id: 'merge',
      title: m.records_merge,
      note: () => m.records_merge_note(),
      needsRow: true,
      fields: () => MERGER,
      begin: (row, { asOf }) => ({ name: row?.name, former_commune: row?.former_commune, on_date: asOf }),
      version: (row) => row?.version ?? null,
      subject: () => null,
      request: ({ id, row, all, version }) => ({
        name: 'merge_hamlets',
        parameters: {
          hamlets: [
            { id: row?.id, version },
            ...Object.entries((all.hamlets ?? {}) as Record<string, number>).map(([other, known]) => ({
              id: other,
              version: known,
            })),
          ],
          hamlet: { id, name: all.name, former_commune: all.former_commune },
          on_date: all.on_date,
        },
      }),
      submit: m.records_merge,
    },
    retiringAct('hamlets', () => m.records_retire_hamlet_note()),
  ],
};
