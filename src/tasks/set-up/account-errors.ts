import { m } from '../../messages/generated/messages.js';

export type AccountFields = { code: string; email: string; password: string; repeated: string };

/** What to mend in each field before it is worth asking the server, in the fields' order. Empty: nothing. */
export function accountErrors(fields: AccountFields): Partial<Record<keyof AccountFields, string>> {
  const errors: Partial<Record<keyof AccountFields, string>> = {};
  if (fields.code.replace(/[^\p{L}\p{N}]/gu, '').length !== 16) errors.code = m.set_up_code_error();
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(fields.email.trim())) errors.email = m.set_up_email_error();
  const bytes = new TextEncoder().encode(fields.password).length;
  if ([...fields.password].length < 10) errors.password = m.set_up_password_short();
  else if (bytes > 72) errors.password = m.set_up_password_long();
  if (fields.password !== fields.repeated) errors.repeated = m.set_up_password_differs();
  return errors;
}
