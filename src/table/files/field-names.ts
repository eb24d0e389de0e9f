import { searchable } from '../../layers/filter.ts';

/** What the field name of a dBASE table holds. */
const LONGEST = 10;

/**
 * Names for the fields of a dBASE table: capital ASCII letters, digits and `_`, ten at most, all different. "Đơn vị
 * phụ trách" becomes DON_VI_PHU; a second one of that name DON_VI_P_2.
 */
export function fieldNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = searchable(title)
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^[_0-9]+|_+$/g, '');
    const name = plain.slice(0, LONGEST).replace(/_$/, '') || 'COT';
    let free = name;
    for (let next = 2; taken.has(free); next++) {
      const ending = `_${next}`;
      free = name.slice(0, LONGEST - ending.length).replace(/_$/, '') + ending;
    }
    taken.add(free);
    return free;
  });
}
