import { getLocale } from '../../messages/generated/runtime.js';
import type { Facts } from '../layer.ts';
import type { ModelRoadRow } from './row.ts';

/** The name of a criterion in the page's language; its code when the setting no longer has it. */
export function criterionName(code: string, { criteria }: Facts): string {
  return criteria.find((criterion) => criterion.code === code)?.name[getLocale()] ?? code;
}

/** Codes of the setting's criteria that were assessed as met, or as not met; null while none was assessed. */
export function criteriaAssessed(
  { criteria: assessed }: ModelRoadRow,
  { criteria }: Facts,
  met: boolean,
): string[] | null {
  if (assessed === null) return null;
  return criteria.filter(({ code }) => assessed[code] === met).map(({ code }) => code);
}
