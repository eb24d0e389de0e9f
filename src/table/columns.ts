import type { Column, Facts } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { day, number } from '../ui/format.ts';

/**
 * What a person reads in one cell: the column's own words (which may be none, where a value makes no sense),
 * else the value, else "chưa có số liệu", so that nobody takes a gap for a zero.
 */
export function shownText<Row>(column: Column<Row>, row: Row, facts: Facts): string {
  return column.text ? column.text(row, facts) : plainText(column.value(row, facts));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a value is a day of the calendar, YYYY-MM-DD. */
export function isDay(value: string): boolean {
  return DAY.test(value);
}

function plainText(value: string | number | null): string {
  if (value === null || value === '') return m.table_no_data();
  if (typeof value === 'number') return number(value, 2);
  return isDay(value) ? day(value) : value;
}

// Numbers inside names count as numbers: "Thôn 2" stands before "Thôn 10".
const vietnamese = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' });

/** Ascending order of two values of one column: numbers by size, before words; words as Vietnamese sorts them. */
export function compareValues(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'number') return -1;
  if (typeof other === 'number') return 1;
  return vietnamese.compare(one, other);
}

/** Which columns stand at first, as TanStack Table wants it: `false` hides, absence shows. */
export function columnsAtFirst<Row>(columns: readonly Column<Row>[]): Record<string, boolean> {
  return Object.fromEntries(columns.filter(({ optional }) => optional).map(({ id }) => [id, false]));
}

const LEAST_WIDTH = 7;
const MOST_WIDTH = 34;
/** Room for the sort mark beside a title, in characters. */
const SORT_MARK = 3;

/**
 * Width of a column in characters, from its longest text; between 7 and 34. Fixed widths keep the
 * columns still while rows come and go under scrolling.
 */
export function columnWidth(title: string, texts: readonly string[]): number {
  let width = Math.max(LEAST_WIDTH, title.length + SORT_MARK);
  for (const text of texts) {
    width = Math.max(width, text.length);
    if (width >= MOST_WIDTH) return MOST_WIDTH;
  }
  return width;
}
