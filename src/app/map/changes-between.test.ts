import { expect, test, vi } from 'vitest';
import type { ProgressRow } from '../../data/progress.ts';
import type { Figures } from '../../layers/hamlets/figures/figures.ts';
import type { Facts, Layer, LayerRow } from '../../layers/layer.ts';

vi.mock('../../data/client.ts', () => ({ client: {} }));
const { changesBetween } = await import('./changes-between.ts');

const layerOf = (id: string, symbol?: (row: LayerRow) => string) =>
  ({
    id,
    columns: symbol ? [{ id: 'state', symbol }] : [],
    nameOf: (row: LayerRow & { name?: string }) => row.name ?? row.id,
  }) as unknown as Layer;
const hamletLayer = layerOf('hamlets');
const roadLayer = layerOf('model-roads', (row) => (row as LayerRow & { state: string }).state);

const figure = (hamlet_id: string, value: number | null, state: ProgressRow['state']): ProgressRow => ({
  hamlet_id,
  indicator: 'waste-sorting',
  value,
  numerator: null,
  denominator: null,
  target: 60,
  state,
  change: null,
});

function day(
  hamlets: readonly string[],
  rows: readonly ProgressRow[],
  roads: readonly { id: string; hamlet_id: string | null; state: string }[] = [],
) {
  return {
    facts: { names: new Map(hamlets.map((id) => [id, `Thôn ${id}`])) } as unknown as Facts,
    figures: { indicators: [{ code: 'waste-sorting' }], rows } as unknown as Figures,
    layers: [
      { layer: hamletLayer, all: hamlets.map((id) => ({ id })) as unknown as LayerRow[] },
      { layer: roadLayer, all: roads as unknown as LayerRow[] },
    ],
  };
}

test('two days that are alike have no changes, nor has a difference that nobody would read', () => {
  // 45.01 and 45.04 are both 45,0.
  const then = day(['1'], [figure('1', 45.01, 'on_the_way')]);
  expect(changesBetween(then, day(['1'], [figure('1', 45.04, 'on_the_way')]))).toEqual([]);
});

test('a figure rises, falls, or only moves; from silence to a figure is neither', () => {
  const then = day(
    ['1', '2', '3', '4'],
    [
      figure('1', 45, 'on_the_way'),
      figure('2', 62, 'met'),
      figure('3', 20, 'behind'),
      figure('4', null, 'not_reported'),
    ],
  );
  const now = day(
    ['1', '2', '3', '4'],
    [
      figure('1', 61, 'met'),
      figure('2', 50, 'on_the_way'),
      figure('3', 25, 'behind'),
      figure('4', 70, 'met'),
    ],
  );
  const turns = changesBetween(then, now).map(({ name, figures }) => [name, figures[0]?.turn]);
  // Hamlet 3 comes last: its figure moved, its state did not.
  expect(turns).toEqual([
    ['Thôn 1', 'better'],
    ['Thôn 2', 'worse'],
    ['Thôn 4', 'none'],
    ['Thôn 3', 'none'],
  ]);
});

test('records came, went or turned, each under its hamlet; those of none come last', () => {
  const then = day(
    ['1', '2'],
    [],
    [
      { id: 'kept', hamlet_id: '1', state: 'met' },
      { id: 'turned', hamlet_id: '1', state: 'on_the_way' },
      { id: 'gone', hamlet_id: '2', state: 'met' },
    ],
  );
  const now = day(
    ['1', '2'],
    [],
    [
      { id: 'kept', hamlet_id: '1', state: 'met' },
      { id: 'turned', hamlet_id: '1', state: 'met' },
      { id: 'new', hamlet_id: null, state: 'behind' },
    ],
  );
  const changes = changesBetween(then, now).map(({ hamletId, records }) => [
    hamletId,
    records.map(({ id, what, state }) => `${id} ${what} ${state}`),
  ]);
  expect(changes).toEqual([
    ['1', ['turned turned met']],
    ['2', ['gone vanished met']],
    [null, ['new appeared behind']],
  ]);
});

test('a hamlet that was split is named as gone, its parts as new, and their figures are compared with nothing', () => {
  const then = day(['1'], [figure('1', 45, 'on_the_way')]);
  const now = day(['1a', '1b'], [figure('1a', 50, 'on_the_way'), figure('1b', 70, 'met')]);
  expect(
    changesBetween(then, now).map(({ name, itself, figures }) => [name, itself, figures.length]),
  ).toEqual([
    ['Thôn 1', 'gone', 0],
    ['Thôn 1a', 'new', 0],
    ['Thôn 1b', 'new', 0],
  ]);
});
