import { callAll } from '../../data/read-all.ts';
import { byName } from '../../ui/format.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { PublishedRow } from './row.ts';

/** The last released period that had ended by the day, the greatest counts first. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<PublishedRow> {
  return {
    queryKey: [person, 'published-incidents', communeId, asOf],
    queryFn: async () => {
      const rows = await callAll<PublishedRow>('published_incidents', { as_of: asOf, commune_id: communeId });
      return rows.toSorted(
        (one, other) =>
          (other.count ?? 0) - (one.count ?? 0) ||
          byName(one.name ?? '', other.name ?? '') ||
          (one.cell_id ?? 0) - (other.cell_id ?? 0),
      );
    },
  };
}
