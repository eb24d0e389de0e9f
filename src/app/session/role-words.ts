import type { Membership } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';

const words: Record<Membership['role'], () => string> = {
  administrator: m.shell_role_administrator,
  front_officer: m.shell_role_front_officer,
  leader: m.shell_role_leader,
  association: m.shell_role_association,
  hamlet_committee: m.shell_role_hamlet_committee,
  police: m.shell_role_police,
};

/**
 * What a member is called: the role, for an association its own name, for a hamlet committee with its
 * hamlet. `names` are those of hamlets and organizations by id.
 */
export function roleText(membership: Membership, names: ReadonlyMap<string, string>): string {
  const role = words[membership.role]();
  if (membership.role === 'association') return names.get(membership.organization_id ?? '') ?? role;
  const hamlet = membership.role === 'hamlet_committee' ? names.get(membership.hamlet_id ?? '') : undefined;
  return hamlet ? `${role} ${hamlet}` : role;
}

/** Who looks, by name and office, as paper and files are signed; a visitor where nobody signed in. */
export function signatureText(membership: Membership | null, names: ReadonlyMap<string, string>): string {
  return membership ? `${membership.display_name} (${roleText(membership, names)})` : m.print_visitor();
}
