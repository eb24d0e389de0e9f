import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Asks whether a period is to be confirmed, and says what is missing in it. */
export function ConfirmDialog({
  period,
  missing,
  fault,
  isRunning,
  onConfirm,
  onClose,
}: {
  period: string;
  missing: number;
  fault: string | null;
  isRunning: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={m.reports_confirm_title({ period })} closeLabel={m.reports_close()} onClose={onClose}>
      <p>
        {missing === 0 ? m.reports_confirm_whole() : m.reports_confirm_missing({ count: missing })}{' '}
        {m.reports_confirm_lead()}
      </p>
      {fault !== null && (
        <Notice tone="error" title={m.reports_not_saved()}>
          {fault}
        </Notice>
      )}
      <div className="reports-acts">
        <Button tone="primary" disabled={isRunning} onClick={onConfirm}>
          {isRunning ? m.reports_saving() : m.reports_confirm_yes()}
        </Button>
        <Button onClick={onClose}>{m.reports_close()}</Button>
      </div>
    </Dialog>
  );
}
