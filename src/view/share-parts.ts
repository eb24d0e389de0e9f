import type { View } from './view.ts';

/**
 * A view that was read anew, with every part that says the same as before being the very same object, so that
 * the back button works out again only what it changed.
 */
export function shareParts(before: View | undefined, now: View): View {
  if (!before) return now;
  const filters = Object.fromEntries(
    Object.entries(now.filters).map(([layer, chosen]) => [layer, same(before.filters[layer], chosen)]),
  );
  return {
    ...now,
    layers: same(before.layers, now.layers),
    filters: same(before.filters, filters),
    selection: same(before.selection, now.selection),
    camera: same(before.camera, now.camera),
    form: same(before.form, now.form),
    rings: same(before.rings, now.rings),
    reach: same(before.reach, now.reach),
    scene: same(before.scene, now.scene),
  };
}

/** The first when both say the same, else the second. Parts of a view are small and plain. */
function same<Part>(before: Part | undefined, now: Part): Part {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
