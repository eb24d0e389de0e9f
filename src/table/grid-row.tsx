import type { Column, Facts, LayerRow } from '../layers/layer.ts';
import { StateSymbol } from '../ui/state-symbol.tsx';
import { shownText } from './columns.ts';

type Props = {
  row: LayerRow;
  /** Place among the shown rows, from 0. */
  index: number;
  columns: readonly Column<LayerRow>[];
  facts: Facts;
  selected: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  onActivate: () => void;
  onSelect: () => void;
};

/** One row: its first cell names it and stays in sight while the others scroll under it. */
export function GridRow({ row, index, columns, facts, selected, reachable, onActivate, onSelect }: Props) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      tabIndex={reachable ? 0 : -1}
      onFocus={onActivate}
      onClick={onSelect}
    >
      {columns.map((column, place) => {
        const Cell = place === 0 ? 'th' : 'td';
        const text = shownText(column, row, facts);
        const symbol = column.symbol?.(row);
        const missing = column.value(row, facts) === null;
        const classes = [column.numeric ? 'table-figures' : '', missing ? 'table-missing' : ''];
        return (
          <Cell
            key={column.id}
            scope={place === 0 ? 'row' : undefined}
            className={classes.join(' ').trim() || undefined}
            title={text}
          >
            {symbol && <StateSymbol state={symbol} size={18} />}
            {place === 0 ? <span className="table-name">{text}</span> : text}
          </Cell>
        );
      })}
    </tr>
  );
}
