import type { Cell } from './permission-matrix.ts';
import type { Actor } from './two-communes.ts';

/** The cells of each row of the matrix, by its label. */
export function rowsOf(cells: Cell[]): [label: string, cells: Cell[]][] {
  return Object.entries(Object.groupBy(cells, ({ label }) => label)).map(([label, row]) => [
    label,
    row ?? [],
  ]);
}

/** What the matrix expects of each actor. */
export function told(cells: Cell[]): Record<string, string> {
  return Object.fromEntries(cells.map(({ actor, expected }) => [actor, expected]));
}

/** What each actor of a row is answered, one after another. */
export async function answers(cells: Cell[], ask: (label: string, actor: Actor) => Promise<string>) {
  const words: Record<string, string> = {};
  for (const { label, actor } of cells) words[actor] = await ask(label, actor);
  return words;
}
