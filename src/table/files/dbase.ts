import type { SheetCell } from '../export-sheet.ts';
import { plainCell } from './feature-list.ts';

/** Bytes that one text cell of a dBASE table holds at most. */
const LONGEST_TEXT = 254;
const MOST_DECIMALS = 9;

type Field = { name: string; type: 'C' | 'N' | 'D'; width: number; decimals: number };

const encoder = new TextEncoder();

/**
 * A dBASE III table in UTF-8 (the .cpg beside it says so): columns of numbers as numbers, of days as dates, the rest
 * as text; an empty cell is blank. Answers too how many texts were too long and lost their end, never half a letter.
 */
export function dbaseOf(
  names: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): { bytes: Uint8Array<ArrayBuffer>; shortened: number } {
  const fields = names.map((name, index) => fieldOf(name, rows, index));
  const length = 1 + fields.reduce((sum, { width }) => sum + width, 0);
  const head = 32 + 32 * fields.length + 1;
  const bytes = new Uint8Array(head + rows.length * length + 1);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, head, true);
  view.setUint16(10, length, true);
  // A date that is the same whenever the file is made: 1 January 1980.
  bytes.set([80, 1, 1], 1);
  fields.forEach(({ name, type, width, decimals }, index) => {
    const at = 32 + 32 * index;
    bytes.set(encoder.encode(name), at);
    bytes.set([type.charCodeAt(0)], at + 11);
    bytes.set([width, decimals], at + 16);
  });
  bytes[head - 1] = 0x0d;
  let shortened = 0;
  let at = head;
  for (const cells of rows) {
    bytes.fill(0x20, at, at + length);
    at += 1;
    fields.forEach((field, index) => {
      const written = encoder.encode(textOf(cells[index] ?? null, field));
      const whole = written.length <= field.width ? written : cut(written, field.width);
      if (whole !== written) shortened += 1;
      bytes.set(whole, field.type === 'N' ? at + field.width - whole.length : at);
      at += field.width;
    });
  }
  bytes[at] = 0x1a;
  return { bytes, shortened };
}

function fieldOf(name: string, rows: readonly (readonly SheetCell[])[], index: number): Field {
  const cells = rows.map((row) => row[index] ?? null).filter((cell) => cell !== null);
  if (cells.length > 0 && cells.every((cell) => typeof cell === 'object')) {
    return { name, type: 'D', width: 8, decimals: 0 };
  }
  if (cells.length > 0 && cells.every((cell) => typeof cell === 'number')) {
    const decimals = cells.reduce<number>((most, cell) => Math.max(most, decimalsOf(cell as number)), 0);
    const width = cells.reduce<number>(
      (most, cell) => Math.max(most, (cell as number).toFixed(decimals).length),
      1,
    );
    // What a column of numbers cannot hold is kept as text.
    if (width <= 19) return { name, type: 'N', width, decimals };
  }
  const width = cells.reduce<number>(
    (most, cell) => Math.max(most, encoder.encode(String(plainCell(cell))).length),
    1,
  );
  return { name, type: 'C', width: Math.min(width, LONGEST_TEXT), decimals: 0 };
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals;
  }
  return MOST_DECIMALS;
}

function textOf(cell: SheetCell, { type, decimals }: Field): string {
  if (cell === null) return '';
  if (type === 'D') return String(plainCell(cell)).replaceAll('-', '');
  if (type === 'N' && typeof cell === 'number') return cell.toFixed(decimals);
  return String(plainCell(cell));
}

// Bytes 10xxxxxx go on with a letter that begins before them.
function cut(bytes: Uint8Array, most: number): Uint8Array {
  let end = most;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
