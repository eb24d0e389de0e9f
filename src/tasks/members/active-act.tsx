import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Member } from './member.ts';

/** Ends an account at once, after asking, or opens it again. Nothing where the reader may do neither. */
export function ActiveAct({
  member,
  isRunning,
  onActive,
}: {
  member: Member;
  isRunning: boolean;
  onActive: (active: boolean) => void;
}) {
  const [isAsked, setAsked] = useState(false);
  if (member.acts.includes('activate')) {
    return (
      <Button aria-disabled={isRunning} onClick={() => onActive(true)}>
        {m.members_activate()}
      </Button>
    );
  }
  if (!member.acts.includes('deactivate')) return null;
  if (!isAsked) {
    return (
      <Button className="member-off-act" onClick={() => setAsked(true)}>
        {m.members_deactivate()}
      </Button>
    );
  }
  return (
    <Notice
      tone="warning"
      title={m.members_deactivate_question({ name: member.display_name })}
      action={
        <span className="member-acts">
          <Button
            tone="primary"
            className="member-off-yes"
            aria-disabled={isRunning}
            onClick={() => onActive(false)}
          >
            {m.members_deactivate_yes()}
          </Button>
          <Button onClick={() => setAsked(false)}>{m.members_cancel()}</Button>
        </span>
      }
    >
      {m.members_deactivate_text()}
    </Notice>
  );
}
