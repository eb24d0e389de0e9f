import { call } from '../../data/call.ts';

/** For whom a one-time code is. The code from the server's terminal is for nobody by name yet. */
export type CodeHolder = {
  purpose: 'set_password' | 'first_police';
  commune: string;
  expires_at: string;
  display_name: string | null;
  sign_in: string | null;
};

/** Who the first police member is, in the person's own words. */
export type NewPerson = { display_name: string; sign_in: string };

/** Fault hints: code_wrong, code_used, code_replaced, code_expired. */
export const readHolder = (code: string) => call<CodeHolder>('code_holder', { code });

/**
 * Sets the password; answers with the address to sign in with. Fault hints: those of `readHolder`, password_length,
 * display_name_invalid, sign_in_invalid, sign_in_taken.
 */
export async function redeem(code: string, password: string, person: NewPerson | null): Promise<string> {
  const { address } = await call<{ address: string }>('redeem_code', { code, password, person });
  return address;
}
