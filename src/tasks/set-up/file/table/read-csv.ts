import Papa from 'papaparse';
import type { FileContent, WantedShape } from '../file-content.ts';
import type { Notes } from '../file-note.ts';
import { UnusableFile } from '../file-problem.ts';
import { tableContent } from './table-content.ts';

/**
 * Reads text with commas, semicolons or tabs between its cells.
 * @throws UnusableFile: those of `tableContent`, `unreadable` (no table at all).
 */
export function readCsv(text: string, wanted: WantedShape, notes: Notes): FileContent {
  // Excel's own first line, "sep=;".
  const [, named] = /^\ufeff?sep=(.)\r?\n/i.exec(text) ?? [];
  const body = named ? text.slice(text.indexOf('\n') + 1) : text;
  const { data } = Papa.parse<string[]>(body, {
    delimiter: named ?? delimiterOf(body),
    skipEmptyLines: false,
  });
  if (data.every((row) => row.length < 2)) throw new UnusableFile('unknown_format');
  return tableContent(data, wanted, notes);
}

/** What stands in most lines: a semicolon or a tab before a comma, which may be a decimal one. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const share = (mark: string) =>
    lines.filter((line) => line.includes(mark)).length / Math.max(1, lines.length);
  return ['\t', ';'].find((mark) => share(mark) > 0.6) ?? (share(',') > 0 ? ',' : ';');
}
