import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { unsentCount } from '../offline/use-offline.ts';
import { leave } from './session-end.ts';

/** The way out. Where something is not sent yet, the person decides; nothing of it is dropped either way. */
export function LeaveButton() {
  const [unsent, setUnsent] = useState(0);
  const press = async () => {
    const count = await unsentCount();
    if (count === 0) await leave();
    else setUnsent(count);
  };
  return (
    <>
      <Button onClick={() => void press()}>{m.shell_sign_out()}</Button>
      {unsent > 0 && (
        <Dialog
          title={m.field_leave({ count: unsent })}
          closeLabel={m.field_leave_stay()}
          onClose={() => setUnsent(0)}
        >
          <p>{m.field_leave_text()}</p>
          <Button tone="primary" onClick={() => setUnsent(0)}>
            {m.field_leave_stay()}
          </Button>
          <Button onClick={() => void leave()}>{m.field_leave_go()}</Button>
        </Dialog>
      )}
    </>
  );
}
