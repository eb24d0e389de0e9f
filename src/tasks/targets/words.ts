import { Fault } from '../../data/fault.ts';
import type { Indicator } from '../../data/progress.ts';
import type { TargetVersion } from '../../data/target-versions.ts';
import { unitOfTotal, unitText, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';

/** In what a target of an indicator is counted; of the whole commune's hamlets per cent. Empty: a yes or no. */
export function unitOf(indicator: Indicator, scope: TargetVersion['scope']): string {
  return unitText(scope === 'commune' ? unitOfTotal(indicator) : indicator.unit);
}

/** "60 %", "1 tuyến", "Có" */
export function targetText(target: Pick<TargetVersion, 'value' | 'scope'>, indicator: Indicator): string {
  return valueText(target.value, target.scope === 'commune' ? unitOfTotal(indicator) : indicator.unit);
}

type Said = { field: string; code: string; detail: { maximum?: number } & Partial<TargetVersion> };

/** What the server found wrong, by field. */
export function saidProblems(error: unknown, indicator: Indicator): ReadonlyMap<string, string> {
  if (!(error instanceof Fault) || error.hint !== 'fields_with_errors') return new Map();
  const { fields } = error.details as { fields: Said[] };
  return new Map(fields.map((said) => [said.field, wordsOf(said, indicator)]));
}

function wordsOf({ field, code, detail }: Said, indicator: Indicator): string {
  switch (code) {
    case 'number_invalid':
      return m.targets_wrong_number();
    case 'number_out_of_range':
      return m.targets_wrong_range({ maximum: number(detail?.maximum ?? 0) });
    case 'date_invalid':
      return m.targets_wrong_day();
    case 'not_after_start':
      return m.targets_wrong_end();
    case 'overlaps':
      return m.targets_wrong_overlap({
        value: targetText({ value: detail.value ?? 0, scope: 'hamlets' }, indicator),
        from: day(detail.valid_from ?? ''),
        to: detail.valid_to ? m.targets_wrong_overlap_to({ to: day(detail.valid_to) }) : '',
      });
    case 'required':
      return field === 'legal_basis' ? m.targets_wrong_basis() : m.targets_wrong_required();
    case 'kept_in_rules':
      return m.targets_wrong_rules();
    case 'too_long':
      return m.targets_wrong_long();
    case 'markup':
      return m.targets_wrong_markup();
    default:
      return m.targets_wrong_choice();
  }
}
