import './message-page.css';
import type { ReactNode } from 'react';

/** A page that says one thing: what happened and what to do next. */
export function MessagePage({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <main className="message-page">
      <div>
        <h1>{title}</h1>
        {text && <p>{text}</p>}
        {children && <div className="message-page-actions">{children}</div>}
      </div>
    </main>
  );
}
