import { callAll } from '../../data/read-all.ts';

/** One of the rows that a hamlet's figure rests on, or that was looked at and does not count (`public.progress_evidence`). */
export type Evidence = {
  kind: 'feature' | 'care' | 'report' | 'statistics';
  /** Where the map and the table show it; null: nowhere. */
  layer: string | null;
  feature_id: string | null;
  /** The entry itself, for who made it. */
  source_id: string | null;
  title: string | null;
  happened_on: string | null;
  counted: boolean;
  /** Metres of a road, households or hectares, a report's numerator. */
  amount: number | null;
  state: string | null;
  recorded_at: string | null;
};

type Asked = { person: string; communeId: string; indicator: string; hamletId: string; asOf: string };

/** Everything that a figure of a day rests on. */
export function queryEvidence({ person, communeId, indicator, hamletId, asOf }: Asked) {
  return {
    queryKey: [person, 'progress-evidence', communeId, indicator, hamletId, asOf],
    queryFn: () =>
      callAll<Evidence>(
        'progress_evidence',
        { indicator, hamlet_id: hamletId, as_of: asOf, commune_id: communeId },
        'kind,happened_on,feature_id,source_id',
      ),
  };
}

/** Who made an entry; the name is for those alone who may read names. */
export type Author = { id: string; display_name: string | null; reason: string | null; note: string | null };

/** Who made these entries and with what words; only for those who are signed in. */
export function queryAuthors(person: string, communeId: string, ids: readonly string[]) {
  return {
    queryKey: [person, 'entry-authors', communeId, ids],
    enabled: person !== 'visitor' && ids.length > 0,
    queryFn: () => callAll<Author>('entry_authors', { ids, commune_id: communeId }),
  };
}
