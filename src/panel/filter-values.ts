import { type Filter, filterRows, isChosen, NOT_REPORTED } from '../layers/filter.ts';
import type { Facts, LayerRow } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { byName, day, number } from '../ui/format.ts';
import type { LayerState } from './layer-state.ts';

type Choice = Extract<Filter<LayerRow>, { kind: 'choice' }>;
export type Option = { value: string; label: string; count: number };

/** What a value of a choice is called. A link may name one that does not exist: the layer has no words for it. */
export function valueLabel(filter: Choice, value: string, facts: Facts): string {
  if (value === NOT_REPORTED) return m.panel_not_reported();
  return filter.order && !filter.order.includes(value)
    ? m.panel_unknown_value()
    : filter.labelOf(value, facts);
}

/**
 * The values that a choice offers, with how many rows each would give beside the other filters. What is
 * chosen stays on the list even when no row has it any more.
 */
export function optionsOf({ layer, all, chosen }: LayerState, filter: Choice, facts: Facts): Option[] {
  const rows = all ?? [];
  const counts = new Map<string, number>();
  const add = (row: LayerRow, by: number) => {
    const values = filter.valuesOf(row, facts);
    for (const value of values.length === 0 ? [NOT_REPORTED] : values) {
      counts.set(value, (counts.get(value) ?? 0) + by);
    }
  };
  for (const row of rows) add(row, 0);
  for (const row of filterRows(rows, layer.filters, { ...chosen, [filter.id]: [] }, facts)) add(row, 1);
  for (const value of chosen[filter.id] ?? []) if (value && !counts.has(value)) counts.set(value, 0);
  const place = (value: string) => {
    if (value === NOT_REPORTED) return Number.POSITIVE_INFINITY;
    return filter.order ? filter.order.indexOf(value) : 0;
  };
  return [...counts]
    .map(([value, count]) => ({ value, label: valueLabel(filter, value, facts), count }))
    .sort((one, other) => place(one.value) - place(other.value) || byName(one.label, other.label));
}

/** What is chosen in one filter, in words. */
export function chosenText(filter: Filter<LayerRow>, values: readonly string[], facts: Facts): string {
  const [first = '', second = ''] = values;
  switch (filter.kind) {
    case 'choice': {
      const labels = values.map((value) => valueLabel(filter, value, facts));
      return labels.length > 2
        ? m.panel_and_more({ first: labels[0] ?? '', more: labels.length - 1 })
        : labels.join(', ');
    }
    case 'text':
      return `“${first}”`;
    case 'days':
      return rangeText(first && day(first), second && day(second), '');
    case 'numbers':
      return rangeText(first && number(Number(first)), second && number(Number(second)), ` ${filter.unit()}`);
  }
}

function rangeText(from: string, to: string, unit: string): string {
  if (from && to) return `${from} – ${to}${unit}`;
  return from ? m.panel_range_from({ from: `${from}${unit}` }) : m.panel_range_to({ to: `${to}${unit}` });
}

/** The filters of a layer in which something is chosen. */
export function activeFilters({ layer, chosen }: LayerState): readonly Filter<LayerRow>[] {
  return layer.filters.filter(({ id }) => isChosen(chosen[id]));
}
