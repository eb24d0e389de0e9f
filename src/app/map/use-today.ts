import { useSyncExternalStore } from 'react';
import { today } from '../../ui/day.ts';

const MINUTE = 60_000;

/** Calls `changed` whenever another day may have begun: each minute, and when somebody returns to the page. */
export function followClock(changed: () => void): () => void {
  const clock = setInterval(changed, MINUTE);
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearInterval(clock);
    document.removeEventListener('visibilitychange', changed);
  };
}

/** Today in Viet Nam; a page that is left open turns with the day. */
export function useToday(): string {
  return useSyncExternalStore(followClock, today);
}
