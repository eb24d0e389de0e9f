import type { Column, Facts } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { isDay, shownText } from './columns.ts';

/** A day of the calendar without an hour, as YYYY-MM-DD. */
export type Day = { day: string };
/** One cell of an exported file; null is "chưa có số liệu" and stays empty, so that no sum counts it. */
export type SheetCell = string | number | Day | null;
export type ExportSheet = { titles: string[]; rows: SheetCell[][] };

/** The cells of exactly these columns and rows, in their order. */
export function exportSheet<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  facts: Facts,
): ExportSheet {
  return {
    titles: columns.map((column) => column.title()),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row, facts))),
  };
}

/** The sheet with who saved it and when in every row: where rows are parted from each other, each still says it. */
export function signedSheet({ titles, rows }: ExportSheet, by: string, at: string): ExportSheet {
  return {
    titles: [...titles, m.table_saved_by(), m.table_saved_at()],
    rows: rows.map((cells) => [...cells, by, at]),
  };
}

// A number that only ranks (the order of states) is no figure: there the words are exported.
function cellOf<Row>(column: Column<Row>, row: Row, facts: Facts): SheetCell {
  const value = column.value(row, facts);
  if (value === null || value === '') return null;
  if (typeof value === 'number' && (column.numeric || !column.text)) return value;
  if (typeof value === 'string' && isDay(value)) return { day: value };
  return shownText(column, row, facts);
}
