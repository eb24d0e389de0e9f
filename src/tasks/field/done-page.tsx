import { useEffect, useRef } from 'react';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { CareSubject } from './contract.ts';
import { TakeBack } from './take-back.tsx';

/** "Đã ghi": what was written down, and where it is now. */
export function DonePage({
  itemId,
  subject,
  onBack,
}: {
  itemId: string;
  subject: CareSubject;
  onBack: () => void;
}) {
  const { items, isPersistent } = useOutbox();
  const item = items.find(({ id }) => id === itemId) ?? null;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="field-subject field-written">
      <StateSymbol state="met" size={72} />
      <h2 ref={heading} tabIndex={-1}>
        {m.field_written()}
      </h2>
      <p>{subject.name}</p>
      <p className="field-where" role="status">
        {item?.state === 'waiting' ? m.field_written_here() : m.field_written_sent()}
      </p>
      {isPersistent === false && item?.state === 'waiting' && (
        <p className="field-quiet">{m.field_not_persistent()}</p>
      )}
      <Button tone="primary" className="field-big" onClick={onBack}>
        {m.field_back_to_list()}
      </Button>
      <TakeBack recordId={itemId} title={subject.name} subjectId={subject.id} onDone={onBack} />
    </article>
  );
}
