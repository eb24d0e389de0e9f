import { useQuery } from '@tanstack/react-query';
import { readAll } from '../../data/read-all.ts';
import type { Zone } from './zone.ts';

/** Every VN-2000 projection, with its proj string. */
export function useZones(userId: string) {
  return useQuery({
    queryKey: [userId, 'coordinate-systems'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readAll<Zone>('coordinate_systems', undefined, 'code'),
  });
}
