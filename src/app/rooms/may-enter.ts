import type { Membership } from '../../data/session.ts';

type Role = Membership['role'];

const ROLES = {
  data: new Set<Role>(['administrator', 'front_officer']),
  backup: new Set<Role>(['administrator', 'police']),
  members: new Set<Role>(['administrator', 'police']),
  organizations: new Set<Role>(['administrator', 'front_officer']),
  reports: new Set<Role>(['administrator', 'front_officer', 'hamlet_committee']),
  field: new Set<Role>(['administrator', 'front_officer', 'association', 'hamlet_committee']),
  meetings: new Set<Role>(['administrator', 'front_officer', 'leader']),
  publishing: new Set<Role>(['police']),
  changes: new Set<Role>(['administrator', 'front_officer', 'leader', 'police']),
} satisfies Readonly<Record<string, ReadonlySet<Role>>>;

/** Who is offered the room where these are kept or read (the policies say the same, and decide). */
export function mayEnter(room: keyof typeof ROLES, membership: Membership | null): boolean {
  return membership !== null && ROLES[room].has(membership.role);
}
