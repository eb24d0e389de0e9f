import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import { Arrival } from './arrival.tsx';
import type { Loadable } from './matching/layer-fields.ts';
import type { SentRow } from './matching/rows.ts';
import { type ProblemGroup, problemGroups, rowsOfLevel } from './problem-groups.ts';
import type { RowProblem } from './server.ts';
import { problemDetail, problemWords } from './words.ts';

const ROWS_AT_FIRST = 8;
const symbols = { error: 'behind', warning: 'on_the_way', repair: 'not_reported' } as const;

/** What the check found: errors first, each with what to do and the rows that have it. */
export function ProblemList({
  layer,
  problems,
  rows,
  onShowRow,
}: {
  layer: Loadable;
  problems: readonly RowProblem[];
  rows: readonly SentRow[];
  onShowRow: (row: number) => void;
}) {
  const wrong = rowsOfLevel(problems, 'error');
  return (
    <Arrival className="problems">
      {wrong > 0 ? (
        <Notice
          tone="error"
          title={m.set_up_check_wrong({ wrong: number(wrong), rows: number(rows.length) })}
        >
          {m.set_up_check_wrong_advice()}
        </Notice>
      ) : (
        <Notice tone="done" title={m.set_up_check_clean({ rows: number(rows.length) })}>
          {m.set_up_check_clean_advice()}
        </Notice>
      )}
      {problemGroups(problems).map((group) => (
        <Group
          key={`${group.level} ${group.code} ${group.field}`}
          layer={layer}
          group={group}
          rows={rows}
          onShowRow={onShowRow}
        />
      ))}
    </Arrival>
  );
}

function Group({
  layer,
  group,
  rows,
  onShowRow,
}: {
  layer: Loadable;
  group: ProblemGroup;
  rows: readonly SentRow[];
  onShowRow: (row: number) => void;
}) {
  const [all, setAll] = useState(false);
  const { title, advice } = problemWords(group.code, group.field, layer);
  const shown = all ? group.rows : group.rows.slice(0, ROWS_AT_FIRST);
  const more = group.rows.length - shown.length;
  return (
    <section className={`problem problem-${group.level}`}>
      <StateSymbol state={symbols[group.level]} size={24} />
      <div>
        <h3>{title}</h3>
        <p>{advice}</p>
        <ul>
          {shown.map(({ row, detail }) => (
            <li key={row}>
              <button type="button" className="problem-row" onClick={() => onShowRow(row)}>
                <strong>{m.set_up_row({ row })}</strong> {nameOf(rows[row - 1])} {problemDetail(detail)}
              </button>
            </li>
          ))}
        </ul>
        {more > 0 && (
          <Button tone="quiet" onClick={() => setAll(true)}>
            {m.set_up_rows_more({ rows: number(more) })}
          </Button>
        )}
      </div>
    </section>
  );
}

function nameOf(row: SentRow | undefined): string {
  return typeof row?.name === 'string' ? row.name : '';
}
