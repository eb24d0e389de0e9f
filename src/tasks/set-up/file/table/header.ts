import { isBlank, type Table } from './cells.ts';
import { readCoordinate } from './coordinate.ts';
import { coordinateNames } from './place-columns.ts';

const LOOKED_AT = 40;

type Header = { names: string[]; above: number };

/**
 * The header of a table and the first row below it. Above it may stand titles, often in merged cells; it may take two
 * rows ("Tọa độ" above "X" and "Y"). Without any header the columns are numbered.
 */
export function findHeader(table: Table): { header: Header; first: number } {
  const top = table.slice(0, LOOKED_AT);
  const named = top.map((row) => coordinateNames(row.map(textOf)));
  const most = Math.max(...named);
  const at = most >= 2 ? named.indexOf(most) : top.findIndex((row, index) => isHeader(row, top[index + 1]));
  if (at < 0) {
    const width = Math.max(...top.map((row) => row.length));
    return {
      header: { names: Array.from({ length: width }, (_, index) => `Cột ${index + 1}`), above: 0 },
      first: 0,
    };
  }
  const names = withRowAbove((table[at] ?? []).map(textOf), (table[at - 1] ?? []).map(textOf));
  const above = table.slice(0, at).filter((row) => row.filter((cell) => !isBlank(cell)).length > 0).length;
  // A row of column numbers, "(1) (2) (3)", belongs to the header.
  const next = (table[at + 1] ?? []).filter((cell) => !isBlank(cell));
  const isNumbering =
    next.length > 1 && next.every((cell, index) => textOf(cell).replace(/[()\s]/g, '') === String(index + 1));
  return { header: { names: unique(names), above }, first: at + (isNumbering ? 2 : 1) };
}

/** All texts, in at least two columns, with at least one number right below. */
function isHeader(row: readonly unknown[], next: readonly unknown[] | undefined): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  const isText = (cell: unknown) => typeof cell === 'string' && readCoordinate(cell) === null;
  const below = (next ?? []).filter((cell) => !isBlank(cell));
  return filled.length >= 2 && filled.every(isText) && below.length >= 2 && !below.every(isText);
}

function withRowAbove(names: readonly string[], above: readonly string[]): string[] {
  const isSecondRow = above.filter((text) => text !== '').length > 1;
  const width = Math.max(names.length, isSecondRow ? above.length : 0);
  return Array.from({ length: width }, (_, index) => {
    return names[index] || (isSecondRow && above[index]) || `Cột ${index + 1}`;
  });
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function textOf(cell: unknown): string {
  return isBlank(cell) || cell instanceof Date
    ? ''
    : String(cell).normalize('NFC').replace(/\s+/g, ' ').trim();
}
