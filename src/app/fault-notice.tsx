import { Fault } from '../data/fault.ts';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** What a failure means to the person, and what to do next. */
function wordsOf(error: Error): { title: string; text: string } {
  const kind = error instanceof Fault ? error.kind : 'unexpected';
  switch (kind) {
    case 'unreachable':
      return { title: m.faults_unreachable(), text: m.faults_unreachable_text() };
    case 'shortfall':
      return { title: m.faults_not_loaded(), text: m.faults_shortfall_text() };
    case 'refused':
      return { title: m.faults_refused(), text: m.faults_refused_text() };
    case 'inactive':
      return { title: m.faults_inactive(), text: m.faults_inactive_text() };
    default:
      return { title: m.faults_not_loaded(), text: m.faults_not_loaded_text() };
  }
}

/** Says that something was not fetched; what the server will mend by itself needs no button. */
export function FaultNotice({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { title, text } = wordsOf(error);
  return (
    <Notice tone="error" title={title} action={<Button onClick={onRetry}>{m.faults_retry()}</Button>}>
      {text}
    </Notice>
  );
}
