import { readNumber } from '../../ui/figure.ts';
import type { Scope, Target } from './server.ts';

/** A form that is being filled in. `id` and `version` are those of the target that is corrected; null: a new one. */
export type Draft = {
  id: string;
  version: number | null;
  indicator: string;
  scope: Scope;
  hamletId: string;
  value: string;
  validFrom: string | null;
  validTo: string | null;
  legalBasis: string;
  confirmed: boolean;
};

/** Whether a version counts on a day: begun, not ended, and no later one of the same kind has begun. */
export function countsOn(target: Target, day: string, all: readonly Target[]): boolean {
  const begun = (one: Target) => one.valid_from <= day;
  if (!begun(target) || (target.valid_to !== null && target.valid_to <= day)) return false;
  return !all.some(
    (one) =>
      one.indicator === target.indicator &&
      one.scope === target.scope &&
      one.hamlet_id === target.hamlet_id &&
      begun(one) &&
      one.valid_from > target.valid_from,
  );
}

/** What is sent of a draft; a value that is no number goes as it is, for the server to refuse at its field. */
export function sentOf(draft: Draft): object {
  const value = readNumber(draft.value.trim());
  return {
    id: draft.id,
    indicator: draft.indicator,
    scope: draft.scope,
    hamlet_id: draft.scope === 'hamlet' ? draft.hamletId || null : null,
    value: value === null ? draft.value : Number(value),
    valid_from: draft.validFrom,
    valid_to: draft.validTo,
    legal_basis: draft.legalBasis.trim() || null,
    confirmed: draft.confirmed,
  };
}

/** A draft that corrects a target. */
export function draftOf(target: Target): Draft {
  return {
    id: target.id,
    version: target.version,
    indicator: target.indicator,
    scope: target.scope,
    hamletId: target.hamlet_id ?? '',
    value: String(target.value).replace('.', ','),
    validFrom: target.valid_from,
    validTo: target.valid_to,
    legalBasis: target.legal_basis ?? '',
    confirmed: target.confirmed,
  };
}
