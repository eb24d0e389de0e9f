import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { fieldText } from './field-words.ts';
import { type Lost, type Undoing, undo } from './server.ts';
import { authorText, subjectText, tableText, timeText } from './words.ts';

type State =
  | { step: 'offered' | 'asked' }
  | { step: 'losing'; lost: readonly Lost[]; seen: number }
  | { step: 'done'; undone: number }
  | { step: 'failed'; words: string | null };

/** Takes something back: asks, says what would be lost, does it, says so. */
export function UndoPanel({
  what,
  count,
  label,
  isOffered,
  authors,
}: {
  what: Undoing;
  /** How many changes that is. */
  count: number;
  label: string;
  /** Not for what is undone already; what was just done here goes on saying so. */
  isOffered: boolean;
  authors: ReadonlyMap<string, string>;
}) {
  const [state, setState] = useState<State>({ step: 'offered' });
  const queries = useQueryClient();
  const isRunning = useRef(false);
  const run = async (seen: number | null) => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      const { undone } = await undo(what, seen);
      await queries.invalidateQueries();
      setState({ step: 'done', undone });
    } catch (error) {
      setState(stateOf(error));
    }
    isRunning.current = false;
  };
  const words = wordsFor(what, count);
  const cancel = <Button onClick={() => setState({ step: 'offered' })}>{m.changes_undo_cancel()}</Button>;
  switch (state.step) {
    case 'offered':
      if (!isOffered) return null;
      return (
        <Button className="changes-undo" onClick={() => setState({ step: 'asked' })}>
          {label}
        </Button>
      );
    case 'asked':
      return (
        <Notice
          tone="warning"
          title={words.sure}
          action={
            <>
              <Button tone="primary" onClick={() => void run(null)}>
                {words.yes}
              </Button>
              {cancel}
            </>
          }
        >
          {words.text}
        </Notice>
      );
    case 'losing':
      return (
        <Notice
          tone="warning"
          title={words.lost}
          action={
            <>
              <Button onClick={() => void run(state.seen)}>{words.anyway}</Button>
              {cancel}
            </>
          }
        >
          <ul className="changes-lost">
            {state.lost.map((lost) => {
              const words = lostText(lost, authors);
              return <li key={words}>{words}</li>;
            })}
          </ul>
        </Notice>
      );
    case 'done':
      return <Notice tone="done">{state.undone === 0 ? words.nothing : words.done(state.undone)}</Notice>;
    case 'failed':
      return (
        <Notice tone="error" title={words.fault} action={cancel}>
          {state.words ?? m.faults_unreachable_text()}
        </Notice>
      );
  }
}

function wordsFor(what: Undoing, count: number) {
  if ('version' in what) {
    return {
      sure: m.changes_version_sure(),
      text: m.changes_version_sure_text(),
      yes: m.changes_version_yes(),
      lost: m.changes_version_lost(),
      anyway: m.changes_version_anyway(),
      nothing: m.changes_version_nothing(),
      done: () => m.changes_version_done(),
      fault: m.changes_version_fault(),
    };
  }
  return {
    sure: m.changes_undo_sure({ count: number(count) }),
    text: m.changes_undo_sure_text(),
    yes: m.changes_undo_yes(),
    lost: m.changes_undo_lost(),
    anyway: m.changes_undo_anyway(),
    nothing: m.changes_undo_nothing(),
    done: (undone: number) => m.changes_undo_done({ count: number(undone) }),
    fault: m.changes_undo_fault(),
  };
}

function stateOf(error: unknown): State {
  if (!(error instanceof Fault)) return { step: 'failed', words: String(error) };
  if (error.hint === 'later_changes' && error.details !== null) {
    return { step: 'losing', ...(error.details as { lost: Lost[]; seen: number }) };
  }
  return { step: 'failed', words: error.kind === 'unreachable' ? null : error.message };
}

function lostText(lost: Lost, authors: ReadonlyMap<string, string>): string {
  const subject = lost.subject === null ? '' : subjectText(lost.subject);
  const table = tableText(lost.table);
  if (lost.count !== undefined) {
    return m.changes_undo_lost_count({ count: number(lost.count), table, subject });
  }
  const fields = (lost.fields ?? []).map(fieldText).join(', ');
  if (lost.at === undefined) return `${table} “${subject}”: ${fields}`;
  const person = authorText({ changed_by: lost.changed_by ?? null, parts: [lost] }, authors);
  return m.changes_undo_lost_row({ table, subject, fields, person, time: timeText(lost.at) });
}
