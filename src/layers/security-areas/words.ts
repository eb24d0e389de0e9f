import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';
import type { StateSymbol } from '../layer.ts';
import type { Assessment, SecurityAreaKind, SecurityResult } from './row.ts';

const kinds: Record<SecurityAreaKind, () => string> = {
  residential_area: m.layers_security_areas_residential_area,
  drug_free_branch: m.layers_security_areas_drug_free_branch,
  self_managed_road: m.layers_security_areas_self_managed_road,
  other: m.layers_security_areas_other,
};
const results: Record<SecurityResult, () => string> = {
  met: m.layers_security_areas_met,
  not_met: m.layers_security_areas_not_met,
  no_data: m.layers_security_areas_no_result,
};

export const KINDS = Object.keys(kinds) as SecurityAreaKind[];
/** In the order in which legends and filters name them. */
export const RESULTS = Object.keys(results) as SecurityResult[];

/** What a model is called. */
export function kindText(kind: SecurityAreaKind): string {
  return kinds[kind]();
}

/** What a result is called. */
export function resultText(result: SecurityResult): string {
  return results[result]();
}

/** The symbol of a result. */
export const SYMBOLS: Record<SecurityResult, StateSymbol> = {
  met: 'met',
  not_met: 'behind',
  no_data: 'not_reported',
};

/** Whether something was found so; null while nobody said. */
export function answerText(answer: boolean | null): string | null {
  if (answer === null) return null;
  return answer ? m.layers_model_roads_yes() : m.layers_model_roads_no();
}

/** "118 trong 120 hộ"; null without a figure. */
export function signedText({ households, households_signed }: Assessment): string | null {
  if (households_signed === null) return null;
  return m.layers_security_areas_signed_of({
    signed: number(households_signed),
    all: number(households ?? households_signed),
  });
}

/** The symbol of an answer. */
export function answerSymbol(answer: boolean | null): StateSymbol {
  if (answer === null) return 'not_reported';
  return answer ? 'met' : 'behind';
}
