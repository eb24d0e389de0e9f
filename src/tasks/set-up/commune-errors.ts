import { m } from '../../messages/generated/messages.js';
import type { CommuneDraft } from './commune-draft.ts';

type Fields = Pick<CommuneDraft, 'name' | 'code' | 'province'>;

/** What to mend in each field before the commune can be made, in the fields' order. Empty: nothing. */
export function communeErrors({ name, code, province }: Fields): Partial<Record<keyof Fields, string>> {
  const errors: Partial<Record<keyof Fields, string>> = {};
  const isName = (text: string) => text.trim() !== '' && text.trim().length <= 120 && !/[<>]/.test(text);
  if (!isName(name)) errors.name = m.set_up_commune_name_error();
  if (!/^\d{5}$/.test(code.trim())) errors.code = m.set_up_commune_code_error();
  if (!isName(province)) errors.province = m.set_up_commune_province_error();
  return errors;
}
