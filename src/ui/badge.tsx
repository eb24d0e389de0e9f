import './badge.css';
import type { ReactNode } from 'react';

/** A word or two that say what something is. */
export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'sample' | 'met';
  children: ReactNode;
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
