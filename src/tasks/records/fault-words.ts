import type { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';

/** Why a record was not saved, that nothing is lost, and what to do. */
export function faultWords({ kind, hint, message }: Fault): { title: string; advice: string } {
  if (hint === 'stale') return { title: m.records_conflict_title(), advice: m.records_fault_reopen() };
  if (hint === 'device_full') return { title: m.records_fault_not_saved(), advice: m.records_device_full() };
  if (hint === 'device_keeps_nothing')
    return { title: m.records_fault_not_saved(), advice: m.records_device_keeps_nothing() };
  switch (kind) {
    case 'unreachable':
      return { title: m.records_fault_unreachable(), advice: m.records_fault_unreachable_advice() };
    case 'signed-out':
      return { title: m.records_fault_signed_out(), advice: m.records_fault_signed_out_advice() };
    case 'refused':
    case 'inactive':
      return { title: m.records_fault_refused(), advice: m.records_fault_refused_advice() };
    case 'bad-input':
      // The server's own sentence for people.
      return { title: m.records_fault_not_saved(), advice: message };
    default:
      return { title: m.records_fault_not_saved(), advice: m.records_fault_again() };
  }
}
