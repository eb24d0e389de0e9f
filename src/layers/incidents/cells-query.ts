import { callAllLogged } from '../../data/read-all.ts';
import { onPersonChange } from '../../data/session.ts';
import { period } from './period.ts';
import type { IncidentCell } from './row.ts';

/** Only what was asked last, and only in memory: whoever leaves takes it along. */
let latest: { of: string; cells: Promise<readonly IncidentCell[]> } | null = null;

/** The next to ask for cells asks the server again. */
export function forgetCells(): void {
  latest = null;
}
onPersonChange(forgetCells);

/**
 * Every cell of a commune with what the months up to the date's own say of it, all kinds together. Map and legend
 * share one answer, which is one line of the log.
 * @throws Fault
 */
export function cellsOf(communeId: string, asOf: string): Promise<readonly IncidentCell[]> {
  const { from, to } = period(asOf);
  const of = `${communeId} ${from} ${to}`;
  if (latest?.of === of) return latest.cells;
  const cells = callAllLogged<IncidentCell>(
    'incident_cells',
    { from_month: from, to_month: to, commune_id: communeId },
    'cell_id',
  );
  const asked = { of, cells };
  latest = asked;
  const drop = () => {
    if (latest === asked) forgetCells();
  };
  // Nothing came: not police just now. Whoever signs in next asks again.
  cells.then((found) => found.length === 0 && drop(), drop);
  return cells;
}
