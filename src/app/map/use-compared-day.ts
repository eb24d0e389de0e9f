import { useMemo, useState } from 'react';
import type { Figures } from '../../layers/hamlets/figures/figures.ts';
import type { HamletRow } from '../../layers/hamlets/row.ts';
import type { Facts, Layer, LayerRow } from '../../layers/layer.ts';
import { layers } from '../../layers/registry.ts';
import { createFilterMemory } from './filter-memory.ts';
import { isLayerOn, useLayerRows } from './layer-rows.ts';
import { useFacts } from './use-facts.ts';
import { useFigures } from './use-figures.ts';
import { useHamletsLayer } from './use-hamlets-layer.ts';
import type { MapPageModel } from './use-map-page.ts';

/** The compared day as the page would show it: every layer but those whose reads are logged. */
export type ComparedDay = {
  facts: Facts;
  figures: Figures;
  layers: readonly { layer: Layer; isOn: boolean; all: readonly LayerRow[]; rows: readonly LayerRow[] }[];
};

const NOTHING_WANTED: readonly string[] = [];
const NOTHING_CHOSEN = {};

/** Asks for another day than the shown one, whole; null while not all of it is here. */
export function useComparedDay(page: MapPageModel, day: string): ComparedDay | null {
  const { person, commune, membership, view } = page;
  const role = membership?.role ?? null;
  const scope = { person, communeId: commune.id, asOf: day };
  const fetched = useLayerRows(scope, role, NOTHING_WANTED);
  const hamlets = (fetched.get('hamlets')?.rows ?? null) as readonly HamletRow[] | null;
  const facts = useFacts({ person, commune, role, asOf: day, hamlets });
  const figures = useFigures(scope, day, true)?.figures ?? null;
  const { layer: hamletsLayer } = useHamletsLayer(figures, view.indicator, view.rings, true);
  const [filterLayer] = useState(createFilterMemory);
  const known = layers
    .filter((layer) => fetched.has(layer.id))
    .map((layer) => {
      const all = fetched.get(layer.id)?.rows ?? null;
      const chosen = view.filters[layer.id] ?? NOTHING_CHOSEN;
      return {
        layer: layer.id === 'hamlets' ? hamletsLayer : layer,
        isOn: isLayerOn(layer, view.layers),
        all,
        rows: all === null ? null : filterLayer(layer, all, chosen, facts),
      };
    });
  const isHere = figures !== null && known.every(({ all }) => all !== null);
  const parts = [isHere, facts, figures, ...known.flatMap(({ layer, isOn, rows }) => [layer, isOn, rows])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of `known` are the dependencies.
  return useMemo(() => (isHere ? ({ facts, figures, layers: known } as ComparedDay) : null), parts);
}
