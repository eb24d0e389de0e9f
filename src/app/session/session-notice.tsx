import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { SessionEnd } from './session-end.ts';

/** Says why the session ended, and how to go on right here. */
export function SessionNotice({
  end,
  onSignIn,
  onDismiss,
}: {
  end: SessionEnd;
  onSignIn: () => void;
  onDismiss: () => void;
}) {
  const dismiss = <Button onClick={onDismiss}>{m.faults_dismiss()}</Button>;
  if (end === 'inactive') {
    return (
      <Notice tone="error" title={m.faults_inactive()} action={dismiss}>
        {m.faults_inactive_text()}
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      title={end === 'idle' ? m.faults_idle() : m.faults_ended()}
      action={
        <>
          <Button tone="primary" onClick={onSignIn}>
            {m.faults_sign_in()}
          </Button>
          {dismiss}
        </>
      }
    >
      {end === 'idle' ? m.faults_idle_text() : m.faults_ended_text()}
    </Notice>
  );
}
