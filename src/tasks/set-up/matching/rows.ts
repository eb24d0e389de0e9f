import { idsAfter } from '../../../data/new-id.ts';
import type { FileFeature } from '../file/file-content.ts';
import { cellText, cellValue } from './cell.ts';
import { type Field, LAYER_FIELDS, type Loadable } from './layer-fields.ts';
import type { Matching, Source } from './matching.ts';
import { NO_SOURCE } from './matching.ts';
import { type Meaning, meaningOf } from './meaning.ts';

/** What the texts of each choice or organization field may mean, by field. */
export type Meanings = Readonly<Record<string, readonly Meaning[]>>;

/** One row as the server takes it: its id, its geometry, and a text or null by field. */
export type SentRow = { id: string; geometry: FileFeature['geometry'] } & Readonly<Record<string, unknown>>;

/** The rows to send for a file, in its order. The ids follow from `firstId`: the same every time. */
export function rowsToSend(
  layer: Loadable,
  features: readonly FileFeature[],
  matching: Matching,
  meanings: Meanings,
  firstId: string,
): SentRow[] {
  const ids = idsAfter(firstId, features.length);
  return features.map(({ properties, geometry }, index) => ({
    ...Object.fromEntries(
      LAYER_FIELDS[layer].map((field) => [
        field.id,
        sentValue(field, properties, matching[field.id] ?? NO_SOURCE, meanings[field.id] ?? []),
      ]),
    ),
    id: ids[index] ?? '',
    geometry,
  }));
}

/** The value of one field in one row: the cell's, else the one given for all. */
function sentValue(
  field: Field,
  properties: FileFeature['properties'],
  source: Source,
  meanings: readonly Meaning[],
): string | null {
  const value = source.column === null ? null : cellValue(properties[source.column], field.kind);
  if (value === null) return source.common;
  if (field.kind !== 'choice' && field.kind !== 'organization') return value;
  // A text without a known meaning goes to the server as it is, which names it as an error.
  return meaningIn(value, source, meanings) ?? value;
}

/** What a text means in this matching: what a person said, else the guess, else null. */
export function meaningIn(text: string, source: Source, meanings: readonly Meaning[]): string | null {
  const said = Object.hasOwn(source.meanings, text) ? source.meanings[text] : undefined;
  return said ?? meaningOf(text, meanings);
}

/** The different texts of a column with the number of rows that have each, the most frequent first. */
export function textsOf(features: readonly FileFeature[], column: string): { text: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const { properties } of features) {
    const text = cellText(properties[column]);
    if (text.trim() !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, rows]) => ({ text, rows })).toSorted((a, b) => b.rows - a.rows);
}
