import type { QueryClient } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import type { TargetVersion } from '../../data/target-versions.ts';

/** @throws Fault `fields_with_errors`, `stale` with both versions. */
export function saveTarget(
  target: object,
  editedVersion: number | null,
  communeId: string,
): Promise<TargetVersion> {
  return call<TargetVersion>('save_target', { target, edited_version: editedVersion, commune_id: communeId });
}

/** What is measured against targets is asked anew; other screens hear of it by themselves. */
export function forgetTargets(queries: QueryClient): Promise<void> {
  const names = ['targets', 'hamlets', 'progress', 'progress-totals', 'progress-series', 'acts'];
  return queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[1])) });
}
