import { call } from './call.ts';
import { Fault } from './fault.ts';

/**
 * The address under which the sign-in service knows somebody. An e-mail address is its own; what else was typed the
 * server reads as a phone number, because the rule for those stands there.
 * @throws Fault: `bad-input` with the hint wrong_password for what is neither, which nobody can sign in with.
 */
export async function addressOf(signInName: string): Promise<string> {
  const typed = signInName.trim().toLowerCase();
  if (typed.includes('@')) return typed;
  const address = await call<string | null>('sign_in_address', { sign_in: typed });
  if (address === null)
    throw new Fault('bad-input', 'neither a phone number nor an e-mail address', 'wrong_password');
  return address;
}
