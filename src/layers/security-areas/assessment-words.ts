import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';
import type { Assessment, Responsible } from './row.ts';

const offices: Record<Responsible, () => string> = {
  hamlet_head: m.layers_security_areas_hamlet_head,
  front_committee_head: m.layers_security_areas_front_committee_head,
  party_secretary: m.layers_security_areas_party_secretary,
  security_team_head: m.layers_security_areas_security_team_head,
  branch_head: m.layers_security_areas_branch_head,
};

export const RESPONSIBLE = Object.keys(offices) as Responsible[];

/** The office of whoever is responsible. */
export function responsibleText(office: Responsible): string {
  return offices[office]();
}

/** The five criteria of "An toàn về an ninh, trật tự" in a few words each, in the order of Circular 124/2021/TT-BCA, article 4. */
export const CRITERIA: readonly (() => string)[] = [
  m.layers_security_areas_criterion_1,
  m.layers_security_areas_criterion_2,
  m.layers_security_areas_criterion_3,
  m.layers_security_areas_criterion_4,
  m.layers_security_areas_criterion_5,
];

/** A year's conciliation in one line; null without figures. */
export function conciliationText(assessment: Assessment): string | null {
  const { conciliation_opened, conciliation_succeeded, conciliation_failed, conciliation_pending } =
    assessment;
  if (conciliation_opened === null) return null;
  return m.layers_security_areas_conciliation_text({
    opened: number(conciliation_opened),
    succeeded: number(conciliation_succeeded ?? 0),
    failed: number(conciliation_failed ?? 0),
    pending: number(conciliation_pending ?? 0),
  });
}
