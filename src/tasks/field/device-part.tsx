import { type ReactNode, useEffect, useState } from 'react';
import { outboxAsText, readHandover, takeOver } from '../../data/outbox/handover.ts';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { Worker } from './contract.ts';
import { TEXT_SIZES, type TextSize } from './text-size.ts';

/** What belongs to this device: the size of letters, what it keeps, and the way out for what cannot be sent. */
export function DevicePart({
  worker,
  textSize,
  onTextSize,
  leaving,
}: {
  worker: Worker;
  textSize: TextSize;
  onTextSize: (size: TextSize) => void;
  /** The way out of the session. */
  leaving: ReactNode;
}) {
  const outbox = useOutbox();
  const unsent = outbox.items.filter(({ state }) => state !== 'sent').length;
  const isReady = useReadiness();
  const save = async () => {
    const text = await outboxAsText(worker.person);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `viec-chua-gui-${today()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <div className="field-device">
      <section>
        <h2>{m.field_text_size()}</h2>
        <div className="field-choices">
          {TEXT_SIZES.map((size) => (
            <Button key={size} aria-pressed={size === textSize} onClick={() => onTextSize(size)}>
              {number(size)} %
            </Button>
          ))}
        </div>
      </section>
      <section>
        <h2>{m.field_offline_use()}</h2>
        <p>{isReady ? m.field_offline_ready() : m.field_offline_not_ready()}</p>
        <p>
          {outbox.isPersistent === true
            ? m.field_persistent()
            : outbox.isPersistent === false
              ? m.field_not_persistent()
              : m.field_persistence_unknown()}
        </p>
      </section>
      <section>
        <h2>{m.field_handover()}</h2>
        <p>{m.field_handover_text()}</p>
        <Button disabled={unsent === 0} onClick={() => void save()}>
          {m.field_handover_save({ count: unsent })}
        </Button>
        {worker.isOfficer && <TakeOver />}
      </section>
      <section>{leaving}</section>
    </div>
  );
}

function TakeOver() {
  const { isRunning, error, run } = useAct();
  const [taken, setTaken] = useState<number | null>(null);
  const load = (file: File | undefined) =>
    file &&
    run(async () => {
      setTaken(null);
      const handed = readHandover(await file.text());
      if (!handed) throw new Error('no outbox');
      await takeOver(handed.doings);
      setTaken(handed.doings.length);
    });
  return (
    <>
      <label className="button field-file">
        {m.field_handover_load()}
        <input
          type="file"
          accept=".json,application/json"
          disabled={isRunning}
          onChange={(event) => void load(event.target.files?.[0])}
        />
      </label>
      {taken !== null && <Notice tone="done">{m.field_handover_taken({ count: taken })}</Notice>}
      {error !== null && <Notice tone="error">{m.field_handover_wrong()}</Notice>}
    </>
  );
}

/** Whether the page's own files are here, so that it opens without a network. */
function useReadiness(): boolean {
  const [isReady, setReady] = useState(() => Boolean(navigator.serviceWorker?.controller));
  useEffect(() => {
    let isGone = false;
    void navigator.serviceWorker?.ready.then(() => !isGone && setReady(true));
    return () => {
      isGone = true;
    };
  }, []);
  return isReady;
}
