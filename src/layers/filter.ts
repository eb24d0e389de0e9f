import { m } from '../messages/generated/messages.js';
import type { Facts } from './layer.ts';

/** A question that a person may ask of a layer's rows. Chosen values live in the link as strings. */
export type Filter<Row> = { id: string; title: () => string } & (
  | {
      kind: 'choice';
      /** Values of one row; a row passes when it has any chosen one. An empty list is "not reported". */
      valuesOf: (row: Row, facts: Facts) => readonly string[];
      labelOf: (value: string, facts: Facts) => string;
      /** Values in their own order, where they have one; others come by label. */
      order?: readonly string[];
    }
  | { kind: 'text'; textOf: (row: Row, facts: Facts) => string }
  /** Chosen: [from, to], days as YYYY-MM-DD, either may be empty. Rows without a day do not pass. */
  | { kind: 'days'; dayOf: (row: Row) => string | null }
  /** Chosen: [least, most], either may be empty. Rows without a number do not pass. */
  | { kind: 'numbers'; numberOf: (row: Row) => number | null; unit: () => string }
);

/** Chosen values by filter id. A filter that is missing or empty lets everything pass. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** The value under which a choice filter lists rows that have none. */
export const NOT_REPORTED = '-';

/** A choice among those that rows name by an id of `facts.names`. */
function namedFilter<Row>(id: string, title: () => string, idOf: (row: Row) => string | null): Filter<Row> {
  return {
    id,
    title,
    kind: 'choice',
    valuesOf: (row) => {
      const named = idOf(row);
      return named === null ? [] : [named];
    },
    labelOf: (value, facts) => facts.names.get(value) ?? m.layers_unknown_name(),
  };
}

/** By the hamlet in which a row lies, or to which it belongs. */
export const hamletFilter = namedFilter(
  'hamlet',
  m.layers_hamlet,
  ({ hamlet_id }: { hamlet_id: string | null }) => hamlet_id,
);

/** By the organization that manages a row. */
export const organizationFilter = namedFilter(
  'organization',
  m.layers_organization,
  ({ organization_id }: { organization_id: string | null }) => organization_id,
);

/**
 * Text as a search compares it: lower case, without any diacritic, đ as d, single spaces. So
 * "Thuỵ", "Thụy" and "thuy" are one.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a row passes one filter with the chosen values. */
function passes<Row>(row: Row, filter: Filter<Row>, chosen: readonly string[], facts: Facts): boolean {
  switch (filter.kind) {
    case 'choice': {
      const values = filter.valuesOf(row, facts);
      return values.length === 0
        ? chosen.includes(NOT_REPORTED)
        : values.some((value) => chosen.includes(value));
    }
    case 'text': {
      const words = searchable(chosen[0] ?? '')
        .split(' ')
        .filter(Boolean);
      const text = searchable(filter.textOf(row, facts));
      return words.every((word) => text.includes(word));
    }
    case 'days': {
      const day = filter.dayOf(row);
      const [from = '', to = ''] = chosen;
      return day !== null && (from === '' || day >= from) && (to === '' || day <= to);
    }
    case 'numbers': {
      const number = filter.numberOf(row);
      const [least = '', most = ''] = chosen;
      return (
        number !== null &&
        (least === '' || number >= Number(least)) &&
        (most === '' || number <= Number(most))
      );
    }
  }
}

/** Whether anything is chosen: empty strings in a range or a search choose nothing. */
export function isChosen(values: readonly string[] | undefined): values is readonly string[] {
  return values?.some((value) => value !== '') ?? false;
}

/** The rows that pass every chosen filter, in their order; the same array when nothing is chosen. */
export function filterRows<Row>(
  rows: readonly Row[],
  filters: readonly Filter<Row>[],
  chosen: Chosen,
  facts: Facts,
): readonly Row[] {
  const active = filters.flatMap((filter) => {
    const values = chosen[filter.id];
    return isChosen(values) ? [{ filter, values }] : [];
  });
  if (active.length === 0) return rows;
  return rows.filter((row) => active.every(({ filter, values }) => passes(row, filter, values, facts)));
}
