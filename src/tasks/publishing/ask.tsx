import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Acting } from '../../ui/use-act.ts';
import { faultText } from './words.ts';

/** Asks before something that nothing takes back. */
export function Ask({
  title,
  text,
  yes,
  act,
  onYes,
  onClose,
}: {
  title: string;
  text: string;
  yes: string;
  act: Acting;
  onYes: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={title} closeLabel={m.publishing_cancel()} onClose={onClose}>
      <p>{text}</p>
      {act.error !== null && (
        <Notice tone="error" title={m.publishing_fault()}>
          {faultText(act.error)}
        </Notice>
      )}
      <div className="publishing-acts">
        <Button tone="primary" disabled={act.isRunning} onClick={onYes}>
          {act.isRunning ? m.publishing_working() : yes}
        </Button>
        <Button onClick={onClose}>{m.publishing_cancel()}</Button>
      </div>
    </Dialog>
  );
}
