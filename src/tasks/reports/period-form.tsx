import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useKeptDraft } from '../../data/draft.ts';
import { Fault } from '../../data/fault.ts';
import { newId } from '../../data/new-id.ts';
import type { Indicator } from '../../data/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { monthStart, today } from '../../ui/day.ts';
import { byName } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Conflicts } from './conflicts.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { EntryGrid, keyOf } from './entry-grid.tsx';
import { type Column, columnsOf, type Drafts, isChanged, problemsOf, readCell, textOf } from './grid.ts';
import {
  confirmReports,
  type Differing,
  type Entry,
  forgetReports,
  type ReportRow,
  saveReports,
} from './server.ts';
import { faultText, periodText, saidProblems } from './words.ts';

const NOTHING: Drafts = {};

/** The grid of one period with what was typed into it, which outlasts a reload until it is stored. */
export function PeriodForm({
  person,
  communeId,
  every,
  period,
  rows,
  before,
  indicators,
  names,
}: {
  person: string;
  communeId: string;
  every: 'month' | 'year';
  period: string;
  rows: readonly ReportRow[];
  before: readonly ReportRow[];
  indicators: readonly Indicator[];
  names: ReadonlyMap<string, string>;
}) {
  const queries = useQueryClient();
  const [kept, setKept] = useKeptDraft<Drafts>(`reports:${person}:${communeId}:${every}:${period}`);
  const drafts = kept ?? NOTHING;
  const { error, isRunning, run } = useAct();
  const [saved, setSaved] = useState<number | null>(null);
  const [wasSent, setSent] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [correcting, setCorrecting] = useState<{ row: ReportRow; column: Column } | null>(null);
  const nameOf = (id: string) => {
    // A hamlet that is no more today goes by the name that it had.
    const past = rows.find(({ hamlet_id }) => hamlet_id === id);
    const former = past?.former_commune ? ` (${past.former_commune})` : '';
    return names.get(id) ?? `${past?.hamlet_name ?? ''}${former}`;
  };
  const columns = useMemo(() => columnsOf(indicators, every), [indicators, every]);
  const book = useMemo(() => new Map(rows.map((row) => [keyOf(row.hamlet_id, row.indicator), row])), [rows]);
  const bookBefore = useMemo(
    () => new Map(before.map((row) => [keyOf(row.hamlet_id, row.indicator), row])),
    [before],
  );
  const hamletIds = [...new Set(rows.map(({ hamlet_id }) => hamlet_id))].sort((one, other) =>
    byName(nameOf(one), nameOf(other)),
  );
  const changed = rows.filter((row) => !row.is_locked && isChanged(drafts, row, columns));
  const problems = new Map(changed.flatMap((row) => [...problemsOf(drafts, row, columns)]));
  const said = saidProblems(error);
  const differing =
    error instanceof Fault && error.hint === 'stale' ? (error.details as { rows: Differing[] }).rows : null;
  const isLocked = rows.length > 0 && rows.every(({ is_locked }) => is_locked);
  const hasEnded = monthStart(period, every === 'year' ? 12 : 1) <= today();
  const missing = rows.filter(({ numerator, is_locked }) => numerator === null && !is_locked).length;

  const send = (entries: readonly Entry[]) =>
    run(async () => {
      await saveReports(entries, communeId);
      await forgetReports(queries);
      setKept(null);
      setSaved(entries.length);
      setSent(false);
    });
  const entryOf = (row: ReportRow): Entry => {
    const value = (part: Column['part']) => {
      const column = columns.find((one) => one.indicator.code === row.indicator && one.part === part);
      return column ? readCell(textOf(drafts, row, column), column) : null;
    };
    return {
      id: row.id ?? newId(),
      hamlet_id: row.hamlet_id,
      indicator: row.indicator,
      period: row.period,
      numerator: value('numerator'),
      denominator: value('denominator'),
      edited_version: row.version,
    };
  };
  const save = () => {
    setSent(true);
    setSaved(null);
    if (problems.size > 0 || changed.length === 0) return;
    void send(changed.map(entryOf));
  };
  /** Drafts without those of some entries. */
  const without = (entries: readonly Entry[]): Drafts =>
    Object.fromEntries(
      Object.entries(drafts).filter(
        ([cell]) => !entries.some((entry) => cell.startsWith(`${entry.hamlet_id}/${entry.indicator}/`)),
      ),
    );
  const confirm = () =>
    run(async () => {
      const open = hamletIds.filter((id) => rows.some((row) => row.hamlet_id === id && !row.is_locked));
      await confirmReports(open, { every, period }, communeId);
      await forgetReports(queries);
      setConfirming(false);
    });
  return (
    <>
      {differing && (
        <Conflicts
          rows={differing}
          columns={columns}
          nameOf={nameOf}
          isRunning={isRunning}
          onKeep={(mine, theirs) => {
            const rest = changed
              .map(entryOf)
              .filter(
                ({ hamlet_id, indicator }) =>
                  !differing.some(
                    ({ yours }) => yours.hamlet_id === hamlet_id && yours.indicator === indicator,
                  ),
              );
            setKept(without(theirs));
            void send([...mine, ...rest]);
          }}
        />
      )}
      {error instanceof Fault && !differing && said.size === 0 && !confirming && (
        <Notice tone="error" title={m.reports_not_saved()}>
          {faultText(error)}
        </Notice>
      )}
      <EntryGrid
        hamletIds={hamletIds}
        columns={columns}
        rows={book}
        before={bookBefore}
        drafts={drafts}
        problems={new Map([...said, ...problems])}
        nameOf={nameOf}
        onDrafts={(next) => {
          setKept(next);
          setSaved(null);
        }}
        onCorrect={(row, column) => setCorrecting({ row, column })}
      />
      <div className="reports-foot">
        <p role="status">
          {isLocked
            ? m.reports_locked()
            : wasSent && problems.size > 0
              ? m.reports_fix_first({ count: problems.size })
              : changed.length > 0
                ? m.reports_changed({ count: changed.length })
                : saved !== null
                  ? m.reports_saved({ count: saved })
                  : missing > 0
                    ? m.reports_empty({ count: missing })
                    : m.reports_unchanged()}
        </p>
        {!isLocked && (
          <>
            <Button tone="primary" disabled={isRunning || changed.length === 0} onClick={save}>
              {isRunning ? m.reports_saving() : m.reports_save()}
            </Button>
            <Button
              disabled={isRunning || !hasEnded || changed.length > 0}
              onClick={() => setConfirming(true)}
            >
              {m.reports_confirm()}
            </Button>
            {(!hasEnded || changed.length > 0) && (
              <p className="reports-why">
                {hasEnded ? m.reports_confirm_save_first() : m.reports_confirm_not_ended()}
              </p>
            )}
          </>
        )}
      </div>
      {confirming && (
        <ConfirmDialog
          period={periodText(every, period)}
          missing={missing}
          fault={error instanceof Fault ? faultText(error) : null}
          isRunning={isRunning}
          onConfirm={() => void confirm()}
          onClose={() => setConfirming(false)}
        />
      )}
      {correcting && (
        <CorrectDialog
          row={correcting.row}
          columns={columns.filter(({ indicator }) => indicator.code === correcting.row.indicator)}
          hamlet={nameOf(correcting.row.hamlet_id)}
          communeId={communeId}
          onDone={async () => {
            await forgetReports(queries);
            setCorrecting(null);
          }}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  );
}
