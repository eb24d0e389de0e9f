import { type ReactNode, useEffect, useRef } from 'react';

/** What has just come of an act: takes the focus, and with it the eye and the reader's voice. */
export function Arrival({ className, children }: { className: string; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} className={className} tabIndex={-1}>
      {children}
    </div>
  );
}
