import { expect, test } from 'vitest';
import { type Filter, filterRows, NOT_REPORTED } from '../layers/filter.ts';
import type { Facts, Layer, LayerRow } from '../layers/layer.ts';
import { activeFilters, chosenText, optionsOf } from './filter-values.ts';
import type { LayerState } from './layer-state.ts';

type Row = LayerRow & { kind: string | null; state: string };
const row = (id: string, kind: string | null, state: string): Row => ({
  id,
  kind,
  state,
  geometry: { type: 'Point', coordinates: [106.6, 20.7] },
});
const all = [row('1', 'x', 'open'), row('2', 'x', 'closed'), row('3', 'z', 'open'), row('4', null, 'open')];

const kind = {
  id: 'kind',
  title: () => 'Kind',
  kind: 'choice',
  valuesOf: (one: Row) => (one.kind === null ? [] : [one.kind]),
  labelOf: (value: string) => value.toUpperCase(),
} as const;
const state = {
  id: 'state',
  title: () => 'State',
  kind: 'choice',
  valuesOf: (one: Row) => [one.state],
  labelOf: (value: string) => value,
  order: ['open', 'closed'],
} as const;
const filters = [kind, state] as unknown as Filter<LayerRow>[];
const facts = {} as Facts;

function stateWith(chosen: LayerState['chosen']): LayerState {
  return {
    layer: { id: 'points', filters } as unknown as Layer,
    isAllowed: true,
    isOn: true,
    all,
    rows: filterRows(all, filters, chosen, facts),
    chosen,
    fault: null,
  };
}
const options = (chosen: LayerState['chosen'], filter: typeof kind | typeof state) =>
  optionsOf(stateWith(chosen), filter as unknown as Parameters<typeof optionsOf>[1], facts).map(
    ({ value, count }) => [value, count],
  );

test('a value counts what it would give beside the other filters, not beside its own', () => {
  expect(options({ kind: ['x'], state: ['open'] }, kind)).toEqual([
    ['x', 1],
    ['z', 1],
    [NOT_REPORTED, 1],
  ]);
});

test('values keep their own order, and what nobody reported comes last', () => {
  expect(options({}, state).map(([value]) => value)).toEqual(['open', 'closed']);
  expect(options({}, kind).at(-1)?.[0]).toBe(NOT_REPORTED);
});

test('what a link chose stays on the list although no row has it', () => {
  expect(options({ kind: ['gone'] }, kind)).toContainEqual(['gone', 0]);
});

test('active filters are those in which something is chosen', () => {
  expect(activeFilters(stateWith({ kind: ['x'], state: [''] })).map(({ id }) => id)).toEqual(['kind']);
});

test('what is chosen is said in few words', () => {
  const choice = filters[0] as Filter<LayerRow>;
  expect(chosenText(choice, ['x', 'z'], facts)).toBe('X, Z');
  expect(chosenText(choice, ['x', 'y', 'z'], facts)).toBe('X và 2 mục khác');
  const days: Filter<LayerRow> = { id: 'd', title: () => '', kind: 'days', dayOf: () => null };
  expect(chosenText(days, ['2026-01-31', ''], facts)).toBe('từ 31/01/2026');
  const numbers: Filter<LayerRow> = {
    id: 'n',
    title: () => '',
    kind: 'numbers',
    numberOf: () => null,
    unit: () => 'm',
  };
  expect(chosenText(numbers, ['', '1500'], facts)).toBe('đến 1.500 m');
  expect(chosenText(numbers, ['80', '1500'], facts)).toBe('80 – 1.500 m');
});
