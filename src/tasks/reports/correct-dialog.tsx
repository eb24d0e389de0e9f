import { type FormEvent, useState } from 'react';
import { Fault } from '../../data/fault.ts';
import { newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { type Column, cellOf, type Drafts, problemsOf, readCell, textOf } from './grid.ts';
import { correctReport, type ReportRow } from './server.ts';
import { faultText, partText, problemText, saidProblems, valueText } from './words.ts';

/** Corrects a confirmed figure with a reason; the earlier one stays in the list of versions. */
export function CorrectDialog({
  row,
  columns,
  hamlet,
  communeId,
  onDone,
  onClose,
}: {
  row: ReportRow;
  /** Those of the row's indicator. */
  columns: readonly Column[];
  hamlet: string;
  communeId: string;
  onDone: () => Promise<void>;
  onClose: () => void;
}) {
  const [id] = useState(newId);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [reason, setReason] = useState('');
  const [wasSent, setSent] = useState(false);
  const { error, isRunning, run } = useAct();
  const said = saidProblems(error);
  const problems = problemsOf(drafts, row, columns);
  const value = (part: Column['part']) => {
    const column = columns.find((one) => one.part === part);
    return column ? readCell(textOf(drafts, row, column), column) : row[part];
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (problems.size > 0 || reason.trim() === '') return;
    void run(async () => {
      await correctReport(
        {
          id,
          hamlet_id: row.hamlet_id,
          indicator: row.indicator,
          period: row.period,
          numerator: value('numerator'),
          denominator: value('denominator'),
          reason: reason.trim(),
          replaces: row.id,
        },
        communeId,
      );
      await onDone();
    });
  };
  const [first] = columns;
  return (
    <Dialog title={m.reports_correct_title()} closeLabel={m.reports_close()} onClose={onClose}>
      <form className="reports-form" noValidate onSubmit={send}>
        {columns.map((column) => {
          const cell = cellOf(row.hamlet_id, column);
          const problem = said.get(cell) ?? (wasSent ? problems.get(cell) : undefined);
          return (
            <TextField
              key={cell}
              label={m.reports_cell({ hamlet, part: partText(column) })}
              hint={m.reports_correct_now({ value: valueText(row[column.part], column) })}
              value={textOf(drafts, row, column)}
              inputMode="numeric"
              maxLength={12}
              error={problem ? problemText(problem) : null}
              onChange={(text) => setDrafts({ ...drafts, [cell]: text })}
            />
          );
        })}
        <TextField
          label={m.reports_correct_reason()}
          hint={m.reports_correct_reason_hint()}
          value={reason}
          maxLength={200}
          error={wasSent && reason.trim() === '' ? m.reports_correct_reason_wrong() : null}
          onChange={setReason}
        />
        {error instanceof Fault && said.size === 0 && (
          <Notice tone="error" title={m.reports_not_saved()}>
            {error.hint === 'stale' && first ? staleText(error, first) : faultText(error)}
          </Notice>
        )}
        <div className="reports-acts">
          <Button type="submit" tone="primary" disabled={isRunning}>
            {isRunning ? m.reports_saving() : m.reports_correct_save()}
          </Button>
          <Button onClick={onClose}>{m.reports_close()}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function staleText({ details }: Fault, column: Column): string {
  const { theirs } = details as { theirs: ReportRow | null };
  return m.reports_correct_stale({ value: valueText(theirs?.[column.part] ?? null, column) });
}
