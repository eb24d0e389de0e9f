import { searchable } from '../layers/filter.ts';

/**
 * The rows of which some shown text holds every word of `wanted`, whatever its case and diacritics;
 * the same array when nothing is wanted.
 */
export function searchRows<Row>(
  rows: readonly Row[],
  wanted: string,
  textsOf: (row: Row) => readonly string[],
): readonly Row[] {
  const words = searchable(wanted).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = searchable(textsOf(row).join(' '));
    return words.every((word) => text.includes(word));
  });
}
