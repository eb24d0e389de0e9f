import { callAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { RoadRow } from './row.ts';

/** Every ordinary road of the commune as it was at the end of the day. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<RoadRow> {
  return {
    queryKey: [person, 'roads', communeId, asOf],
    queryFn: () => callAll<RoadRow>('roads_at', { as_of: asOf, commune_id: communeId }),
  };
}
