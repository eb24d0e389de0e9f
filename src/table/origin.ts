import { m } from '../messages/generated/messages.js';
import { instant, number } from '../ui/format.ts';
import type { LayerTableProps } from './contract.ts';
import type { Origin } from './workbook.ts';

/** The words about where the rows of an exported workbook come from. `exportedAt` is the moment of export. */
export function originOf(
  { layer, total, facts, figuresAt, filterCount, isSample }: LayerTableProps,
  shown: {
    rowCount: number;
    search: string;
    sortedBy: string | null;
    exportedAt: Date;
    coordinateSystem: string | null;
  },
): Origin {
  return {
    sheet: m.table_origin(),
    lines: [
      [m.table_origin_commune(), facts.communeName],
      [m.table_origin_layer(), layer.title()],
      [m.table_origin_as_of(), { day: facts.asOf }],
      ...(figuresAt ? ([[m.table_origin_figures(), instant(figuresAt.toISOString())]] as const) : []),
      [m.table_origin_exported(), instant(shown.exportedAt.toISOString())],
      [m.table_origin_rows(), rowCount(shown.rowCount, total)],
      [m.table_origin_filters(), filterCount],
      ...(shown.search ? ([[m.table_origin_search(), shown.search]] as const) : []),
      ...(shown.sortedBy ? ([[m.table_origin_sorted(), shown.sortedBy]] as const) : []),
      ...(shown.coordinateSystem ? ([[m.table_places(), shown.coordinateSystem]] as const) : []),
      [m.table_origin_empty(), m.table_no_data()],
      ...(isSample ? ([[m.table_origin_note(), m.table_sample()]] as const) : []),
    ],
  };
}

/** "1.001 dòng", or "12 trong 1.001 dòng" where not all are shown. */
export function rowCount(shown: number, total: number): string {
  return shown === total
    ? m.table_rows({ total: number(total) })
    : m.table_rows_of({ shown: number(shown), total: number(total) });
}
