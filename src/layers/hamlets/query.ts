import { callAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { HamletRow } from './row.ts';

/** Every hamlet of the commune as it was at the end of the day. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<HamletRow> {
  return {
    queryKey: [person, 'hamlets', communeId, asOf],
    queryFn: () => callAll<HamletRow>('hamlets_at', { as_of: asOf, commune_id: communeId }),
  };
}
