import { useEffect } from 'react';
import { firstUsefulScreen } from '../map/use-first-useful-screen.ts';
import { registerServiceWorker } from './register.ts';

const loadOutbox = () => import('../../data/outbox/outbox.ts');
/** Whether somebody's outbox was opened in this page: until then a visitor has none to close, and fetches none. */
let hasOutbox = false;

// What a slow phone loads first comes first.
function whenIdle(): Promise<void> {
  return new Promise((done) => {
    // Safari has no such call.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: 10_000 });
    else setTimeout(done, 3000);
  });
}

/**
 * Makes the page fit to be without a network: its files are laid on the device, and what somebody wrote down
 * without one is sent, whichever page is open. On the map both come after the first screen.
 */
export function useOffline(userId: string | null, isMap: boolean): void {
  useEffect(() => {
    let isGone = false;
    // Whoever goes on from the map to another room does not wait for its first screen.
    const before = isMap ? firstUsefulScreen.then(whenIdle) : Promise.resolve();
    before
      .then(() => {
        void registerServiceWorker();
        if (userId === null && !hasOutbox) return null;
        hasOutbox = true;
        return loadOutbox();
      })
      .then((outbox) => (isGone ? undefined : outbox?.openOutbox(userId)))
      // Without it the page is what it was before; the room where things are written down says so.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [userId, isMap]);
}

/** How many acts of whoever is signed in have not arrived at the server. */
export async function unsentCount(): Promise<number> {
  try {
    const { unsentOf } = await loadOutbox();
    return (await unsentOf()).length;
  } catch {
    return 0;
  }
}
