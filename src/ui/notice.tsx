import './notice.css';
import type { ReactNode } from 'react';

/**
 * Says what happened, whether anything was lost, what to do next. An error is announced at once,
 * the others when the reader pauses.
 */
export function Notice({
  tone = 'plain',
  title,
  children,
  action,
}: {
  tone?: 'plain' | 'done' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <div className="notice-words">
        {title && <strong>{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
