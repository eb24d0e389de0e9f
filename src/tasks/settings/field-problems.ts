import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';

type Problem = { field: string; code: string; detail: { minimum?: number; maximum?: number } | null };

/** What is wrong with each field, by its name, as the server said it; empty for any other failure. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof Fault) || error.hint !== 'fields_with_errors' || error.details === null)
    return new Map();
  const { fields } = error.details as { fields: Problem[] };
  return new Map(fields.map((problem) => [problem.field, wordsOf(problem)]));
}

function wordsOf({ code, detail }: Problem): string {
  const bounds = { minimum: detail?.minimum ?? 0, maximum: detail?.maximum ?? 0 };
  const words: Readonly<Record<string, () => string>> = {
    required: m.settings_wrong_required,
    too_long: m.settings_wrong_too_long,
    markup: m.settings_wrong_markup,
    number_out_of_range: () => m.settings_wrong_range(bounds),
    not_after_due: m.settings_wrong_not_after_due,
    date_invalid: m.settings_wrong_date,
    not_a_new_year: m.settings_wrong_new_year,
    same_name_twice: m.settings_wrong_same_name,
    criteria_count: () => m.settings_wrong_criteria_count(bounds),
  };
  return (words[code] ?? m.settings_wrong_other)();
}
