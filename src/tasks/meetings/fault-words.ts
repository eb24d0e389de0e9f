import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';

type Problem = { field: string; code: string; detail: { longest?: number; held_on?: string } | null };

/** What is wrong with each field, by its name, as the server said it; empty for any other failure. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof Fault) || error.hint !== 'fields_with_errors' || error.details === null)
    return new Map();
  const { fields } = error.details as { fields: Problem[] };
  return new Map(fields.map((problem) => [problem.field, wordsOf(problem)]));
}

function wordsOf({ code, detail }: Problem): string {
  const words: Readonly<Record<string, () => string>> = {
    required: m.meetings_wrong_required,
    too_long: () => m.meetings_wrong_too_long({ longest: detail?.longest ?? 0 }),
    markup: m.meetings_wrong_markup,
    date_invalid: m.meetings_wrong_day,
    in_future: m.meetings_wrong_future,
    before_meeting: () => m.meetings_wrong_before({ date: day(detail?.held_on ?? '') }),
  };
  return (words[code] ?? m.meetings_wrong_other)();
}

/** A refused or failed act that is about no single field, in words. */
export function faultWords(error: unknown): { title: string; advice: string } {
  const fault = error instanceof Fault ? error : new Fault('unexpected', String(error));
  if (fault.kind === 'unreachable')
    return { title: m.session_unreachable_title(), advice: m.meetings_fault_unreachable() };
  if (fault.kind === 'signed-out')
    return { title: m.session_expired_title(), advice: m.members_fault_signed_out() };
  if (fault.hint === 'fields_with_errors')
    return { title: m.meetings_fault_fields(), advice: m.meetings_fault_fields_advice() };
  if (fault.hint === 'stale')
    return { title: m.meetings_fault_stale(), advice: m.meetings_fault_stale_advice() };
  if (fault.hint === 'meeting_held')
    return { title: m.meetings_fault_held(), advice: m.meetings_fault_held_advice() };
  if (fault.kind === 'refused')
    return { title: m.meetings_fault_refused(), advice: m.meetings_fault_refused_advice() };
  return { title: m.members_fault_unexpected(), advice: m.members_fault_unexpected_advice() };
}
