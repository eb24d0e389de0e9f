import { type Chosen, filterRows } from '../../layers/filter.ts';
import type { Facts, Layer, LayerRow } from '../../layers/layer.ts';

export type FilterLayer = (
  layer: Layer,
  rows: readonly LayerRow[],
  chosen: Chosen,
  facts: Facts,
) => readonly LayerRow[];

/**
 * Filters layers and remembers the last answer for each, so that a layer whose rows and filters did not
 * change keeps the very same array and is neither drawn nor counted again.
 */
export function createFilterMemory(): FilterLayer {
  const last = new Map<string, { asked: readonly unknown[]; passed: readonly LayerRow[] }>();
  return (layer, rows, chosen, facts) => {
    const asked = [rows, chosen, facts];
    const known = last.get(layer.id);
    if (known?.asked.every((value, index) => value === asked[index])) return known.passed;
    const passed = filterRows(rows, layer.filters, chosen, facts);
    last.set(layer.id, { asked, passed });
    return passed;
  };
}
