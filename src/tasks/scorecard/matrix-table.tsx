import './matrix-table.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Indicator } from '../../data/progress.ts';
import { nameOf, unitOfTotal } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import type { MatrixProps } from './contract.ts';
import { shortCellText, shortValueText, topOfTotal } from './figure-words.ts';
import { targetOfHamlets } from './matrix.ts';
import { MatrixCell } from './matrix-cell.tsx';
import { MatrixHead } from './matrix-head.tsx';
import { moveCell, type Place } from './move-cell.ts';

/** A table whose cells are walked by keyboard is a grid to assistive technology. */
const GRID = { role: 'grid' };

/** Hamlets × indicators: one tab stop, arrow keys from cell to cell, Enter opens what a cell rests on. */
export function MatrixTable(props: MatrixProps) {
  const { indicators, figures, lines, book, onCell, onTotal } = props;
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const size = { rows: lines.length + 1, columns: indicators.length };
    const to = moveCell(event.key, event.ctrlKey, active, size);
    if (!to) return;
    event.preventDefault();
    setActive(to);
    grid.current?.querySelector<HTMLElement>(`[data-place="${to.row} ${to.column}"]`)?.focus();
  };
  // A day with fewer hamlets may have taken the line under the keyboard away.
  const reachable = Math.min(active.row, lines.length);
  const keyboard = (row: number, column: number) => ({
    'data-place': `${row} ${column}`,
    tabIndex: row === reachable && column === active.column ? 0 : -1,
    onFocus: () => setActive({ row, column }),
  });
  const totals = new Map(figures.totals.map((total) => [total.indicator, total]));
  return (
    // The table scrolls within itself, so that titles and names stay in sight.
    <div className="matrix-viewport">
      <table {...GRID} ref={grid} className="matrix" aria-label={m.scorecard_title()}>
        <MatrixHead {...props} />
        <tbody onKeyDown={onKeyDown}>
          <tr className="matrix-total">
            <th scope="row">
              {m.scorecard_commune()}
              <small>{m.scorecard_hamlets_count({ count: figures.hamlets.length })}</small>
            </th>
            <td />
            {indicators.map((indicator, column) => {
              const total = totals.get(indicator.code);
              const { state = 'not_reported', hamlets_reported = 0, hamlets_total = 0 } = total ?? {};
              const counts = { reported: hamlets_reported, total: hamlets_total };
              return (
                <MatrixCell
                  key={indicator.code}
                  state={state}
                  text={shortCellText(total, unitOfTotal(indicator))}
                  note={m.scorecard_rests_short(counts)}
                  about={nameOf(indicator)}
                  row={book?.of(null, indicator.code) ?? null}
                  top={topOfTotal(indicator, book?.topOf(indicator) ?? 1)}
                  asOf={figures.asOf}
                  keyboard={keyboard(0, column)}
                  onPress={() => onTotal(indicator.code)}
                />
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
                  <HamletTarget target={targetOfHamlets(lines, indicator.code)} indicator={indicator} />
                </td>
              );
            })}
          </tr>
          {lines.map((line, index) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              <td className="matrix-unmet">
                <strong>{line.unmet}</strong>
                <span className="matrix-of"> / {indicators.length - line.counts.not_reported}</span>
              </td>
              {indicators.map((indicator, column) => {
                const cell = line.cells.get(indicator.code);
                return (
                  <MatrixCell
                    key={indicator.code}
                    state={cell?.state ?? 'not_reported'}
                    text={shortCellText(cell, indicator.unit)}
                    about={`${line.name}, ${nameOf(indicator)}`}
                    row={book?.of(line.id, indicator.code) ?? null}
                    top={book?.topOf(indicator) ?? 1}
                    asOf={figures.asOf}
                    keyboard={keyboard(index + 1, column)}
                    onPress={() => onCell(line.id, indicator.code)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each hamlet is to reach, where it is not what the commune is to reach. */
function HamletTarget({ target, indicator }: { target: number | 'own' | null; indicator: Indicator }) {
  if (target === null || (target !== 'own' && unitOfTotal(indicator) === indicator.unit)) return null;
  const value = target === 'own' ? null : shortValueText(target, indicator.unit);
  return <small>{value === null ? m.scorecard_target_own() : m.scorecard_target_each({ value })}</small>;
}
