import type { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';

/** Why a sign-in failed and what to do, in the reader's language. */
export function faultWords(fault: Fault): { title: string; advice: string } {
  if (fault.kind === 'unreachable') {
    return { title: m.session_unreachable_title(), advice: m.session_unreachable() };
  }
  if (fault.kind !== 'bad-input') {
    return { title: m.session_unexpected_title(), advice: m.session_unexpected() };
  }
  if (fault.hint === 'wrong_password') {
    return { title: m.session_wrong_title(), advice: m.session_wrong() };
  }
  const minutes = minutesIn(fault.message);
  return {
    title: m.session_too_many_title(),
    advice: minutes === null ? m.session_too_many() : m.session_too_many_minutes({ minutes }),
  };
}

/** The wait that the server's sentence names, in minutes; null when it names none. */
export function minutesIn(sentence: string): string | null {
  return /(\d+) phút/.exec(sentence)?.[1] ?? null;
}
