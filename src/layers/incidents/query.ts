import { callAllLogged } from '../../data/read-all.ts';
import { today } from '../../ui/day.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import { period } from './period.ts';
import type { IncidentRow } from './row.ts';

/** The commune's incidents of a year, with their exact places. Every call is written into a log. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<IncidentRow> {
  const { from, to } = period(asOf ?? today());
  return {
    queryKey: [person, 'incidents', communeId, from, to],
    queryFn: () =>
      callAllLogged<IncidentRow>(
        'read_incidents',
        { from_date: from, to_date: to, commune_id: communeId },
        'id',
      ),
  };
}
