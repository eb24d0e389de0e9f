import { m } from '../../messages/generated/messages.js';
import type { Filter } from '../layer.ts';
import { PROGRESS, progressText } from './progress.ts';
import type { HamletRow, Progress } from './row.ts';

const FIGURES: Record<string, () => string> = {
  complete: m.layers_hamlets_figures_complete,
  households: m.layers_hamlets_figures_households,
  population: m.layers_hamlets_figures_population,
  cultivated: m.layers_hamlets_figures_cultivated,
};

/** Which figures a hamlet has not reported. */
function missingFigures(row: HamletRow): string[] {
  const missing = [
    row.households === null && 'households',
    row.population === null && 'population',
    row.cultivated_area_ha === null && 'cultivated',
  ].filter((figure) => figure !== false);
  return missing.length === 0 ? ['complete'] : missing;
}

export const filters: readonly Filter<HamletRow>[] = [
  {
    id: 'text',
    title: m.layers_text,
    kind: 'text',
    textOf: (row) => `${row.name} ${row.former_commune ?? ''}`,
  },
  {
    id: 'progress',
    title: m.layers_hamlets_progress,
    kind: 'choice',
    valuesOf: (row) => [row.progress],
    labelOf: (value) => progressText(value as Progress),
    order: PROGRESS,
  },
  {
    id: 'former-commune',
    title: m.layers_former_commune,
    kind: 'choice',
    valuesOf: (row) => (row.former_commune ? [row.former_commune] : []),
    labelOf: (value) => value,
  },
  {
    id: 'figures',
    title: m.layers_hamlets_figures,
    kind: 'choice',
    valuesOf: missingFigures,
    labelOf: (value) => FIGURES[value]?.() ?? value,
    order: Object.keys(FIGURES),
  },
];
