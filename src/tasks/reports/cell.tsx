import { type ClipboardEvent, type KeyboardEvent, useId } from 'react';
import { m } from '../../messages/generated/messages.js';
import type { Column, Problem } from './grid.ts';
import { problemText, valueText } from './words.ts';

/** One number to enter, or a confirmed one that may be corrected. */
export function Cell({
  label,
  column,
  text,
  value,
  before,
  isLocked,
  isChanged,
  problem,
  place,
  onText,
  onKey,
  onPaste,
  onCorrect,
}: {
  /** Whose and what: "Thôn 3 (Du Lễ), Hộ phân loại rác". */
  label: string;
  column: Column;
  text: string;
  /** What is stored. */
  value: number | null;
  /** What the period before said. */
  before: number | null;
  isLocked: boolean;
  isChanged: boolean;
  problem: Problem | null;
  place: { row: number; column: number };
  onText: (text: string) => void;
  onKey: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  onCorrect: () => void;
}) {
  const words = useId();
  const at = `${place.row}:${place.column}`;
  if (isLocked) {
    return (
      <button
        type="button"
        className="reports-locked"
        data-cell={at}
        aria-label={`${m.reports_correct({ cell: label })}: ${valueText(value, column)}`}
        onKeyDown={onKey}
        onClick={onCorrect}
      >
        {value === null ? '–' : valueText(value, column)}
      </button>
    );
  }
  const common = {
    'data-cell': at,
    'aria-label': label,
    'aria-invalid': problem !== null,
    'aria-describedby': words,
    className: 'reports-input',
  };
  return (
    <span className="reports-cell" data-changed={isChanged || undefined}>
      {column.indicator.denominator_source === 'one' ? (
        <select {...common} value={text} onKeyDown={onKey} onChange={(event) => onText(event.target.value)}>
          <option value="">–</option>
          <option value="1">{m.reports_yes()}</option>
          <option value="0">{m.reports_no()}</option>
        </select>
      ) : (
        <input
          {...common}
          value={text}
          inputMode="numeric"
          maxLength={12}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onKeyDown={onKey}
          onPaste={onPaste}
          onChange={(event) => onText(event.target.value)}
        />
      )}
      <span id={words} className={problem ? 'reports-problem' : 'reports-before'}>
        {problem
          ? problemText(problem)
          : before !== null && m.reports_last({ value: valueText(before, column) })}
      </span>
    </span>
  );
}
