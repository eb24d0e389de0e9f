import type { ExportSheet, SheetCell } from './export-sheet.ts';

/**
 * How numbers and cells are parted. Excel reads a CSV file by the regional setting of its machine:
 * where the decimal mark is a comma (Vietnam), it expects semicolons between cells; elsewhere commas.
 * A first line `sep=;` would settle it, but makes Excel forget the byte-order mark and garble Vietnamese.
 */
export type CsvDialect = { separator: ',' | ';'; decimal: '.' | ',' };
export const CSV_DIALECTS = {
  vi: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
} as const satisfies Record<string, CsvDialect>;

const BYTE_ORDER_MARK = '\uFEFF';
// What a spreadsheet may take for a formula, full-width forms and leading blanks included.
const FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;

/**
 * A CSV file (RFC 4180: CRLF, doubled quotes) with a byte-order mark. Days are written as YYYY-MM-DD,
 * which every Excel takes for a date. Text that a spreadsheet could run as a formula gets a leading
 * apostrophe; numbers, negative ones too, stay numbers.
 */
export function csvOf({ titles, rows }: ExportSheet, dialect: CsvDialect): string {
  const lines = [titles, ...rows].map((cells) =>
    cells.map((cell) => csvCell(cell, dialect)).join(dialect.separator),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function csvCell(cell: SheetCell, { separator, decimal }: CsvDialect): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return quoted(String(cell).replace('.', decimal), separator);
  if (typeof cell === 'object') return cell.day;
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell, separator);
}

function quoted(text: string, separator: string): string {
  const plain = !text.includes(separator) && !/["\r\n]|^\s|\s$/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
