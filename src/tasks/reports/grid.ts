import type { Indicator } from '../../data/progress.ts';
import { readWholeNumber } from '../../ui/figure.ts';
import type { ReportRow } from './server.ts';

/** One number that a hamlet reports: the numerator, or the denominator where it is entered too. */
export type Column = { indicator: Indicator; part: 'numerator' | 'denominator' };
/** What stands in the cells, as it was typed; a cell that is missing shows what is stored. */
export type Drafts = Readonly<Record<string, string>>;
/** What is wrong with a cell. */
export type Problem =
  | { code: 'number' | 'denominator' | 'numerator' }
  | { code: 'above'; count: number }
  | { code: 'server'; said: string };

/** Columns of the grid of a month or a year, in the order of the indicators. */
export function columnsOf(indicators: readonly Indicator[], every: 'month' | 'year'): Column[] {
  return indicators
    .filter(({ period }) => period === every)
    .flatMap((indicator): Column[] => [
      { indicator, part: 'numerator' },
      ...(indicator.denominator_source === 'entered' ? ([{ indicator, part: 'denominator' }] as const) : []),
    ]);
}

/** Name of a cell, as the server names it when something is wrong with it. */
export function cellOf(hamletId: string, { indicator, part }: Column): string {
  return `${hamletId}/${indicator.code}/${part}`;
}

/** What a cell shows: what was typed, else what is stored; empty for nothing. */
export function textOf(drafts: Drafts, row: ReportRow, column: Column): string {
  const typed = drafts[cellOf(row.hamlet_id, column)];
  return typed ?? String(row[column.part] ?? '');
}

/** Reads a cell: null for an empty one, NaN for what is no whole number. */
export function readCell(text: string, { indicator }: Column): number | null {
  const trimmed = text.normalize('NFC').replaceAll('\u00a0', ' ').trim();
  if (trimmed === '') return null;
  if (indicator.denominator_source === 'one') {
    if (/^(1|có|co|x|đạt|dat|yes)$/iu.test(trimmed)) return 1;
    if (/^(0|không|khong|no)$/iu.test(trimmed)) return 0;
    return Number.NaN;
  }
  const whole = readWholeNumber(trimmed);
  return whole === null ? Number.NaN : Number(whole);
}

/** What is wrong in the row's cells of one indicator, cell by cell; nothing when it may be sent. */
export function problemsOf(
  drafts: Drafts,
  row: ReportRow,
  columns: readonly Column[],
): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>();
  const own = columns.filter(({ indicator }) => indicator.code === row.indicator);
  const values = new Map(own.map((column) => [column.part, readCell(textOf(drafts, row, column), column)]));
  for (const column of own) {
    if (Number.isNaN(values.get(column.part)))
      problems.set(cellOf(row.hamlet_id, column), { code: 'number' });
  }
  const [first] = own;
  if (problems.size > 0 || !first) return problems;
  const numerator = values.get('numerator') ?? null;
  const entered = values.get('denominator') ?? null;
  const whole = first.indicator.denominator_source === 'entered' ? entered : row.households;
  const at = (part: Column['part']) => cellOf(row.hamlet_id, { indicator: first.indicator, part });
  if (first.indicator.denominator_source === 'entered') {
    if (numerator !== null && entered === null) problems.set(at('denominator'), { code: 'denominator' });
    if (numerator === null && entered !== null) problems.set(at('numerator'), { code: 'numerator' });
  }
  if (
    numerator !== null &&
    whole !== null &&
    first.indicator.denominator_source !== 'one' &&
    numerator > whole
  )
    problems.set(at('numerator'), { code: 'above', count: whole });
  return problems;
}

/** Whether something else stands in a row's cells than is stored. */
export function isChanged(drafts: Drafts, row: ReportRow, columns: readonly Column[]): boolean {
  return columns.some(
    (column) =>
      column.indicator.code === row.indicator &&
      cellOf(row.hamlet_id, column) in drafts &&
      readCell(textOf(drafts, row, column), column) !== row[column.part],
  );
}

export type Pasted =
  | { drafts: Drafts }
  | { tooBig: { rows: number; columns: number } }
  | { notANumber: string };

/**
 * Puts a block of a spreadsheet (tabs between cells, one line a row) into the grid from one cell on: all of it, or
 * nothing. Locked cells take nothing.
 */
export function paste(
  text: string,
  from: { row: number; column: number },
  hamletIds: readonly string[],
  columns: readonly Column[],
): Pasted {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const block = lines.map((line) => line.split('\t'));
  const width = Math.max(...block.map((cells) => cells.length));
  if (from.row + block.length > hamletIds.length || from.column + width > columns.length)
    return { tooBig: { rows: block.length, columns: width } };
  const drafts: Record<string, string> = {};
  for (const [down, cells] of block.entries()) {
    for (const [right, cell] of cells.entries()) {
      const column = columns[from.column + right];
      const hamletId = hamletIds[from.row + down];
      if (!column || hamletId === undefined) continue;
      const value = readCell(cell, column);
      if (Number.isNaN(value)) return { notANumber: cell.trim() };
      drafts[cellOf(hamletId, column)] = value === null ? '' : String(value);
    }
  }
  return { drafts };
}
