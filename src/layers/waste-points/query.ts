import { callAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { WastePointRow } from './row.ts';

/** Every waste point of the commune as it was at the end of the day. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<WastePointRow> {
  return {
    queryKey: [person, 'waste-points', communeId, asOf],
    queryFn: () => callAll<WastePointRow>('waste_points_at', { as_of: asOf, commune_id: communeId }),
  };
}
