import { type QueryClient, useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { callAll, callAllLogged } from '../../data/read-all.ts';

/** A period that is over (`due`), closed, or released. */
export type Period = {
  /** Null while it is due. */
  id: string | null;
  starts_on: string;
  ends_on: string;
  parts: 'hamlets' | 'cells';
  state: 'due' | 'closed' | 'released';
  closed_at: string | null;
  released_at: string | null;
};

/** An exact count before its release, as police review it. */
export type ReviewedPart = {
  id: string;
  hamlet_id: string | null;
  cell_id: number | null;
  name: string | null;
  former_commune: string | null;
  count: number;
  late_count: number;
  is_shown: boolean;
  /** Whether the total of the period will be told; the same on every row. */
  shows_total: boolean;
};

/** The commune's periods, the latest first. */
export function usePeriods(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'incident-periods', communeId],
    queryFn: async () => {
      const rows = await callAll<Period>('incident_periods', { commune_id: communeId }, 'starts_on');
      return rows.toSorted((one, other) => (one.starts_on < other.starts_on ? 1 : -1));
    },
  });
}

/** The counts of a closed period. Every look is written into a log, so it is not repeated by itself. */
export function useReview(person: string, communeId: string, startsOn: string) {
  return useQuery({
    queryKey: [person, 'incident-review', communeId, startsOn],
    queryFn: () =>
      callAllLogged<ReviewedPart>(
        'review_incident_period',
        { starts_on: startsOn, commune_id: communeId },
        'id',
      ),
  });
}

/** @throws Fault `period_not_over`, `later_period_closed`, `no_hamlets` */
export const closePeriod = (startsOn: string, communeId: string) =>
  call<string>('close_incident_period', { starts_on: startsOn, commune_id: communeId });

/** @throws Fault */
export const releasePeriod = (id: string) => call<string>('release_incident_period', { id });

/** The list and what others read are asked anew; other screens hear of it by themselves. */
export function forgetPeriods(queries: QueryClient): Promise<void> {
  const names = ['incident-periods', 'published-incidents', 'acts'];
  return queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[1])) });
}
