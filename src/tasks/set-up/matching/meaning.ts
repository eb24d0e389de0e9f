import { searchable } from '../../../layers/filter.ts';

/** Something that a text of a file may mean: a choice's code or an organization's id. */
export type Meaning = {
  value: string /** Names under which it is known, in any spelling. */;
  names: readonly string[];
};

/** A text as meanings are compared: words without diacritics or signs. */
function key(text: string): string {
  return searchable(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * What a text of a file means: the one whose name it is; else the one with the longest name that stands in the
 * text, whole words only; else the only one whose name the text is a part of. Null when nobody can tell.
 */
export function meaningOf(text: string, meanings: readonly Meaning[]): string | null {
  const wanted = key(text);
  if (wanted === '') return null;
  const known = meanings.flatMap(({ value, names }) => names.map((name) => ({ value, name: key(name) })));
  const exact = known.find(({ name }) => name === wanted);
  if (exact) return exact.value;
  const inside = known
    .filter(({ name }) => name.length > 1 && ` ${wanted} `.includes(` ${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (inside) return inside.value;
  const around = new Set(
    known.filter(({ name }) => ` ${name} `.includes(` ${wanted} `)).map(({ value }) => value),
  );
  return around.size === 1 ? ([...around][0] ?? null) : null;
}
