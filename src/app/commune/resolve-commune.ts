import type { Membership } from '../../data/session.ts';
import type { Commune } from './communes.ts';

/** What `public.installation_state()` answers. */
export type InstallationState = 'empty' | 'awaiting_commune' | 'ready';

/** Which commune the page is about, or where the person must go first. */
export type Resolution =
  | { kind: 'commune'; commune: Commune; membership: Membership | null }
  | { kind: 'choose'; communes: readonly Commune[] }
  | { kind: 'sign-in' }
  | { kind: 'set-up' }
  | { kind: 'no-membership' };

/**
 * Finds the commune meant: the one that the link names, else one's own, else the only public one.
 * `code` is the commune's code in the link, null when it names none.
 */
export function resolveCommune(known: {
  code: string | null;
  communes: readonly Commune[];
  memberships: readonly Membership[];
  isSignedIn: boolean;
  installation: InstallationState;
}): Resolution {
  const { code, communes, memberships, isSignedIn, installation } = known;
  const named = communes.find((commune) => commune.code === code);
  const own = communes.filter(({ id }) => memberships.some(({ commune_id }) => commune_id === id));
  const candidates = named ? [named] : own.length > 0 ? own : communes.filter(({ is_public }) => is_public);
  const [commune, ...others] = candidates;
  if (commune && others.length === 0) {
    const membership = memberships.find(({ commune_id }) => commune_id === commune.id) ?? null;
    return { kind: 'commune', commune, membership };
  }
  if (commune) return { kind: 'choose', communes: candidates };
  if (installation === 'empty') return { kind: 'set-up' };
  if (!isSignedIn) return { kind: 'sign-in' };
  return { kind: installation === 'awaiting_commune' ? 'set-up' : 'no-membership' };
}
