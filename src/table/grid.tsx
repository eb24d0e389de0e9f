import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Column, Facts, LayerRow } from '../layers/layer.ts';
import { columnWidth, shownText } from './columns.ts';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import { moveRow } from './move-row.ts';
import type { LayerTableModel } from './use-layer-table.ts';

/** Up to this many rows all stand in the page, so that the browser's own search finds them. */
const ALL_AT_ONCE = 500;
/** Heights in pixels, the same as in the style sheet: a finger needs more than a pointer. */
const ROW_HEIGHT = { fine: 36, coarse: 48 };
/** Rows that say how wide a column must be; reading thousands would cost more than it tells. */
const MEASURED_ROWS = 300;

/** A table whose rows are chosen and walked by keyboard is a grid to assistive technology. */
const GRID = { role: 'grid' };

/** What only keeps rows in their places is no row to assistive technology. */
const UNREAD = { 'aria-hidden': true };

/** What stands in a cell beside its text, in characters. */
const ROOM = { padding: 2, symbol: 5 };

type Props = {
  label: string;
  model: LayerTableModel;
  facts: Facts;
  selectedId: string | null;
  onSelect: (id: string) => void;
};

/** Rows and columns of one layer: one tab stop, arrow keys from row to row, Enter selects. */
export function Grid({ label, model, facts, selectedId, onSelect }: Props) {
  const { columns, rows } = model;
  const viewport = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const [activeId, setActiveId] = useState<string | null>(null);
  const indexOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id));
  const active = Math.max(0, indexOf(activeId), activeId === null ? indexOf(selectedId) : -1);

  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: rows.length > ALL_AT_ONCE,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The row under the keyboard stays in the page wherever one scrolls, or the focus would be lost.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const range = Array.from({ length: last - first + 1 }, (_, place) => first + place);
      return [...new Set([...range, active])].sort((one, other) => one - other);
    },
  });
  const shown =
    rows.length > ALL_AT_ONCE
      ? virtualizer.getVirtualItems().map(({ index }) => index)
      : rows.map((_, index) => index);

  const reveal = (index: number) => {
    const box = viewport.current;
    if (!box) return;
    const header = box.querySelector('thead')?.clientHeight ?? 0;
    const top = index * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    const hidden = top + rowHeight + header - (box.scrollTop + box.clientHeight);
    if (hidden > 0) box.scrollTop += hidden;
  };

  const followSelection = useEffectEvent((id: string | null) => {
    const index = indexOf(id);
    if (index < 0) return;
    setActiveId(id);
    reveal(index);
  });
  useEffect(() => followSelection(selectedId), [selectedId]);

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const row = rows[active];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(row.id);
      return;
    }
    const page = Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 1;
    const next = moveRow(event.key, active, rows.length, page);
    const nextRow = next === null ? undefined : rows[next];
    if (next === null || !nextRow) return;
    event.preventDefault();
    // The row must be in the page before it can take the focus.
    flushSync(() => setActiveId(nextRow.id));
    reveal(next);
    viewport.current?.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus({ preventScroll: true });
  };

  const widths = useMemo(
    () => widthsOf(columns, rows.slice(0, MEASURED_ROWS), facts),
    [columns, rows, facts],
  );
  let drawn = 0;
  return (
    <div className="table-viewport" ref={viewport}>
      <table
        {...GRID}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={{ width: `max(100%, ${widths.join(' + ')})` }}
      >
        <colgroup>
          {columns.map(({ id }, place) => (
            <col key={id} style={{ width: widths[place] }} />
          ))}
        </colgroup>
        <GridHeader model={model} />
        <tbody onKeyDown={onKeyDown}>
          {shown.map((index) => {
            const row = rows[index];
            const gap = (index - drawn) * rowHeight;
            drawn = index + 1;
            return (
              row && (
                <Fragment key={row.id}>
                  <Gap height={gap} />
                  <GridRow
                    row={row}
                    index={index}
                    columns={columns}
                    facts={facts}
                    selected={row.id === selectedId}
                    reachable={index === active}
                    onActivate={() => setActiveId(row.id)}
                    onSelect={() => onSelect(row.id)}
                  />
                </Fragment>
              )
            );
          })}
          <Gap height={(rows.length - drawn) * rowHeight} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return height > 0 ? <tr {...UNREAD} style={{ height }} /> : null;
}

/** CSS widths. The first column stays in sight while others scroll, so it leaves them half of a phone. */
function widthsOf(columns: readonly Column<LayerRow>[], rows: readonly LayerRow[], facts: Facts): string[] {
  return columns.map((column, place) => {
    const texts = rows.map((row) => shownText(column, row, facts));
    const characters = columnWidth(column.title(), texts) + (column.symbol ? ROOM.symbol : ROOM.padding);
    return place === 0 ? `min(${characters}ch, 50vw)` : `${characters}ch`;
  });
}

function useRowHeight(): number {
  const [coarse] = useState(() => window.matchMedia('(pointer: coarse)').matches);
  return coarse ? ROW_HEIGHT.coarse : ROW_HEIGHT.fine;
}
