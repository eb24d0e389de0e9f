import { useQueries } from '@tanstack/react-query';
import type { Layer, LayerRow, Role, Scope } from '../../layers/layer.ts';
import { layers } from '../../layers/registry.ts';

export type LayerRows = { rows: readonly LayerRow[] | null; fault: Error | null };

/** Whether a layer is on: as the link says, else as the layer is at first. */
export function isLayerOn(layer: Layer, named: readonly string[] | null): boolean {
  return named === null ? layer.onAtFirst : named.includes(layer.id);
}

/**
 * The rows of every layer that this person may have, by layer id. Layers that are not for everyone are asked
 * for only while they are on or open as a table (`wanted`), because their reads are logged.
 */
export function useLayerRows(
  scope: Scope,
  role: Role | null,
  wanted: readonly string[],
): Map<string, LayerRows> {
  const asked = layers.filter(
    (layer) => layer.visibleTo(role) && (!layer.restriction || wanted.includes(layer.id)),
  );
  // A page that was left alone asks again when somebody returns to it; not for reads that are logged.
  const results = useQueries({
    queries: asked.map((layer) => ({ ...layer.query(scope), refetchOnWindowFocus: !layer.restriction })),
  });
  return new Map(
    asked.map((layer, index) => {
      const result = results[index];
      const rows = result?.data ?? null;
      // Rows that are here stay, even when a later question failed.
      return [layer.id, { rows, fault: rows === null ? (result?.error ?? null) : null }];
    }),
  );
}
