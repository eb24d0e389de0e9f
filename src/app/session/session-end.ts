import { useEffect, useRef, useSyncExternalStore } from 'react';
import { dropAllDrafts } from '../../data/draft.ts';
import { Fault } from '../../data/fault.ts';
import { signOut } from '../../data/session.ts';

/** Why a session ended without the person's doing on this page. */
export type SessionEnd = 'expired' | 'inactive' | 'idle';

let end: SessionEnd | null = null;
/** True from the person's own "sign out" until somebody signs in again. */
let isLeaving = false;
/** Whether somebody is signed in, as far as this page has seen. */
let isSignedIn = false;
const listeners = new Set<() => void>();

function say(reason: SessionEnd | null): void {
  end = reason;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Takes note of a failed request: one that says that the member was made inactive ends the session on this
 * device, so that the page goes on as a visitor's. (A session that is no more is ended by `src/data/client.ts`.)
 */
export function noteFault(error: unknown): void {
  if (!(error instanceof Fault) || !isSignedIn) return;
  if (error.kind !== 'inactive') return;
  say('inactive');
  void signOut();
  dropAllDrafts();
}

/** Signs out because the person wants to: nothing needs explaining afterwards, and no draft stays. */
export async function leave(): Promise<void> {
  isLeaving = true;
  say(null);
  await signOut();
  dropAllDrafts();
}

/** Signs out police who left their tab: nothing of what they read or wrote stays in it. */
export async function endForIdleness(): Promise<void> {
  if (!isSignedIn || end === 'idle') return;
  say('idle');
  await signOut();
  dropAllDrafts();
}

/** Why the session ended, and how to put the message away. `userId` is who is signed in now. */
export function useSessionEnd(userId: string | null): [SessionEnd | null, () => void] {
  const before = useRef(userId);
  useEffect(() => {
    if (userId !== null) {
      isLeaving = false;
      say(null);
    } else if (before.current !== null && !isLeaving && end === null) {
      // Revoked, run out, or signed out in another tab: this tab only sees that it is over.
      say('expired');
    }
    isSignedIn = userId !== null;
    before.current = userId;
  }, [userId]);
  return [useSyncExternalStore(subscribe, () => end), () => say(null)];
}
