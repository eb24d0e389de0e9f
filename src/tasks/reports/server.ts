import { type QueryClient, useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { newId } from '../../data/new-id.ts';
import { callAll } from '../../data/read-all.ts';

/** A cell pair of the grid of entry (`public.reports_of`): one hamlet and one reported indicator of a period. */
export type ReportRow = {
  /** Null: nothing was entered. */
  id: string | null;
  hamlet_id: string;
  indicator: string;
  every: 'month' | 'year';
  /** First day of the period. */
  period: string;
  revision: number | null;
  numerator: number | null;
  denominator: number | null;
  version: number | null;
  is_locked: boolean;
  /** Below the numerator where no denominator is entered; null: not known. */
  households: number | null;
  hamlet_name: string;
  former_commune: string | null;
};

/** Something that is sent: what stands in a row's cells, over the version that was seen. */
export type Entry = {
  id: string;
  hamlet_id: string;
  indicator: string;
  period: string;
  numerator: number | null;
  denominator: number | null;
  edited_version: number | null;
};

/** A figure that two people entered differently. */
export type Differing = { yours: Entry; theirs: Entry & { version: number } };

/** The grid of a month and of its year. */
export function useReports(person: string, communeId: string, month: string) {
  return useQuery({
    queryKey: [person, 'reports', communeId, month],
    queryFn: () => callAll<ReportRow>('reports_of', { month, commune_id: communeId }, 'hamlet_id,indicator'),
  });
}

/** @throws Fault `fields_with_errors` at <hamlet>/<indicator>/<part>, `stale` with {rows}. */
export function saveReports(entries: readonly Entry[], communeId: string): Promise<unknown> {
  return call('save_reports', { entries, commune_id: communeId });
}

/** @throws Fault */
export function confirmReports(
  hamletIds: readonly string[],
  { every, period }: { every: 'month' | 'year'; period: string },
  communeId: string,
): Promise<unknown> {
  const locks = hamletIds.map((hamlet_id) => ({ id: newId(), hamlet_id, every, period }));
  return call('confirm_reports', { locks, commune_id: communeId });
}

/** @throws Fault `fields_with_errors`, `stale` with the latest revision. */
export function correctReport(report: object, communeId: string): Promise<unknown> {
  return call('correct_report', { report, commune_id: communeId });
}

/** What is made from reports is asked anew; other screens hear of it by themselves. */
export function forgetReports(queries: QueryClient): Promise<void> {
  const names = ['reports', 'progress', 'progress-totals', 'progress-series', 'acts'];
  return queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[1])) });
}
