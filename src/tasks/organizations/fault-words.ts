import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';

/** What went wrong and what to do; `isAboutName` when it belongs at the field. */
export type FaultWords = { title: string; advice?: string; isAboutName?: boolean };

/** A refused or failed act, in words. */
export function faultWords(error: unknown): FaultWords {
  const fault = error instanceof Fault ? error : new Fault('unexpected', String(error));
  if (fault.hint === 'name_invalid') return { title: m.organizations_fault_name(), isAboutName: true };
  if (fault.hint === 'name_taken') return { title: m.organizations_fault_taken(), isAboutName: true };
  if (fault.hint === 'stale')
    return { title: m.members_fault_stale(), advice: m.members_fault_stale_advice() };
  if (fault.kind === 'unreachable')
    return { title: m.session_unreachable_title(), advice: m.session_unreachable() };
  if (fault.kind === 'signed-out')
    return { title: m.session_expired_title(), advice: m.members_fault_signed_out() };
  if (fault.kind === 'refused') return { title: m.organizations_fault_refused() };
  return { title: m.members_fault_unexpected(), advice: m.members_fault_unexpected_advice() };
}
