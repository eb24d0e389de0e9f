import type { Membership } from '../../data/session.ts';

const ROLES: Readonly<Record<'members' | 'organizations', ReadonlySet<Membership['role']>>> = {
  members: new Set<Membership['role']>(['administrator', 'police']),
  organizations: new Set<Membership['role']>(['administrator', 'front_officer']),
};

/** Who is offered the page that keeps these (the policies say the same, and decide). */
export function mayKeep(what: 'members' | 'organizations', membership: Membership | null): boolean {
  return membership !== null && ROLES[what].has(membership.role);
}
