import type { FileContent } from '../file/file-content.ts';
import { LAYER_FIELDS, type Loadable } from './layer-fields.ts';
import type { Matching } from './matching.ts';

const PREFIX = 'matching-1:';

/** Files of one layout have the same columns, in whatever order. */
function keyOf(userId: string, layer: Loadable, columns: FileContent['columns']): string {
  return `${PREFIX}${userId}:${layer}:${JSON.stringify(columns.toSorted())}`;
}

/**
 * Remembers on this device how a person matched a layout, once its rows are stored. It is a habit of one desk and
 * holds nothing of the rows: names of columns, and what a text in them means.
 */
export function rememberMatching(
  userId: string,
  layer: Loadable,
  columns: FileContent['columns'],
  matching: Matching,
): void {
  try {
    localStorage.setItem(keyOf(userId, layer, columns), JSON.stringify(matching));
  } catch {
    // A browser that keeps nothing guesses anew.
  }
}

/** How this person matched the layout last, with the days of `guess`: those were of that file. Null: never. */
export function rememberedMatching(
  userId: string,
  layer: Loadable,
  columns: FileContent['columns'],
  guess: Matching,
): Matching | null {
  const kept = read(keyOf(userId, layer, columns));
  if (kept === null) return null;
  return Object.fromEntries(
    LAYER_FIELDS[layer].flatMap(({ id, kind }) => {
      const source = kept[id] ?? guess[id];
      if (!source) return [];
      return [[id, kind === 'date' ? { ...source, common: guess[id]?.common ?? null } : source]];
    }),
  );
}

function read(key: string): Matching | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Matching | null;
  } catch {
    return null;
  }
}
