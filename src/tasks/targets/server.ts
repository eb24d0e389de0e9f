import { type QueryClient, useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { readAll } from '../../data/read-all.ts';

export type Scope = 'hamlets' | 'commune' | 'hamlet';

/** A version of a target (`public.targets`). */
export type Target = {
  id: string;
  indicator: string;
  scope: Scope;
  hamlet_id: string | null;
  /** In the indicator's unit; for the total of hamlets per cent. */
  value: number;
  valid_from: string;
  /** First day on which it counts no more; null: until the next version. */
  valid_to: string | null;
  legal_basis: string | null;
  confirmed: boolean;
  version: number;
};

/** All versions of all targets. The key is not that of the map's own, which reads other columns. */
export function useTargets(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'targets', communeId, 'versions'],
    queryFn: () => readAll<Target>('targets', communeId),
  });
}

/** @throws Fault `fields_with_errors`, `stale` with both versions. */
export function saveTarget(target: object, editedVersion: number | null, communeId: string): Promise<Target> {
  return call<Target>('save_target', { target, edited_version: editedVersion, commune_id: communeId });
}

/** What is measured against targets is asked anew; other screens hear of it by themselves. */
export function forgetTargets(queries: QueryClient): Promise<void> {
  const names = ['targets', 'hamlets', 'progress', 'progress-totals', 'progress-series', 'acts'];
  return queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[1])) });
}
