import { KINDS, kindText } from '../../layers/waste-points/words.ts';

/** What the chosen kinds of waste points are called; nothing where all serve. */
export function kindNamesOf(kinds: readonly string[]): readonly string[] {
  return KINDS.filter((kind) => kinds.includes(kind)).map(kindText);
}
