import { useSyncExternalStore } from 'react';
import { type OutboxSnapshot, outboxStore } from './outbox.ts';

/** The outbox of whoever is signed in, as it is now. */
export function useOutbox(): OutboxSnapshot {
  return useSyncExternalStore(outboxStore.subscribe, outboxStore.snapshot);
}
