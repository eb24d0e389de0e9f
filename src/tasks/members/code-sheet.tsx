import './code-sheet.css';
import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { instant } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { addressOfRoom, isOnlyForThisMachine } from '../../view/own-address.ts';
import type { FreshCode } from './server.ts';

/** What the person who was just added, or lost the password, is shown or handed. */
export function CodeSheet({ name, fresh, onDone }: { name: string; fresh: FreshCode; onDone: () => void }) {
  const link = addressOfRoom('/ma', fresh.code);
  return (
    <div className="code-sheet">
      <p>{m.members_code_lead({ name })}</p>
      {isOnlyForThisMachine() && (
        <Notice tone="warning" title={m.members_code_loopback()}>
          {m.members_code_loopback_advice()}
        </Notice>
      )}
      <div className="code-sheet-both">
        <QrCode text={link} label={m.members_code_qr({ name })} />
        <div className="code-sheet-words">
          <p>{m.members_code_by_hand({ address: link.replace(/#.*$/, '') })}</p>
          <p className="code-sheet-code">
            {/* Wraps in the middle where the line is short. */}
            <span>{fresh.code.slice(0, 10)}</span>
            <span>{fresh.code.slice(10)}</span>
          </p>
          <CopyButton link={link} />
        </div>
      </div>
      <p className="code-sheet-quiet">{m.members_code_once({ time: instant(fresh.expires_at) })}</p>
      <Button tone="primary" onClick={onDone}>
        {m.members_code_done()}
      </Button>
    </div>
  );
}

/** Only where the browser lets a page copy: not over plain HTTP. */
function CopyButton({ link }: { link: string }) {
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button onClick={() => void copy()}>{copied ? m.members_code_copied() : m.members_code_copy()}</Button>
  );
}
