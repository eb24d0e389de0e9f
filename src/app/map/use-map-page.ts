import { useMemo, useState } from 'react';
import type { Membership } from '../../data/session.ts';
import type { Figures } from '../../layers/hamlets/figures/figures.ts';
import { PLAN_INDICATOR } from '../../layers/hamlets/progress.ts';
import type { HamletRow } from '../../layers/hamlets/row.ts';
import type { Facts } from '../../layers/layer.ts';
import { layers } from '../../layers/registry.ts';
import type { FilterActions } from '../../panel/filter-panel.tsx';
import { activeFilters } from '../../panel/filter-values.ts';
import type { LayerState } from '../../panel/layer-state.ts';
import { monthsBefore } from '../../ui/day.ts';
import { withFilter, withoutFilters } from '../../view/filters.ts';
import { type ChangeView, useView } from '../../view/use-view.ts';
import type { View } from '../../view/view.ts';
import type { Commune } from '../commune/communes.ts';
import { createDayMemory } from './day-memory.ts';
import { createFilterMemory } from './filter-memory.ts';
import { isLayerOn, useLayerRows } from './layer-rows.ts';
import { MONTHS_BEFORE } from './use-answer-before.ts';
import { useFacts } from './use-facts.ts';
import { useFigures } from './use-figures.ts';
import { type FiguresParts, useHamletsLayer } from './use-hamlets-layer.ts';
import { useToday } from './use-today.ts';

/** Where the person stands: the commune, and what they are in it. */
export type Place = { person: string; commune: Commune; membership: Membership | null };

/** Everything that the page of the map shows, and what a person may do to it. */
export type MapPageModel = Place & {
  view: View;
  change: ChangeView;
  facts: Facts;
  layers: readonly LayerState[];
  /** Every hamlet of the day, whatever is filtered; null while they are not here. */
  hamlets: readonly HamletRow[] | null;
  /** Every indicator on the day, once somebody looks at more than the plan's one number; null while not here. */
  figures: Figures | null;
  /** Why they will not come. */
  figuresFault: Error | null;
  /** What shows them. */
  figuresParts: FiguresParts | null;
  /** Whether every layer that comes by itself is here, or has failed. */
  isSettled: boolean;
  /** The day that the link names, while its rows are on their way and another (`facts.asOf`) is shown; else null. */
  comingDay: string | null;
  filters: FilterActions;
  filterCount: number;
  switchLayer: (layer: string, isOn: boolean) => void;
};

const NOTHING_CHOSEN = {};

/** Reads the link (or the view that is `presented` in its place), asks for what it names, and filters it. */
export function useMapPage(place: Place, presented: View | null = null): MapPageModel {
  const { person, commune, membership } = place;
  const role = membership?.role ?? null;
  const [address, change] = useView();
  const view = presented ?? address;
  const now = useToday();
  const asOf = view.asOf ?? now;
  const wanted = useMemo(
    () =>
      layers
        .filter(
          (layer) =>
            isLayerOn(layer, view.layers) || view.table === layer.id || view.form?.layer === layer.id,
        )
        .map(({ id }) => id),
    [view.layers, view.table, view.form],
  );
  const scope = { person, communeId: commune.id, asOf };
  const fetched = useLayerRows(scope, role, wanted);
  const [showDay] = useState(createDayMemory);
  // One date rules every layer: the day that is shown, which for a moment may not be the one asked for.
  const wantsFigures =
    (view.indicator !== null && view.indicator !== PLAN_INDICATOR) ||
    view.rings.length > 0 ||
    view.compareTo !== null ||
    view.selection?.layer === 'hamlets';
  const asked = useFigures(scope, view.compareTo ?? monthsBefore(asOf, MONTHS_BEFORE), wantsFigures);
  const shown = showDay({ scope, rows: fetched, figures: asked });
  const figures = shown.figures?.figures ?? null;
  const { layer: hamletsLayer, parts } = useHamletsLayer(figures, view.indicator, view.rings, wantsFigures);
  const hamlets = (shown.rows.get('hamlets')?.rows ?? null) as readonly HamletRow[] | null;
  const facts = useFacts({ person, commune, role, asOf: shown.scope.asOf, hamlets });
  const [filterLayer] = useState(createFilterMemory);
  const states = layers.map((known): LayerState => {
    const layer = known.id === 'hamlets' ? hamletsLayer : known;
    const { rows = null, fault = null } = shown.rows.get(layer.id) ?? {};
    const chosen = view.filters[layer.id] ?? NOTHING_CHOSEN;
    return {
      layer,
      isAllowed: layer.visibleTo(role),
      isOn: isLayerOn(layer, view.layers),
      all: rows,
      rows: rows === null ? [] : filterLayer(layer, rows, chosen, facts),
      chosen,
      fault,
    };
  });
  const filters: FilterActions = {
    onFilter: (layer, filter, values, isTyping = false) =>
      change({ filters: withFilter(view.filters, layer, filter, values) }, { replace: isTyping }),
    onClear: (layer) => change({ filters: withoutFilters(view.filters, layer) }),
    onClearAll: () => change({ filters: {} }),
  };
  return {
    ...place,
    view,
    change,
    facts,
    layers: states,
    hamlets,
    figures,
    figuresFault: shown.figures?.fault ?? null,
    figuresParts: parts,
    isSettled: [...fetched.values()].every(({ rows, fault }) => rows !== null || fault !== null),
    comingDay: shown.scope.asOf === asOf ? null : asOf,
    filters,
    filterCount: states.reduce((sum, state) => sum + (state.isAllowed ? activeFilters(state).length : 0), 0),
    switchLayer: (id, isOn) => {
      const on = layers.filter((layer) => (layer.id === id ? isOn : isLayerOn(layer, view.layers)));
      const isFirst = layers.every((layer) => layer.onAtFirst === on.includes(layer));
      change({ layers: isFirst ? null : on.map((layer) => layer.id) });
    },
  };
}
