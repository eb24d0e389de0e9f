import { searchable } from '../../../layers/filter.ts';
import { type Field, LAYER_FIELDS, type Loadable } from './layer-fields.ts';

/** Where a field's values come from. */
export type Source = {
  /** The file's column; null: none. */
  column: string | null;
  /** Given once, for every row that has no value of its own; null: none. */
  common: string | null;
  /** For choices and organizations: what a person said that a text of the file means. */
  meanings: Readonly<Record<string, string>>;
};

/** By field. A field that is missing has no source. */
export type Matching = Readonly<Record<string, Source>>;

export const NO_SOURCE: Source = { column: null, common: null, meanings: {} };

/** A column's name as guesses are compared: letters and digits only, without diacritics. */
export function columnKey(name: string): string {
  return searchable(name).replace(/[^a-z0-9]/g, '');
}

/** What may follow a guess in a column of figures: a year or a unit. "population_raw" is another figure. */
const AFTER_A_FIGURE = /^(\d{4}|ha)$/;

/**
 * The column that is likeliest meant: an exact name first, in the guesses' order; else one that begins with a
 * guess of five letters or more and goes on as `after` allows. Null when none fits.
 */
export function guessColumn(
  columns: readonly string[],
  guesses: readonly string[],
  after: RegExp = /./,
): string | null {
  const keyed = columns.map((name) => ({ name, key: columnKey(name) }));
  for (const guess of guesses) {
    const exact = keyed.find(({ key }) => key === guess);
    if (exact) return exact.name;
  }
  for (const guess of guesses.filter(({ length }) => length >= 5)) {
    const near = keyed.find(({ key }) => key.startsWith(guess) && after.test(key.slice(guess.length)));
    if (near) return near.name;
  }
  return null;
}

/** A first proposal for a layer: each column is proposed once, for the first field that it fits. */
export function guessMatching(layer: Loadable, columns: readonly string[], today: string): Matching {
  let left = columns;
  const matching: Record<string, Source> = {};
  for (const field of LAYER_FIELDS[layer]) {
    const isFigure = field.kind === 'integer' || field.kind === 'number';
    const column = guessColumn(left, field.guesses, isFigure ? AFTER_A_FIGURE : undefined);
    left = left.filter((name) => name !== column);
    matching[field.id] = { ...NO_SOURCE, column, common: commonAtFirst(field, today) };
  }
  return matching;
}

function commonAtFirst(field: Field, today: string): string | null {
  return field.kind === 'date' && field.required ? today : (field.atFirst ?? null);
}

/** What a matching leaves unanswered: fields that are required and have neither a column nor a common value. */
export function unanswered(layer: Loadable, matching: Matching): Field[] {
  return LAYER_FIELDS[layer].filter(
    (field) => field.required && !matching[field.id]?.column && !matching[field.id]?.common,
  );
}
