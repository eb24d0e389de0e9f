import { call } from '../../../data/call.ts';
import { client } from '../../../data/client.ts';
import { Fault, faultOf } from '../../../data/fault.ts';
import type { Loadable } from '../matching/layer-fields.ts';
import type { SentRow } from '../matching/rows.ts';
import type { RowProblem } from '../server.ts';
import { piecesOf } from './pieces.ts';

/** A row that is on the map already. `distance_m` is between the two, in metres. */
export type Match = {
  row_number: number;
  existing_id: string;
  existing_name: string | null;
  matched_by: 'key' | 'place';
  distance_m: number;
};

/** What is done with a row that is on the map already. */
export type Duplicates = 'skip' | 'update' | 'keep';

/** One file on its way into one layer. `id` is the device's: sent twice it is stored once. */
export type Import = { id: string; layer: Loadable; communeId: string };

/** What the server found in rows that were brought: what is wrong with them, and which are there already. */
export type Brought = { problems: RowProblem[]; matches: Match[] };

export type Stored = { added: number; updated: number; skipped: number };

/** An earlier import of the very same file. `by` is null where nobody may know the name. */
export type Earlier = { name: string; at: string; by: string | null };

type Comparison = { rows: number; twice: number[]; matches: Match[] };

// The server refuses more; one row alone can be as large.
const MOST_SENT_CHARACTERS = 10 * 1024 * 1024;

/**
 * Brings all rows piece by piece, so that no file is too large and a bar can move; nothing of it is on any map.
 * `onBrought` hears how many rows have arrived. An abort gives up what was brought and leaves the promise open.
 * @throws Fault
 */
export async function bringRows(
  { id, layer, communeId }: Import,
  rows: readonly SentRow[],
  onBrought: (rows: number) => void,
  signal: AbortSignal,
): Promise<Brought> {
  const problems: RowProblem[] = [];
  for (const { first, rows: features } of piecesOf(rows)) {
    if (features.length === 1 && JSON.stringify(features).length > MOST_SENT_CHARACTERS) {
      throw new Fault('bad-input', `row ${first} is larger than 10 MB`, 'body_too_large');
    }
    const found = await call<RowProblem[]>('stage_features', {
      import_id: id,
      layer,
      first_row: first,
      features,
      commune_id: communeId,
    });
    if (signal.aborted) return givenUp(id);
    for (const problem of found) problems.push(problem);
    onBrought(first - 1 + features.length);
  }
  const { twice, matches } = await call<Comparison>('compare_import', { import_id: id });
  if (signal.aborted) return givenUp(id);
  const known = new Set(
    problems.filter(({ code }) => code === 'same_name_twice').map((one) => one.row_number),
  );
  const acrossPieces = twice
    .filter((row) => !known.has(row))
    .map(
      (row_number): RowProblem => ({
        row_number,
        level: 'error',
        code: 'same_name_twice',
        field: 'name',
        detail: null,
      }),
    );
  return { problems: [...problems, ...acrossPieces], matches };
}

async function givenUp(id: string): Promise<never> {
  await giveUpImport(id);
  return new Promise(() => undefined);
}

/** Forgets what was brought. What cannot be forgotten now goes by itself after a day. */
export async function giveUpImport(id: string): Promise<void> {
  await call('give_up_import', { import_id: id }).catch(() => undefined);
}

/** Stores all that was brought in one act, or nothing. Fault hints: loaded_before, import_incomplete, map_changed. */
export async function storeImport(
  { id, layer, communeId }: Import,
  file: { name: string; hash: string; rows: number },
  duplicates: Duplicates,
  choices: Readonly<Record<string, Duplicates>>,
): Promise<Stored> {
  return call('store_import', {
    import: { id, layer, name: file.name, file_hash: file.hash, rows: file.rows, duplicates, choices },
    commune_id: communeId,
  });
}

/** When and by whom this very file was loaded into the layer; null when it was not. */
export async function readEarlier(layer: Loadable, hash: string, communeId: string): Promise<Earlier | null> {
  const { data, error, status } = await client
    .from('imports')
    .select('name, loaded_at, loaded_by')
    .eq('commune_id', communeId)
    .eq('layer', layer)
    .eq('file_hash', hash)
    .maybeSingle();
  if (error) throw faultOf(error, status);
  if (data === null) return null;
  const authors = await client
    .rpc('change_authors', { commune_id: communeId })
    .eq('user_id', data.loaded_by ?? '');
  return { name: data.name ?? '', at: data.loaded_at ?? '', by: authors.data?.[0]?.display_name ?? null };
}
