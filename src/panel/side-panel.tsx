import './side-panel.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../ui/button.tsx';

/** A sheet beside the map, at the foot of the screen on a phone. Esc and the cross close it. */
export function SidePanel({
  title,
  kind,
  closeLabel,
  takesFocus = false,
  onClose,
  children,
}: {
  title: string;
  /** What sort of thing the title names. */
  kind?: string;
  closeLabel: string;
  /** The keyboard goes into the panel when it opens, and back to where it was when it closes. */
  takesFocus?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const titleId = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A menu in front of the panel takes the key for itself.
      const isTaken = event.defaultPrevented || document.querySelector(':popover-open');
      if (event.key === 'Escape' && !isTaken) close.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [takesFocus]);
  return (
    <section className="side-panel" aria-labelledby={titleId}>
      <div className="side-panel-head">
        <div>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {kind && <p className="side-panel-kind">{kind}</p>}
        </div>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet of words alone is scrolled by keyboard only with the focus in it */}
      <div className="side-panel-body" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
