import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { client } from './client.ts';
import { Fault, faultOf } from './fault.ts';
import { forgetAnswers } from './kept-answers.ts';
import { beginInTab, heldBy, keepSession, onChangeElsewhere } from './kept-session.ts';
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
// Who holds a session on this device is known before it is renewed, which without a network takes half a minute.
let snapshot: Snapshot = { known: heldBy() !== null, userId: heldBy() };
const listeners = new Set<() => void>();

function note(userId: string | null): void {
  if (snapshot.known && snapshot.userId === userId) return;
  // Whoever leaves, by whatever way, leaves nothing of what was read.
  if (snapshot.userId !== null) void forgetAnswers(snapshot.userId);
  snapshot = { known: true, userId };
  for (const listener of listeners) listener();
}

// One subscription for the page's life. The client also passes on what other tabs did: of a session that this
// tab does not hold (police keep theirs in one tab) it must not make anybody here.
client.auth.onAuthStateChange(() => note(heldBy()));
// Every tab hears of a sign-in or sign-out in another that the device keeps.
onChangeElsewhere(() => note(heldBy()));

/** Hears when somebody else is signed in, or nobody any more. Answers how to stop. */
export function onPersonChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Who is signed in on this device. `known` is false for the moment until the stored session was read.
 * Whatever the previous person saw is dropped from the cache when the person changes.
 */
export function usePerson(): Snapshot {
  const person = useSyncExternalStore(onPersonChange, () => snapshot);
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
      const memberships = data as unknown as Membership[];
      // Also who became police after signing in.
      if (memberships.some(isPolice)) keepSession('tab');
      return memberships;
    },
  });
}

const isPolice = ({ role }: Pick<Membership, 'role'>) => role === 'police';

/**
 * Signs in with an e-mail address or a phone number, and a password, and answers with the user's id. The session ends with the tab,
 * unless the person wants to `stay` signed in on this device; a session of police always ends with the tab.
 * @throws Fault: `bad-input` for a wrong pair or too many attempts, `unreachable` without an answer.
 */
export async function signIn(signInName: string, password: string, stay = false): Promise<string> {
  const email = await addressOf(signInName);
  const { data, error } = await beginInTab(() => client.auth.signInWithPassword({ email, password }));
  if (error) {
    const status = error.status ?? 0;
    if (status === 400) throw new Fault('bad-input', error.message, 'wrong_password');
    throw faultOf({ message: error.message, ...(error.code ? { code: error.code } : {}) }, status);
  }
  if (stay && (await mayStay(data.user.id))) keepSession('device');
  return data.user.id;
}

/** Asked of the server before anything is kept; without an answer nothing is. */
async function mayStay(userId: string): Promise<boolean> {
  const { data, error } = await client.from('members').select('role').eq('user_id', userId);
  return !error && !(data as unknown as Pick<Membership, 'role'>[]).some(isPolice);
}

/** Ends the session on this device, also when the server cannot be reached. */
export async function signOut(): Promise<void> {
  await client.auth.signOut({ scope: 'local' });
}
