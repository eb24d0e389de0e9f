import { useSyncExternalStore } from 'react';

/** The width below which the page is that of a phone; the style sheets have the same. */
const narrow = window.matchMedia('(max-width: 47.5rem)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether the window is as narrow as a phone. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
