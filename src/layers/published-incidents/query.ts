import { callAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { PublishedRow } from './row.ts';

/** The last released period that had ended by the day. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<PublishedRow> {
  return {
    queryKey: [person, 'published-incidents', communeId, asOf],
    queryFn: () => callAll<PublishedRow>('published_incidents', { as_of: asOf, commune_id: communeId }),
  };
}
