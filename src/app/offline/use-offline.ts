import { useEffect } from 'react';
import { firstUsefulScreen } from '../map/use-first-useful-screen.ts';
import { registerServiceWorker } from './register.ts';

const loadOutbox = () => import('../../data/outbox/outbox.ts');

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
  const before = () => (isMap ? firstUsefulScreen.then(whenIdle) : Promise.resolve());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the page's life
  useEffect(() => void before().then(registerServiceWorker), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the person alone decides
  useEffect(() => {
    let isGone = false;
    const open = () => loadOutbox().then(({ openOutbox }) => (isGone ? undefined : openOutbox(userId)));
    // Nobody's outbox is opened only to close somebody's.
    void before()
      .then(open)
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [userId]);
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
