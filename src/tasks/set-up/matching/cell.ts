import { readDay } from '../../../ui/day.ts';
import { readNumber, readWholeNumber } from '../../../ui/figure.ts';
import type { Cell } from '../file/file-content.ts';
import type { FieldKind } from './layer-fields.ts';

/** A cell as a person reads it; '' for nothing. Not normalised: the server does that, and says so. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/**
 * A cell's value as the server takes it, null for an empty one. Days and figures are read in the ways in which
 * they are written here; what cannot be read is passed on as it is, so that the check names it.
 */
export function cellValue(cell: Cell, kind: FieldKind): string | null {
  const text = cellText(cell);
  if (text.trim() === '') return null;
  switch (kind) {
    case 'date':
      return dayOf(text.trim()) ?? text;
    case 'integer':
      return readWholeNumber(text.trim()) ?? text;
    case 'number':
      return readNumber(text.trim()) ?? text;
    default:
      return text;
  }
}

// 2025-07-01, 2025-07-01T00:00:00Z, 2025/07/01 (as QGIS writes it), 1/7/2025.
function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[/-](\d{2})[/-](\d{2})(?:$|[T ])/.exec(text) ?? [];
  return readDay(year ? `${year}-${month}-${day}` : text);
}
