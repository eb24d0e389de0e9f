import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { problemWords, type Words } from './words.ts';

/** A failed call in words: what happened, that nothing is lost, what to do. */
export function faultWords(error: unknown): Words {
  const fault = error instanceof Fault ? error : new Fault('unexpected', String(error));
  const byHint: Readonly<Record<string, () => Words>> = {
    set_up_code_wrong: () => ({ title: m.set_up_fault_code(), advice: m.set_up_fault_code_advice() }),
    email_invalid: () => ({ title: m.set_up_fault_email(), advice: m.set_up_fault_email_advice() }),
    password_length: () => ({ title: m.set_up_fault_password(), advice: m.set_up_fault_password_advice() }),
    already_set_up: () => ({ title: m.set_up_fault_already(), advice: m.set_up_fault_already_advice() }),
    code_invalid: () => ({
      title: m.set_up_fault_commune_code(),
      advice: m.set_up_fault_commune_code_advice(),
    }),
    name_invalid: () => ({ title: m.set_up_fault_name(), advice: m.set_up_fault_name_advice() }),
    rows_with_errors: () => ({ title: m.set_up_fault_rows(), advice: m.set_up_fault_rows_advice() }),
    loaded_before: () => ({ title: m.import_earlier_title(), advice: m.import_fault_earlier_advice() }),
    import_incomplete: () => ({ title: m.import_fault_incomplete(), advice: m.import_fault_again_advice() }),
    map_changed: () => ({ title: m.import_fault_changed(), advice: m.import_fault_again_advice() }),
    name_taken: () => ({ title: m.import_fault_name(), advice: m.import_fault_name_advice() }),
    body_too_large: () => ({ title: m.set_up_fault_body(), advice: m.set_up_fault_body_advice() }),
    member_inactive: () => ({ title: m.session_inactive_title(), advice: m.set_up_fault_inactive_advice() }),
    wrong_password: () => ({ title: m.session_wrong_title(), advice: m.session_wrong() }),
    geometry_type: () => problemWords('geometry_type', 'geometry', 'boundary'),
    self_crossing: () => problemWords('self_crossing', 'geometry', 'boundary'),
  };
  const hinted = fault.hint === null ? undefined : byHint[fault.hint];
  if (hinted) return hinted();
  switch (fault.kind) {
    case 'unreachable':
      return { title: m.session_unreachable_title(), advice: m.set_up_fault_unreachable_advice() };
    case 'signed-out':
      return { title: m.session_expired_title(), advice: m.set_up_fault_signed_out_advice() };
    case 'refused':
      return { title: m.set_up_fault_refused(), advice: m.set_up_fault_refused_advice() };
    default:
      return { title: m.set_up_fault_unexpected(), advice: m.set_up_fault_unexpected_advice() };
  }
}

/** Whether signing in again is what helps. */
export function needsSignIn(error: unknown): boolean {
  return error instanceof Fault && error.kind === 'signed-out';
}
