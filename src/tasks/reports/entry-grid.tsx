import { type KeyboardEvent, useRef, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Cell } from './cell.tsx';
import { type Column, cellOf, type Drafts, type Problem, paste, textOf } from './grid.ts';
import type { ReportRow } from './server.ts';
import { partText } from './words.ts';

/** Rows of one period, by hamlet and indicator. */
export type Book = ReadonlyMap<string, ReportRow>;
export const keyOf = (hamletId: string, indicator: string) => `${hamletId}/${indicator}`;

/**
 * Hamlets by numbers. Enter and the arrows go up and down, Tab goes on; a block from a spreadsheet is pasted onto
 * the cell where it begins.
 */
export function EntryGrid({
  hamletIds,
  columns,
  rows,
  before,
  drafts,
  problems,
  nameOf,
  onDrafts,
  onCorrect,
}: {
  hamletIds: readonly string[];
  columns: readonly Column[];
  rows: Book;
  before: Book;
  drafts: Drafts;
  problems: ReadonlyMap<string, Problem>;
  nameOf: (hamletId: string) => string;
  onDrafts: (drafts: Drafts) => void;
  onCorrect: (row: ReportRow, column: Column) => void;
}) {
  const table = useRef<HTMLTableElement>(null);
  const [pasteFault, setPasteFault] = useState<string | null>(null);
  const goTo = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  const onKey = (event: KeyboardEvent, row: number, column: number, stored: string) => {
    const isChoice = event.target instanceof HTMLSelectElement;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      goTo(row + (event.shiftKey ? -1 : 1), column);
    } else if (event.key === 'ArrowDown' && !isChoice) {
      event.preventDefault();
      goTo(row + 1, column);
    } else if (event.key === 'ArrowUp' && !isChoice) {
      event.preventDefault();
      goTo(row - 1, column);
    } else if (event.key === 'Escape') {
      const [hamletId, of] = [hamletIds[row], columns[column]];
      if (hamletId === undefined || !of || !(cellOf(hamletId, of) in drafts)) return;
      // The first Escape gives the cell back what is stored.
      event.preventDefault();
      event.stopPropagation();
      onDrafts({ ...drafts, [cellOf(hamletId, of)]: stored });
    }
  };
  const onBlock = (text: string, row: number, column: number) => {
    const pasted = paste(text, { row, column }, hamletIds, columns);
    if ('drafts' in pasted) {
      const open = Object.entries(pasted.drafts).filter(([cell]) => {
        const [hamletId = '', indicator = ''] = cell.split('/');
        return !rows.get(keyOf(hamletId, indicator))?.is_locked;
      });
      onDrafts({ ...drafts, ...Object.fromEntries(open) });
      setPasteFault(null);
    } else if ('tooBig' in pasted) setPasteFault(m.reports_paste_too_big(pasted.tooBig));
    else setPasteFault(m.reports_paste_wrong({ text: pasted.notANumber }));
  };
  return (
    <>
      {pasteFault !== null && <Notice tone="error">{pasteFault}</Notice>}
      <div className="reports-scroll">
        <table className="reports-grid" ref={table}>
          <thead>
            <tr>
              <th scope="col">{m.reports_hamlet()}</th>
              {columns.map((column) => (
                <th key={cellOf('', column)} scope="col">
                  <span>{column.indicator.name[getLocale()]}</span>
                  <small>{partText(column)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hamletIds.map((hamletId, down) => (
              <tr key={hamletId}>
                <th scope="row">
                  {nameOf(hamletId)}
                  <small>{householdsText(columns, rows, hamletId)}</small>
                </th>
                {columns.map((column, right) => {
                  const row = rows.get(keyOf(hamletId, column.indicator.code));
                  const cell = cellOf(hamletId, column);
                  return (
                    <td key={cell} data-column={partText(column)}>
                      {row && (
                        <Cell
                          label={m.reports_cell({ hamlet: nameOf(hamletId), part: partText(column) })}
                          column={column}
                          text={textOf(drafts, row, column)}
                          value={row[column.part]}
                          before={before.get(keyOf(hamletId, column.indicator.code))?.[column.part] ?? null}
                          isLocked={row.is_locked}
                          isChanged={
                            cell in drafts && textOf(drafts, row, column) !== String(row[column.part] ?? '')
                          }
                          problem={problems.get(cell) ?? null}
                          place={{ row: down, column: right }}
                          onText={(text) => onDrafts({ ...drafts, [cell]: text })}
                          onKey={(event) => onKey(event, down, right, String(row[column.part] ?? ''))}
                          onPaste={(event) => {
                            const text = event.clipboardData.getData('text/plain');
                            if (!/[\t\n]/.test(text.trim())) return;
                            event.preventDefault();
                            onBlock(text, down, right);
                          }}
                          onCorrect={() => onCorrect(row, column)}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Below how many households the numbers of a hamlet stand. */
function householdsText(columns: readonly Column[], rows: Book, hamletId: string): string {
  const column = columns.find(({ indicator }) => indicator.denominator_source === 'households');
  if (!column) return '';
  const households = rows.get(keyOf(hamletId, column.indicator.code))?.households ?? null;
  return households === null
    ? m.reports_households_unknown()
    : m.reports_of_households({ count: number(households) });
}
