import type { Membership } from '../../data/session.ts';
import type { InstallationState } from './server.ts';

/** What the page has to offer to whoever opened it. */
export type Stage =
  /** Nobody has an account yet. */
  | { kind: 'account' }
  /** There is an account, and its person must sign in to go on. */
  | { kind: 'sign-in' }
  /** The first administrator makes the commune. */
  | { kind: 'commune'; userId: string }
  /** Somebody who may load data does so. */
  | { kind: 'layers'; userId: string; communeId: string }
  | { kind: 'not-yours' };

const MAY_LOAD: readonly string[] = ['administrator', 'front_officer'];

/** Where the set-up stands for a person; `userId` null is a visitor. */
export function stageOf(
  state: InstallationState,
  userId: string | null,
  memberships: readonly Pick<Membership, 'role' | 'commune_id'>[],
): Stage {
  if (state === 'empty') return { kind: 'account' };
  if (userId === null) return { kind: 'sign-in' };
  if (state === 'awaiting_commune') return { kind: 'commune', userId };
  const own = memberships.find(({ role }) => MAY_LOAD.includes(role));
  return own ? { kind: 'layers', userId, communeId: own.commune_id } : { kind: 'not-yours' };
}
