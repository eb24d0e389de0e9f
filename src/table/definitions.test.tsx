import { useTable } from '@tanstack/react-table';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Column, Facts, LayerRow } from '../layers/layer.ts';
import { columnsAtFirst } from './columns.ts';
import { definitions, features } from './definitions.ts';

const FACTS: Facts = {
  communeId: 'c',
  communeName: 'Nghi Dương',
  asOf: '2026-10-31',
  criteria: [],
  criteriaConfirmed: true,
  names: new Map(),
  role: null,
};
type Row = LayerRow & { households: number | null };
const COLUMNS: Column<Row>[] = [
  { id: 'name', title: () => 'Tên', value: ({ id }) => id },
  {
    id: 'households',
    title: () => 'Số hộ',
    value: ({ households }) => households,
    numeric: true,
    optional: true,
  },
];
const row = (id: string, households: number | null): Row => ({
  id,
  households,
  geometry: { type: 'Point', coordinates: [0, 0] },
});
const ROWS = [row('a', null), row('b', 9), row('c', 100), row('d', null), row('e', -1)];

type Asked = {
  sorting?: { id: string; desc: boolean }[];
  columnVisibility?: Record<string, boolean>;
  onTable: (table: ReturnType<typeof useTable<typeof features, Row>>) => void;
};

function Table({ onTable, ...initialState }: Asked) {
  onTable(useTable({ features, columns: definitions(COLUMNS, FACTS), data: ROWS, initialState }));
  return null;
}

/** What the table answers in its first render. */
function inTable<Answer>(
  initialState: Omit<Asked, 'onTable'>,
  ask: (table: Parameters<Asked['onTable']>[0]) => Answer,
): Answer {
  const answers: Answer[] = [];
  renderToStaticMarkup(<Table {...initialState} onTable={(table) => answers.push(ask(table))} />);
  return answers[0] as Answer;
}

const sorted = (desc: boolean) =>
  inTable({ sorting: [{ id: 'households', desc }] }, (table) =>
    table.getRowModel().rows.map(({ original }) => original.id),
  );

describe('the table of a layer', () => {
  it('sorts figures by size and keeps what was not reported last, in both directions', () => {
    expect(sorted(false)).toEqual(['e', 'b', 'c', 'a', 'd']);
    expect(sorted(true)).toEqual(['c', 'b', 'e', 'a', 'd']);
  });
  it('hides optional columns until they are chosen, and never lets the name go', () => {
    const shown = (columnVisibility: Record<string, boolean>) =>
      inTable({ columnVisibility }, (table) => table.getVisibleLeafColumns().map(({ id }) => id));
    expect(shown(columnsAtFirst(COLUMNS))).toEqual(['name']);
    expect(shown({ households: true })).toEqual(['name', 'households']);
    expect(inTable({}, (table) => table.getColumn('name')?.getCanHide())).toBe(false);
  });
});
