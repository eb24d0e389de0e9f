import type { Picked } from './contract.ts';

/** What MapLibre finds under a pointer, topmost first: the style layer and the row's id. */
type Found = { layer: { id: string }; properties: Readonly<Record<string, unknown>> | null };

/**
 * The features under a pointer, each once, topmost first. `pickable` says which style layers count, and to which
 * layer they belong.
 */
export function candidates(found: readonly Found[], pickable: ReadonlyMap<string, string>): Picked[] {
  const seen = new Set<string>();
  const picked: Picked[] = [];
  for (const { layer, properties } of found) {
    const owner = pickable.get(layer.id);
    const id = properties?.id;
    if (owner === undefined || typeof id !== 'string' || seen.has(`${owner} ${id}`)) continue;
    seen.add(`${owner} ${id}`);
    picked.push({ layer: owner, id });
  }
  return picked;
}

export function samePicked(one: Picked | null, other: Picked | null): boolean {
  return one?.layer === other?.layer && one?.id === other?.id;
}

/**
 * What a click picks: the topmost; where the selected one already lies under the pointer, the next below it, and
 * after the lowest the topmost again. A click on nothing picks null.
 */
export function nextPick(under: readonly Picked[], selected: Picked | null): Picked | null {
  const current = under.findIndex((each) => samePicked(each, selected));
  return under[(current + 1) % under.length] ?? null;
}
