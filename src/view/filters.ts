import type { View } from './view.ts';

type Filters = View['filters'];

/** The filters with one filter of one layer chosen anew; empty values take it out. */
export function withFilter(
  filters: Filters,
  layer: string,
  filter: string,
  values: readonly string[],
): Filters {
  const { [filter]: _before, ...others } = filters[layer] ?? {};
  const isEmpty = values.every((value) => value === '');
  return withLayer(filters, layer, isEmpty ? others : { ...others, [filter]: values });
}

/** The filters without any of a layer's. */
export function withoutFilters(filters: Filters, layer: string): Filters {
  return withLayer(filters, layer, {});
}

function withLayer(filters: Filters, layer: string, chosen: Filters[string]): Filters {
  const { [layer]: _before, ...others } = filters;
  return Object.keys(chosen).length === 0 ? others : { ...others, [layer]: chosen };
}
