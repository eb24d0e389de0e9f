import type { TargetVersion } from '../../data/target-versions.ts';
import { readNumber } from '../../ui/figure.ts';

/** A form that is being filled in. `id` and `version` are those of the target that is corrected; null: a new one. */
export type Draft = {
  id: string;
  version: number | null;
  indicator: string;
  scope: TargetVersion['scope'];
  hamletId: string;
  value: string;
  validFrom: string | null;
  validTo: string | null;
  legalBasis: string;
  confirmed: boolean;
};

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
export function draftOf(target: TargetVersion): Draft {
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
