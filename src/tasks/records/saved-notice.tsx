import { m } from '../../messages/generated/messages.js';
import { IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Answer } from './act.ts';
import { problemWords } from './problem-words.ts';

/** Says that it is saved, and what was mended or should be looked at. */
export function SavedNotice({
  name,
  answer: { repairs = [], warnings = [] },
  onDismiss,
}: {
  /** What was saved; null where its name is not known here. */
  name: string | null;
  answer: Answer;
  onDismiss: () => void;
}) {
  const lines = [...warnings, ...repairs].map((problem) => problemWords(problem));
  return (
    <Notice
      tone={warnings.length > 0 ? 'warning' : 'done'}
      title={name === null ? m.records_saved_nothing_lost() : m.records_saved({ name })}
      action={<IconButton icon="close" label={m.records_dismiss()} onClick={onDismiss} />}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
