import { type KeyboardEvent, useRef, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { MatrixProps } from './contract.ts';
import {
  cellText,
  isEmpty,
  nameOf,
  shortNameOf,
  shortValueText,
  unitOfTotal,
  unitText,
} from './figure-words.ts';
import { sortingAfter } from './matrix.ts';
import { moveCell, type Place } from './move-cell.ts';
import { until } from './series.ts';
import { Sparkline } from './sparkline.tsx';

/** A table whose cells are walked by keyboard is a grid to assistive technology. */
const GRID = { role: 'grid' };
const DIRECTION = (descending: boolean) => (descending ? 'descending' : 'ascending');

/** Hamlets × indicators: one tab stop, arrow keys from cell to cell, Enter opens what a cell rests on. */
export function MatrixTable(props: MatrixProps) {
  const { indicators, figures, lines, book, onCell, onTotal } = props;
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const size = { rows: lines.length + 1, columns: indicators.length };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const to = moveCell(event.key, event.ctrlKey, active, size);
    if (!to) return;
    event.preventDefault();
    setActive(to);
    grid.current?.querySelector<HTMLElement>(`[data-place="${to.row} ${to.column}"]`)?.focus();
  };
  const place = (row: number, column: number) => ({
    'data-place': `${row} ${column}`,
    tabIndex: row === Math.min(active.row, lines.length) && column === active.column ? 0 : -1,
    onFocus: () => setActive({ row, column }),
  });
  const totals = new Map(figures.totals.map((total) => [total.indicator, total]));
  return (
    // The table scrolls within itself, so that titles and names stay in sight.
    <div className="matrix-viewport">
      <table {...GRID} ref={grid} className="matrix" aria-label={m.scorecard_title()}>
        <Head {...props} />
        <tbody onKeyDown={onKeyDown}>
          <tr className="matrix-total">
            <th scope="row">
              {m.scorecard_commune()}
              <small>{m.scorecard_hamlets_count({ count: figures.hamlets.length })}</small>
            </th>
            <td />
            {indicators.map((indicator, column) => {
              const total = totals.get(indicator.code);
              const unit = unitOfTotal(indicator);
              const row = book?.of(null, indicator.code);
              const said = cellText(total && { ...total, hamlet_id: '' }, unit);
              const rests = m.scorecard_rests_on({
                reported: total?.hamlets_reported ?? 0,
                total: total?.hamlets_total ?? 0,
              });
              return (
                <td key={indicator.code} className={`matrix-${total?.state ?? 'not_reported'}`}>
                  <button
                    type="button"
                    {...place(0, column)}
                    onClick={() => onTotal(indicator.code)}
                    aria-label={`${nameOf(indicator)}: ${said}, ${rests}`}
                    title={`${nameOf(indicator)}: ${said}`}
                  >
                    <span className="matrix-figure">
                      <StateSymbol state={total?.state ?? 'not_reported'} size={18} />
                      {total && total.state !== 'not_reported' ? shortValueText(total.value, unit) : '–'}
                    </span>
                    <small>
                      {m.scorecard_rests_short({
                        reported: total?.hamlets_reported ?? 0,
                        total: total?.hamlets_total ?? 0,
                      })}
                    </small>
                    {row && (
                      <Sparkline
                        {...until(row, figures.asOf)}
                        top={unit === 'percent' ? 100 : (book?.topOf(indicator) ?? 1)}
                      />
                    )}
                  </button>
                </td>
              );
            })}
          </tr>
          <tr className="matrix-targets">
            <th scope="row">{m.scorecard_target()}</th>
            <td />
            {indicators.map((indicator) => {
              const target = totals.get(indicator.code)?.target ?? null;
              return (
                <td key={indicator.code}>
                  {target === null ? m.scorecard_no_target() : shortValueText(target, unitOfTotal(indicator))}
                </td>
              );
            })}
          </tr>
          {lines.map((line, index) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              <td className="matrix-unmet">
                <strong>{line.unmet}</strong>
                <small>
                  {m.scorecard_of_reported({ count: indicators.length - line.counts.not_reported })}
                </small>
              </td>
              {indicators.map((indicator, column) => {
                const cell = line.cells.get(indicator.code);
                const state = cell?.state ?? 'not_reported';
                const row = book?.of(line.id, indicator.code);
                const said = cellText(cell, indicator.unit);
                return (
                  <td key={indicator.code} className={`matrix-${state}`}>
                    <button
                      type="button"
                      {...place(index + 1, column)}
                      onClick={() => onCell(line.id, indicator.code)}
                      aria-label={`${line.name}, ${nameOf(indicator)}: ${said}`}
                      title={`${line.name} · ${nameOf(indicator)}: ${said}`}
                    >
                      <span className="matrix-figure">
                        <StateSymbol state={state} size={18} />
                        {state === 'not_reported'
                          ? cell && isEmpty(cell)
                            ? m.scorecard_none()
                            : '–'
                          : shortValueText(cell?.value ?? null, indicator.unit)}
                      </span>
                      {row && book && <Sparkline {...until(row, figures.asOf)} top={book.topOf(indicator)} />}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ indicators, sorting, onSort }: MatrixProps) {
  const columns = [
    { id: 'hamlet', title: m.scorecard_hamlet(), unit: '', whole: m.scorecard_hamlet() },
    { id: 'unmet', title: m.scorecard_unmet(), unit: '', whole: m.scorecard_unmet_whole() },
    ...indicators.map((indicator) => ({
      id: indicator.code,
      title: shortNameOf(indicator),
      unit: unitText(indicator.unit),
      whole: nameOf(indicator),
    })),
  ];
  return (
    <thead>
      <tr>
        {columns.map(({ id, title, unit, whole }) => {
          const isSorted = sorting.column === id;
          return (
            <th key={id} scope="col" aria-sort={isSorted ? DIRECTION(sorting.descending) : 'none'}>
              <button
                type="button"
                title={m.scorecard_sort_by({ title: whole })}
                onClick={() => onSort(sortingAfter(sorting, id))}
              >
                <span>{title}</span>
                <small>
                  {unit} <span aria-hidden="true">{isSorted ? (sorting.descending ? '↓' : '↑') : ''}</span>
                </small>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
