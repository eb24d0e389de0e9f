import { m } from '../messages/generated/messages.js';
import type { LayerTableModel } from './use-layer-table.ts';

const DIRECTIONS = { asc: 'ascending', desc: 'descending' } as const;
const MARKS = { asc: '↑', desc: '↓' } as const;

/** Titles that sort: a first press ascending, a second descending, a third as the rows came. */
export function GridHeader({ model: { table, columns } }: { model: LayerTableModel }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, numeric, title }) => {
          const column = table.getColumn(id);
          const sorted = column?.getIsSorted() || null;
          return (
            <th
              key={id}
              scope="col"
              className={numeric ? 'table-figures' : undefined}
              aria-sort={sorted ? DIRECTIONS[sorted] : 'none'}
            >
              <button
                type="button"
                title={m.table_sort_by({ title: title() })}
                onClick={() => column?.toggleSorting()}
              >
                <span className="table-title">{title()}</span>
                <span aria-hidden="true" className="table-sort-mark">
                  {sorted ? MARKS[sorted] : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
