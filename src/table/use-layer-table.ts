import { useTable } from '@tanstack/react-table';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Column, LayerRow } from '../layers/layer.ts';
import { columnsAtFirst, shownText } from './columns.ts';
import type { LayerTableProps } from './contract.ts';
import { definitions, features } from './definitions.ts';
import { searchRows } from './search-rows.ts';

/** The table's own state over the rows of a layer: what is searched, in which order, which columns stand. */
export function useLayerTable({ layer, rows, facts }: LayerTableProps) {
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const [columnVisibility, setColumnVisibility] = useState(() => columnsAtFirst(layer.columns));

  const visible = useMemo(
    () => layer.columns.filter(({ id }) => columnVisibility[id] !== false),
    [layer, columnVisibility],
  );
  const found = useMemo(
    () => searchRows(rows, wanted, (row) => visible.map((column) => shownText(column, row, facts))),
    [rows, wanted, visible, facts],
  );
  const columns = useMemo(() => definitions(layer.columns, facts), [layer, facts]);
  const table = useTable({
    features,
    columns,
    data: found,
    getRowId: (row: LayerRow) => row.id,
    enableMultiSort: false,
    state: { columnVisibility },
    onColumnVisibilityChange: setColumnVisibility,
  });
  const shown = table.getRowModel().rows.map((row) => row.original);
  return { table, columns: visible, rows: shown, search, setSearch };
}

export type LayerTableModel = ReturnType<typeof useLayerTable>;

/** The column by which the rows are sorted, and how; null in the order in which they came. */
export function sortedBy(
  { table }: LayerTableModel,
  columns: readonly Column<LayerRow>[],
): { column: Column<LayerRow>; descending: boolean } | null {
  const sort = table.state.sorting[0];
  const column = columns.find(({ id }) => id === sort?.id);
  return sort && column ? { column, descending: sort.desc } : null;
}
