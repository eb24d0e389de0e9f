import './connection-bar.css';
import { m } from '../../messages/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { useConnection } from './use-connection.ts';

/** Stands above everything while the server does not answer, and goes away by itself. */
export function ConnectionBar() {
  if (useConnection()) return null;
  return (
    <div className="connection-bar">
      <Notice tone="warning" title={m.faults_unreachable()}>
        {m.faults_unreachable_text()}
      </Notice>
    </div>
  );
}
