import { useState } from 'react';
import { dropFromOutbox, putIntoOutbox } from '../../data/outbox/outbox.ts';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';

/**
 * Takes a record or a proposal back: one that nobody has tried to send yet leaves this device and is gone; for any other the wish
 * goes the same way as the record went, after it.
 */
export function TakeBack({
  act = 'take_back_care',
  recordId,
  communeId,
  title,
  subjectId,
  onDone,
}: {
  act?: 'take_back_care' | 'take_back_proposal';
  recordId: string;
  communeId?: string;
  title: string;
  subjectId: string;
  onDone: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const { items } = useOutbox();
  const { isRunning, error, run } = useAct();
  const item = items.find(({ id }) => id === recordId);
  const commune = communeId ?? item?.communeId;
  const takeBack = async () => {
    const isDone = await run(async () => {
      if (item && !item.isRecorded && item.state === 'needs_review') return dropFromOutbox(recordId);
      if (!commune) return;
      // Always after the record itself: an answer that never came may hide that it had arrived.
      await putIntoOutbox({
        communeId: commune,
        act,
        parameters: { id: recordId },
        subject: subjectId,
        title,
      });
    });
    if (isDone) onDone();
  };
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{m.field_take_back()}</Button>;
  return (
    <Notice
      tone={error === null ? 'warning' : 'error'}
      title={act === 'take_back_care' ? m.field_take_back_ask() : m.field_take_back_proposal_ask()}
      action={
        <>
          <Button tone="primary" disabled={isRunning} onClick={() => void takeBack()}>
            {m.field_take_back_yes()}
          </Button>
          <Button onClick={() => setAsking(false)}>{m.field_take_back_no()}</Button>
        </>
      }
    >
      {error !== null
        ? m.field_keeps_nothing_text()
        : act === 'take_back_care'
          ? m.field_take_back_text()
          : m.field_take_back_proposal_text()}
    </Notice>
  );
}
