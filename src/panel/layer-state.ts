import type { Chosen } from '../layers/filter.ts';
import type { Layer, LayerRow } from '../layers/layer.ts';

/** A layer as this person sees it now. */
export type LayerState = {
  layer: Layer;
  /** Whether this person may have it at all. */
  isAllowed: boolean;
  isOn: boolean;
  /** Everything that the server gave; null while it is not here. */
  all: readonly LayerRow[] | null;
  /** What the filters let pass; the same array for as long as nothing that it depends on changes. */
  rows: readonly LayerRow[];
  chosen: Chosen;
  /** Why there is nothing, when asking failed. */
  fault: Error | null;
};
