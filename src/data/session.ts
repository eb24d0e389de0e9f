import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { client } from './client.ts';
import { Fault, faultOf } from './fault.ts';
import { addressOf } from './sign-in-address.ts';

/** A membership as `public.members` shows it to its own person. */
export type Membership = {
  id: string;
  user_id: string;
  commune_id: string;
  role: 'administrator' | 'front_officer' | 'leader' | 'association' | 'hamlet_committee' | 'police';
  organization_id: string | null;
  hamlet_id: string | null;
  display_name: string;
};

type Snapshot = { known: boolean; userId: string | null };
let snapshot: Snapshot = { known: false, userId: null };
const listeners = new Set<() => void>();

// One subscription for the page's life: every tab hears of a sign-in or sign-out in another.
client.auth.onAuthStateChange((_event, session) => {
  const userId = session?.user.id ?? null;
  if (snapshot.known && snapshot.userId === userId) return;
  snapshot = { known: true, userId };
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Who is signed in on this device. `known` is false for the moment until the stored session was read.
 * Whatever the previous person saw is dropped from the cache when the person changes.
 */
export function usePerson(): Snapshot {
  const person = useSyncExternalStore(subscribe, () => snapshot);
  const queries = useQueryClient();
  useEffect(() => {
    if (person.known)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== (person.userId ?? 'visitor') });
  }, [person, queries]);
  return person;
}

/** The memberships of the person who is signed in; empty for a visitor. */
export function useMemberships() {
  const { known, userId } = usePerson();
  return useQuery({
    queryKey: [userId ?? 'visitor', 'memberships'],
    enabled: known,
    queryFn: async (): Promise<Membership[]> => {
      if (!userId) return [];
      const { data, error, status } = await client
        .from('members')
        .select('*')
        .eq('user_id', userId)
        .eq('active', true);
      if (error) throw faultOf(error, status);
      return data as unknown as Membership[];
    },
  });
}

/**
 * Signs in with an e-mail address or a phone number, and a password.
 * @throws Fault: `bad-input` for a wrong pair or too many attempts, `unreachable` without an answer.
 */
export async function signIn(signInName: string, password: string): Promise<void> {
  const { error } = await client.auth.signInWithPassword({ email: await addressOf(signInName), password });
  if (!error) return;
  const status = error.status ?? 0;
  if (status === 400) throw new Fault('bad-input', error.message, 'wrong_password');
  throw faultOf({ message: error.message, ...(error.code ? { code: error.code } : {}) }, status);
}

/** Ends the session on this device, also when the server cannot be reached. */
export async function signOut(): Promise<void> {
  await client.auth.signOut({ scope: 'local' });
}
