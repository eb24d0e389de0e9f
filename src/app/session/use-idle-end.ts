import { useEffect } from 'react';
import { IDLE_MILLISECONDS, noteActed } from '../../data/kept-session.ts';
import { endForIdleness } from './session-end.ts';

const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** How exactly the last act is kept; a mouse that moves says so sixty times a second. */
const STEP_MILLISECONDS = 5_000;

/**
 * Ends the session of police when nobody has touched this tab for a quarter of an hour. By the clock, not by one
 * long timer: a machine that slept wakes up with the session over.
 */
export function useIdleEnd(isPolice: boolean): void {
  useEffect(() => {
    if (!isPolice) return;
    let acted = Date.now();
    noteActed(acted);
    const note = () => {
      const now = Date.now();
      // What wakes the machine up is no act of who left it.
      if (now - acted >= IDLE_MILLISECONDS) return look();
      if (now - acted < STEP_MILLISECONDS) return;
      acted = now;
      noteActed(acted);
    };
    const look = () => {
      if (Date.now() - acted >= IDLE_MILLISECONDS) void endForIdleness();
    };
    const left = new AbortController();
    for (const act of ACTS)
      window.addEventListener(act, note, { signal: left.signal, passive: true, capture: true });
    document.addEventListener('visibilitychange', look, { signal: left.signal });
    const timer = setInterval(look, STEP_MILLISECONDS);
    return () => {
      left.abort();
      clearInterval(timer);
      noteActed(null);
    };
  }, [isPolice]);
}
