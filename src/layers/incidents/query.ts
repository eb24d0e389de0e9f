import { callAllLogged } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import { forgetCells } from './asked-cells.ts';
import { period } from './period.ts';
import { type IncidentRow, latestFirst } from './row.ts';

/** The commune's incidents of a year, with their exact places, the latest first. Every call is written into a log. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<IncidentRow> {
  const { from, to } = period(asOf);
  return {
    queryKey: [person, 'incidents', communeId, from, to],
    queryFn: async () => {
      // What is said of cells rests on the same incidents.
      forgetCells();
      const parameters = { from_date: from, to_date: to, commune_id: communeId };
      const rows = await callAllLogged<IncidentRow>('read_incidents', parameters, 'id');
      return latestFirst(rows);
    },
  };
}
