import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Column } from './grid.ts';
import type { Differing, Entry } from './server.ts';
import { partText, valueText } from './words.ts';

/** Two entered the same cells: both figures of each, for the second to choose; theirs until something else is chosen. */
export function Conflicts({
  rows,
  columns,
  nameOf,
  isRunning,
  onKeep,
}: {
  rows: readonly Differing[];
  columns: readonly Column[];
  nameOf: (hamletId: string) => string;
  isRunning: boolean;
  /** Told the entries in which mine is to count, over the version that was just seen, and the others. */
  onKeep: (mine: readonly Entry[], theirs: readonly Entry[]) => void;
}) {
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const keyOf = ({ yours }: Differing) => `${yours.hamlet_id}/${yours.indicator}`;
  const textOf = (entry: Entry) =>
    columns
      .filter(({ indicator }) => indicator.code === entry.indicator)
      .map((column) => valueText(entry[column.part], column))
      .join(' / ');
  return (
    <Notice tone="warning" title={m.reports_conflict()}>
      <p>{m.reports_conflict_lead()}</p>
      {rows.map((row) => {
        const key = keyOf(row);
        const column = columns.find(({ indicator }) => indicator.code === row.yours.indicator);
        return (
          <fieldset key={key} className="reports-conflict">
            <legend>
              {m.reports_cell({
                hamlet: nameOf(row.yours.hamlet_id),
                part: column ? partText(column) : '',
              })}
            </legend>
            {(
              [
                [false, m.reports_conflict_theirs({ value: textOf(row.theirs) })],
                [true, m.reports_conflict_mine({ value: textOf(row.yours) })],
              ] as const
            ).map(([isMine, text]) => (
              <label key={String(isMine)}>
                <input
                  type="radio"
                  name={key}
                  checked={mine.has(key) === isMine}
                  onChange={() => {
                    const next = new Set(mine);
                    if (isMine) next.add(key);
                    else next.delete(key);
                    setMine(next);
                  }}
                />
                {text}
              </label>
            ))}
          </fieldset>
        );
      })}
      <Button
        tone="primary"
        disabled={isRunning}
        onClick={() =>
          onKeep(
            rows
              .filter((row) => mine.has(keyOf(row)))
              .map(({ yours, theirs }) => ({ ...yours, edited_version: theirs.version })),
            rows.filter((row) => !mine.has(keyOf(row))).map(({ yours }) => yours),
          )
        }
      >
        {m.reports_conflict_keep()}
      </Button>
    </Notice>
  );
}
