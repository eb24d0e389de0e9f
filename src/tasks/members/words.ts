import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import type { Field, Member, Role } from './member.ts';
import type { RefusedAttempt } from './server.ts';

/** The roles in the order of a list. */
export const ROLES: readonly Role[] = [
  'administrator',
  'leader',
  'front_officer',
  'association',
  'hamlet_committee',
  'police',
];

export const roleWords: Readonly<Record<Role, () => string>> = {
  administrator: m.shell_role_administrator,
  front_officer: m.shell_role_front_officer,
  leader: m.shell_role_leader,
  association: m.shell_role_association,
  hamlet_committee: m.shell_role_hamlet_committee,
  police: m.shell_role_police,
};

export const fieldWords: Readonly<Record<Field, () => string>> = {
  display_name: m.members_name,
  sign_in: m.session_sign_in_name,
  role: m.shell_role,
  organization_id: m.members_organization,
  hamlet_id: m.members_hamlet,
};

/** How far a member has come, in a few words. */
export function stateWords(member: Member): string {
  if (!member.active) return m.members_state_off();
  if (member.joined_at !== null) return m.members_state_on();
  return member.code_expires_at === null ? m.members_state_no_code() : m.members_state_invited();
}

/** What somebody tried, in a sentence without his name. */
export function attemptWords({ act, reason }: RefusedAttempt): string {
  if (reason === 'own_role') return m.members_attempt_own_role();
  if (reason === 'administrators_only') return m.members_attempt_administrators();
  return {
    add: m.members_attempt_add_police,
    edit: m.members_attempt_edit_police,
    reset: m.members_attempt_reset_police,
    activate: m.members_attempt_activate_police,
    deactivate: m.members_attempt_edit_police,
  }[act]();
}

/** What went wrong and what to do. `field` is where it belongs, when it is about one. */
export type FaultWords = { title: string; advice?: string; field?: Field };

/** A refused or failed act, in words. */
export function faultWords(error: unknown): FaultWords {
  const fault = error instanceof Fault ? error : new Fault('unexpected', String(error));
  const known = byHint[fault.hint ?? ''];
  if (known) return known();
  if (fault.kind === 'unreachable')
    return { title: m.session_unreachable_title(), advice: m.session_unreachable() };
  if (fault.kind === 'signed-out')
    return { title: m.session_expired_title(), advice: m.members_fault_signed_out() };
  if (fault.kind === 'refused') return { title: m.members_fault_refused() };
  return { title: m.members_fault_unexpected(), advice: m.members_fault_unexpected_advice() };
}

const byHint: Readonly<Record<string, () => FaultWords>> = {
  display_name_invalid: () => ({ title: m.members_fault_name(), field: 'display_name' }),
  sign_in_invalid: () => ({ title: m.members_fault_sign_in(), field: 'sign_in' }),
  sign_in_taken: () => ({ title: m.members_fault_taken(), field: 'sign_in' }),
  role_missing: () => ({ title: m.members_fault_role(), field: 'role' }),
  organization_missing: () => ({ title: m.members_fault_organization(), field: 'organization_id' }),
  hamlet_missing: () => ({ title: m.members_fault_hamlet(), field: 'hamlet_id' }),
  own_role: () => ({ title: m.members_fault_own_role(), field: 'role' }),
  last_administrator: () => ({
    title: m.members_fault_last(),
    advice: m.members_fault_last_advice(),
  }),
  police_only: () => ({ title: m.members_fault_police(), advice: m.members_fault_police_advice() }),
  administrators_only: () => ({ title: m.members_fault_refused() }),
  account_shared: () => ({ title: m.members_fault_shared(), advice: m.members_fault_shared_advice() }),
  member_switched_off: () => ({ title: m.members_fault_off() }),
  stale: () => ({ title: m.members_fault_stale(), advice: m.members_fault_stale_advice() }),
};
