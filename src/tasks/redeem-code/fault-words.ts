import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';

/** What happened and what to do. `field` is where it belongs, when it is about one. */
export type FaultWords = { title: string; advice: string; field?: 'display_name' | 'sign_in' | 'password' };

/** A failure of the code's page, in the words of somebody who stands beside. */
export function faultWords(error: unknown): FaultWords {
  const fault = error instanceof Fault ? error : new Fault('unexpected', String(error));
  const known = byHint[fault.hint ?? ''];
  if (known) return known();
  if (fault.kind === 'unreachable') {
    return { title: m.session_unreachable_title(), advice: m.session_unreachable() };
  }
  return { title: m.code_fault_unexpected(), advice: m.code_fault_unexpected_advice() };
}

const byHint: Readonly<Record<string, () => FaultWords>> = {
  code_wrong: () => ({ title: m.code_fault_wrong(), advice: m.code_fault_wrong_advice() }),
  code_used: () => ({ title: m.code_fault_used(), advice: m.code_fault_used_advice() }),
  code_replaced: () => ({ title: m.code_fault_replaced(), advice: m.code_fault_replaced_advice() }),
  code_expired: () => ({ title: m.code_fault_expired(), advice: m.code_fault_expired_advice() }),
  password_length: () => ({
    title: m.code_fault_password(),
    advice: m.set_up_password_hint(),
    field: 'password',
  }),
  display_name_invalid: () => ({ title: m.members_fault_name(), advice: '', field: 'display_name' }),
  sign_in_invalid: () => ({ title: m.members_fault_sign_in(), advice: '', field: 'sign_in' }),
  sign_in_taken: () => ({ title: m.members_fault_taken(), advice: '', field: 'sign_in' }),
};

/** Whether the code itself is of no use any more, or never was. */
export function isAboutCode(error: unknown): boolean {
  return error instanceof Fault && (error.hint ?? '').startsWith('code_');
}
