import type { SentRow } from '../matching/rows.ts';

/** Part of a file's rows as it is sent in one request. `first` is the number of its first row, from 1. */
export type Piece = { first: number; rows: readonly SentRow[] };

// Small enough that the server answers others in between and a bar moves; the server takes 10 MB at most.
const MOST_ROWS = 2000;
const MOST_CHARACTERS = 1_500_000;

/**
 * Cuts rows into pieces, one at a time as they are asked for: writing out a file of 100,000 rows at once would
 * freeze the page. A row that is larger than a piece is a piece of its own.
 */
export function* piecesOf(rows: readonly SentRow[]): Generator<Piece> {
  let first = 0;
  let size = 0;
  for (const [index, row] of rows.entries()) {
    const more = JSON.stringify(row).length;
    if (index > first && (index - first >= MOST_ROWS || size + more > MOST_CHARACTERS)) {
      yield { first: first + 1, rows: rows.slice(first, index) };
      first = index;
      size = 0;
    }
    size += more;
  }
  if (first < rows.length) yield { first: first + 1, rows: rows.slice(first) };
}
