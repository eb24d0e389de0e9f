import { callAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { CareStretchRow } from './row.ts';

/** Every stretch of the commune's model roads as it was at the end of the day. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<CareStretchRow> {
  return {
    queryKey: [person, 'care-stretches', communeId, asOf],
    queryFn: () => callAll<CareStretchRow>('care_stretches_at', { as_of: asOf, commune_id: communeId }),
  };
}
