import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Geometry } from 'geojson';
import { call } from '../../data/call.ts';
import { client } from '../../data/client.ts';
import { callAll, readAll, readPages } from '../../data/read-all.ts';
import type { LogFilter } from './filter.ts';

/** What one press wrote, as `read_acts` tells it. `undone` of its `changes` are taken back. */
export type Act = {
  act: string;
  last_change: number;
  at: string;
  changed_by: string | null;
  act_name: string | null;
  changes: number;
  undone: number;
  undoes_act: string | null;
  parts: { table: string; action: Action; count: number }[];
  subjects: string[] | null;
};
export type Action = 'insert' | 'update' | 'delete';

/** A row as it was, column by column; geometries are GeoJSON in WGS84 degrees. */
export type Content = Record<string, unknown>;

/** One change of an act. `before` and `after` are null for sensitive tables. */
export type Change = {
  id: number;
  table_name: string;
  action: Action;
  before: Content | null;
  after: Content | null;
  fields: string[] | null;
  subject: string | null;
};

/** What an undo would lose: a later change of the same row, or rows that hang on it. */
export type Lost = {
  table: string;
  subject: string | null;
  fields?: string[];
  changed_by?: string | null;
  at?: string;
  count?: number;
};

/** Acts that were answered at a time. */
const PAGE = 30;
/** Changes of one act that are shown; the largest act is a file of thousands of rows. */
export const SHOWN_CHANGES = 60;

/** The acts that a filter lets through, the latest first, by pages. */
export function useActs(person: string, communeId: string, filter: LogFilter) {
  return useInfiniteQuery({
    queryKey: [person, 'acts', communeId, filter],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      call<Act[]>('read_acts', {
        from_day: filter.from,
        to_day: filter.to,
        person: filter.person,
        tables: filter.tables,
        before_change: pageParam,
        commune_id: communeId,
      }),
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.last_change ?? null)),
  });
}

/** The first changes of an act, in the order in which they were written. */
export function useChanges(person: string, act: string) {
  return useQuery({
    queryKey: [person, 'changes', act],
    queryFn: async () => {
      const { data, error } = await client
        .from('changes')
        .select('id,table_name,action,before,after,fields,subject')
        .eq('act', act)
        .order('id')
        .range(0, SHOWN_CHANGES - 1);
      if (error) throw error;
      return data as unknown as Change[];
    },
  });
}

/** Names of those who wrote, by account, as far as this person may know them. */
export function useAuthors(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'authors', communeId],
    queryFn: async () => {
      const rows = await callAll<{ user_id: string; display_name: string }>(
        'change_authors',
        { commune_id: communeId },
        'user_id',
      );
      return new Map(rows.map(({ user_id, display_name }) => [user_id, display_name]));
    },
  });
}

/** Names of what rows refer to, by id: hamlets of today and organizations. */
export function useReferredNames(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'referred-names', communeId],
    queryFn: async () => {
      const [hamlets, organizations] = await Promise.all([
        readPages<{ id: string; name: string; former_commune: string | null }>((from, to) =>
          client
            .from('hamlets')
            .select('id,name,former_commune', { count: 'exact' })
            .eq('commune_id', communeId)
            .order('id')
            .range(from, to),
        ),
        readAll<{ id: string; name: string }>('organizations', communeId),
      ]);
      return new Map([
        ...hamlets.map(({ id, name, former_commune }): [string, string] => [
          id,
          former_commune ? `${name} (${former_commune})` : name,
        ]),
        ...organizations.map(({ id, name }): [string, string] => [id, name]),
      ]);
    },
  });
}

/** The commune's outline, around what was changed. */
export function useOutline(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'ground-outline', communeId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { data, error } = await client.from('communes').select('geometry').eq('id', communeId).single();
      if (error) throw error;
      return data.geometry as unknown as Geometry;
    },
  });
}

/**
 * Takes an act or a change back, or takes a version up again; `seen` names the later changes that may be lost.
 * @throws Fault `later_changes` with what would be lost, and others whose message says what to do.
 */
export function undo(what: Undoing, seen: number | null): Promise<{ act: string | null; undone: number }> {
  if ('version' in what) return call('restore_version', { change: what.version, seen });
  return call('undo_changes', { ...what, seen });
}

/** A whole act, one change of it, or the version of a feature that a change had made. */
export type Undoing = { act: string } | { change: number } | { version: number };

const FEATURES: ReadonlySet<string> = new Set([
  'hamlets',
  'roads',
  'model_roads',
  'waste_points',
  'cemeteries',
]);

/** Whether a change left a version that can be taken up again. */
export function hasVersion({ table_name, after }: Change): boolean {
  return after !== null && FEATURES.has(table_name);
}
