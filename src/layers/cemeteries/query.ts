import { callAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { CemeteryRow } from './row.ts';

/** Every martyrs' cemetery of the commune as it was at the end of the day. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<CemeteryRow> {
  return {
    queryKey: [person, 'cemeteries', communeId, asOf],
    queryFn: () => callAll<CemeteryRow>('cemeteries_at', { as_of: asOf, commune_id: communeId }),
  };
}
