import { useEffect, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/use-act.ts';
import { CodeSheet } from './code-sheet.tsx';
import { FaultNotice } from './fault-notice.tsx';
import type { Member } from './member.ts';
import { type FreshCode, makeCode } from './server.ts';

/** A new code for somebody who is there: asked first when it replaces a password that works. */
export function CodeDialog({
  member,
  onChanged,
  onClose,
}: {
  member: Member;
  onChanged: () => Promise<unknown>;
  onClose: () => void;
}) {
  const acting = useAct();
  const [fresh, setFresh] = useState<FreshCode | null>(null);
  const make = () =>
    acting.run(async () => {
      setFresh(await makeCode(member.id));
      await onChanged();
    });
  // Whoever has no password yet loses nothing.
  const isHarmless = member.joined_at === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(() => {
    if (isHarmless) void make();
  }, []);
  return (
    <Dialog title={m.members_code_title()} closeLabel={m.members_close()} onClose={onClose}>
      {fresh ? (
        <CodeSheet name={member.display_name} fresh={fresh} onDone={onClose} />
      ) : (
        <>
          {!isHarmless && <p>{m.members_code_question({ name: member.display_name })}</p>}
          {acting.error !== null && <FaultNotice error={acting.error} />}
          {(!isHarmless || acting.error !== null) && (
            <Button tone="primary" aria-disabled={acting.isRunning} onClick={() => void make()}>
              {acting.isRunning ? m.members_code_making() : m.members_make_code()}
            </Button>
          )}
          {isHarmless && acting.error === null && <p role="status">{m.members_code_making()}</p>}
        </>
      )}
    </Dialog>
  );
}
