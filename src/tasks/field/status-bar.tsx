import { useEffect, useState } from 'react';
import { sendNow } from '../../data/outbox/outbox.ts';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

const HALF_A_DAY = 12 * 60 * 60 * 1000;

/** Whether the browser has a network and the server answered when it was last tried. */
export function useIsOnline(): boolean {
  const { lastEnd } = useOutbox();
  const [isOnline, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return isOnline && lastEnd !== 'unreachable';
}

/** Says plainly whether there is a network, how much waits on this device, and what a person must know of it. */
export function StatusBar() {
  const outbox = useOutbox();
  const isOnline = useIsOnline();
  const waiting = outbox.items.filter(({ state }) => state === 'waiting').length;
  const review = outbox.items.filter(({ state }) => state === 'needs_review').length;
  return (
    <>
      <div className="field-status" data-online={isOnline} role="status">
        <p>
          <strong>{isOnline ? m.field_online() : m.field_offline()}</strong>{' '}
          {waiting > 0 ? m.field_waiting({ count: waiting }) : m.field_nothing_waits()}
          {review > 0 && <> {m.field_review_count({ count: review })}</>}
        </p>
        {waiting > 0 && (
          <Button disabled={outbox.isSending} onClick={() => void sendNow()}>
            {outbox.isSending ? m.field_sending() : m.field_send_now()}
          </Button>
        )}
      </div>
      {outbox.availability === 'unavailable' && (
        <Notice tone="error" title={m.field_keeps_nothing()}>
          {m.field_keeps_nothing_text()}
        </Notice>
      )}
      {outbox.lastEnd === 'signed-out' && waiting > 0 && (
        <Notice tone="warning" title={m.field_signed_out()}>
          {m.field_signed_out_text()}
        </Notice>
      )}
      {outbox.clockAhead !== null && Math.abs(outbox.clockAhead) > HALF_A_DAY && (
        <Notice tone="warning" title={m.field_clock()}>
          {m.field_clock_text()}
        </Notice>
      )}
    </>
  );
}
