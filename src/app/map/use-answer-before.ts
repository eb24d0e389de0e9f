import { useQuery } from '@tanstack/react-query';
import { hamlets } from '../../layers/hamlets/index.ts';
import { countProgress } from '../../layers/hamlets/progress.ts';
import { monthsBefore } from '../../ui/day.ts';
import type { Place } from './use-map-page.ts';

/** How far back the answer compares itself. */
export const MONTHS_BEFORE = 3;

/** The plan's number on the compared day, else three months before; null until it is here. Asked only when `wanted`. */
export function useAnswerBefore(
  { person, commune }: Place,
  asOf: string,
  compareTo: string | null,
  wanted: boolean,
): { met: number; day: string } | null {
  const day = compareTo ?? monthsBefore(asOf, MONTHS_BEFORE);
  const { data } = useQuery({
    ...hamlets.query({ person, communeId: commune.id, asOf: day }),
    enabled: wanted,
  });
  // A commune that had no hamlets yet has nothing to compare with.
  return data && data.length > 0 ? { met: countProgress(data).met, day } : null;
}
