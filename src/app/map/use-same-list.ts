import { useState } from 'react';

/** The previous list for as long as each item's parts are the same, so that nobody is told of no change. */
export function useSameList<Item extends Record<string, unknown>>(list: readonly Item[]): readonly Item[] {
  const [known, setKnown] = useState(list);
  if (known === list || isSame(known, list)) return known;
  setKnown(list);
  return list;
}

function isSame<Item extends Record<string, unknown>>(one: readonly Item[], other: readonly Item[]): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => Object.keys(item).every((part) => item[part] === other[index]?.[part]))
  );
}
