import type { Facts, Layer, LayerRow } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { shownText } from '../../table/columns.ts';
import { byName, day, number } from '../../ui/format.ts';

/** A layer with the rows that its filters let pass. */
export type PrintedLayer = {
  layer: Layer;
  rows: readonly LayerRow[];
  /** Of how many. */
  total: number;
  filterCount: number;
};

/** The rows behind the map, on the pages that follow it; its head stands on each of them. */
export function PrintTable({ printed, facts }: { printed: PrintedLayer; facts: Facts }) {
  const { layer, rows, total, filterCount } = printed;
  const columns = layer.columns.filter(({ optional }) => !optional);
  const ordered = [...rows].sort((one, other) =>
    byName(layer.nameOf(one, facts), layer.nameOf(other, facts)),
  );
  return (
    <section className="print-pages">
      <h2>{m.print_table_title({ layer: layer.title(), date: day(facts.asOf) })}</h2>
      <p className="print-table-rows">
        {rows.length === total
          ? m.print_rows({ total: number(total) })
          : m.print_rows_filtered({
              shown: number(rows.length),
              total: number(total),
              count: number(filterCount),
            })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.print_ordinal()}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-numeric={column.numeric}>
                {column.title()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row, index) => (
            <tr key={row.id}>
              <td data-numeric>{number(index + 1)}</td>
              {columns.map((column) => (
                <td key={column.id} data-numeric={column.numeric}>
                  {shownText(column, row, facts)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
