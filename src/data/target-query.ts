import { readAll } from './read-all.ts';
import type { TargetVersion } from './target-versions.ts';

/** Every version of every target of a commune; which one counts depends on the day. */
export function queryTargets(person: string, communeId: string) {
  return {
    queryKey: [person, 'targets', communeId] as const,
    queryFn: () => readAll<TargetVersion>('targets', communeId),
  };
}
