import { callAllLogged } from '../../data/read-all.ts';
import { onPersonChange } from '../../data/session.ts';
import { forgetCells, rememberedCells } from './asked-cells.ts';
import { period } from './period.ts';
import type { IncidentCell } from './row.ts';

// Whoever leaves takes it along.
onPersonChange(forgetCells);

/**
 * Every cell of a commune with what the months up to the date's own say of it, all kinds together. Map and legend
 * share one answer, which is one line of the log.
 * @throws Fault
 */
export function cellsOf(communeId: string, asOf: string): Promise<readonly IncidentCell[]> {
  const { from, to } = period(asOf);
  return rememberedCells(`${communeId} ${from} ${to}`, () =>
    callAllLogged<IncidentCell>(
      'incident_cells',
      { from_month: from, to_month: to, commune_id: communeId },
      'cell_id',
    ),
  );
}
