import { readDay } from '../../../ui/day.ts';
import type { Cell } from '../file/read-geojson.ts';
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
      return wholeNumberOf(text.trim()) ?? text;
    case 'number':
      return numberOf(text.trim()) ?? text;
    default:
      return text;
  }
}

// 2025-07-01, 2025-07-01T00:00:00Z, 2025/07/01 (as QGIS writes it), 1/7/2025.
function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[/-](\d{2})[/-](\d{2})(?:$|[T ])/.exec(text) ?? [];
  return readDay(year ? `${year}-${month}-${day}` : text);
}

// 25660, 25.660, 25,660, 25 660, 25660.0: a dot or comma before exactly three digits groups thousands.
function wholeNumberOf(text: string): string | null {
  if (/^\d{1,3}(?:([.,\s\u00a0])\d{3})(?:\1\d{3})*$/.test(text)) return text.replace(/\D/g, '');
  return /^\d+(?:[.,]0+)?$/.test(text) ? (/^\d+/.exec(text)?.[0] ?? null) : null;
}

// 12,5 and 12.5; 1.234,5 and 1,234.5: the last separator is the decimal one.
function numberOf(text: string): string | null {
  const decimal = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const whole = decimal < 0 ? text : text.slice(0, decimal);
  const digits = whole.replace(/[.,\s\u00a0]/g, '');
  const number = decimal < 0 ? digits : `${digits}.${text.slice(decimal + 1)}`;
  return /^\d+(?:\.\d+)?$/.test(number) ? number : null;
}
