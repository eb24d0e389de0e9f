import type { Cell, SheetData } from 'write-excel-file/universal';
import type { ExportSheet, SheetCell } from './export-sheet.ts';

/** What the second sheet says about the first: one line each, title and value. */
export type Origin = { sheet: string; lines: readonly (readonly [title: string, value: SheetCell])[] };

const WIDEST = 60;

/**
 * An XLSX workbook: the data on a sheet of their own, clean from the first line; where they come from on
 * the second. Numbers and days are real number and date cells; text stays text, whatever it begins with.
 */
export async function workbookOf(name: string, sheet: ExportSheet, origin: Origin): Promise<Blob> {
  // Only who exports a workbook pays for its writer.
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const data: SheetData = [sheet.titles.map(bold), ...sheet.rows.map((cells) => cells.map(workbookCell))];
  const source: SheetData = origin.lines.map(([title, value]) => [bold(title), workbookCell(value)]);
  return writeWorkbook([
    { data, sheet: sheetName(name), stickyRowsCount: 1, columns: sheet.titles.map(widthOf(sheet)) },
    { data: source, sheet: sheetName(origin.sheet), columns: [{ width: 24 }, { width: WIDEST }] },
  ]).toBlob();
}

function bold(text: string): Cell {
  return { value: text, type: String, fontWeight: 'bold' };
}

function workbookCell(cell: SheetCell): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: writable(cell), type: String };
  // A date cell has no zone: midnight in UTC is what the writer turns into that very day.
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
}

// XML cannot hold most control characters: Excel would call the whole workbook damaged.
function writable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '');
}

function widthOf({ rows }: ExportSheet): (title: string, index: number) => { width: number } {
  return (title, index) => ({
    width: Math.min(
      WIDEST,
      rows.reduce((width, cells) => Math.max(width, lengthOf(cells[index] ?? null)), title.length) + 2,
    ),
  });
}

function lengthOf(cell: SheetCell): number {
  return cell === null ? 0 : typeof cell === 'object' ? 10 : String(cell).length;
}

// Excel refuses a workbook whose sheet has a longer name, or one of these characters in it.
function sheetName(name: string): string {
  return name
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .slice(0, 31);
}
