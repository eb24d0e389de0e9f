import './answer-card.css';
import type { ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Card } from '../../ui/card.tsx';
import { day, percent } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { countProgress } from './progress.ts';
import type { HamletRow } from './row.ts';

/**
 * The plan's one hard number on the day: how many hamlets of how many have a model road, what changed, who
 * has not reported. `before` is the same figure at an earlier day, null while it is not known. `shownDay` is
 * the figure's day where it must be said, because another day was asked for.
 */
export function AnswerCard({
  rows,
  before,
  shownDay = null,
  chooser,
}: {
  rows: readonly HamletRow[] | null;
  before: { met: number; day: string } | null;
  shownDay?: string | null;
  /** Where another indicator is chosen. */
  chooser?: ReactNode;
}) {
  return (
    <Card className="answer">
      <div className="answer-head">
        <h2>{m.layers_hamlets_plan()}</h2>
        {shownDay !== null && <span>{m.layers_on_day({ date: day(shownDay) })}</span>}
      </div>
      {chooser}
      {rows === null ? <Coming /> : <Answer rows={rows} before={before} />}
    </Card>
  );
}

function Answer({
  rows,
  before,
}: {
  rows: readonly HamletRow[];
  before: { met: number; day: string } | null;
}) {
  const { met, not_reported } = countProgress(rows);
  if (rows.length === 0) return <p>{m.layers_hamlets_answer_none()}</p>;
  return (
    <>
      <p className="answer-figure">
        <strong>
          {met} / {rows.length}
        </strong>
        <span>{m.layers_hamlets_answer()}</span>
      </p>
      <div className="answer-bar" title={percent(met, rows.length) ?? ''} aria-hidden="true">
        <span style={{ width: `${(100 * met) / rows.length}%` }} />
      </div>
      <div className="answer-foot">
        <span>{before === null ? percent(met, rows.length) : changeText(met - before.met, before.day)}</span>
        <span>
          {not_reported === 0
            ? m.layers_hamlets_all_reported()
            : m.layers_hamlets_without_data({ count: not_reported })}
        </span>
      </div>
    </>
  );
}

function changeText(change: number, since: string): string {
  if (change === 0) return m.layers_hamlets_unchanged({ date: day(since) });
  return m.layers_hamlets_change({
    change: change > 0 ? `+${change}` : `−${-change}`,
    date: day(since),
  });
}

function Coming() {
  return (
    <>
      <p className="answer-figure">
        <strong>
          <Skeleton width="5.5rem" height="2rem" />
        </strong>
        <Skeleton width="9rem" height="1rem" />
      </p>
      <div className="answer-bar" aria-hidden="true" />
      <div className="answer-foot">
        <Skeleton width="7rem" height="0.875rem" />
        <Skeleton width="8rem" height="0.875rem" />
      </div>
    </>
  );
}
