import { callAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { ModelRoadRow } from './row.ts';

/** Every model road of the commune as it was at the end of the day. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<ModelRoadRow> {
  return {
    queryKey: [person, 'model-roads', communeId, asOf],
    queryFn: () => callAll<ModelRoadRow>('model_roads_at', { as_of: asOf, commune_id: communeId }),
  };
}
