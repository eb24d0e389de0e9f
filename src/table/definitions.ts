import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { Column, Facts, LayerRow } from '../layers/layer.ts';
import { compareValues } from './columns.ts';

/** What TanStack Table does for us; searching and virtual rows are our own. */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

/** A layer's columns as TanStack Table wants them. The first one names the row and cannot be hidden. */
export function definitions<Row extends LayerRow>(
  columns: readonly Column<Row>[],
  facts: Facts,
): ColumnDef<typeof features, Row>[] {
  return columns.map((column, index) => ({
    id: column.id,
    header: column.title(),
    // TanStack Table keeps undefined last in both directions, but sorts null as a value.
    accessorFn: (row: Row) => column.value(row, facts) ?? undefined,
    sortUndefined: 'last',
    sortDescFirst: false,
    sortFn: (one, other, id) => compareValues(one.getValue(id), other.getValue(id)),
    enableHiding: index > 0,
  }));
}
