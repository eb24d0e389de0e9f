import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { number } from '../../ui/format.ts';
import type { Column, Problem } from './grid.ts';

/** What a column counts. */
export function partText({ indicator, part }: Column): string {
  const name = part === 'numerator' ? indicator.numerator_name : indicator.denominator_name;
  return name?.[getLocale()] ?? indicator.name[getLocale()];
}

/** A figure of a column; null is not reported. */
export function valueText(value: number | null, { indicator }: Column): string {
  if (value === null) return m.reports_unknown();
  if (indicator.denominator_source === 'one') return value === 1 ? m.reports_yes() : m.reports_no();
  return number(value);
}

/** What a period is called: "Tháng 10/2026", "Năm 2026". */
export function periodText(every: 'month' | 'year', period: string): string {
  return every === 'year'
    ? m.reports_of_year({ year: period.slice(0, 4) })
    : m.reports_of_month({ month: `${Number(period.slice(5, 7))}/${period.slice(0, 4)}` });
}

/** What is wrong with a cell, and what to do. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'number':
      return m.reports_wrong_number();
    case 'above':
      return problem.count === 0
        ? m.reports_wrong_zero()
        : m.reports_wrong_above({ count: number(problem.count) });
    case 'denominator':
      return m.reports_wrong_denominator();
    case 'numerator':
      return m.reports_wrong_numerator();
    case 'server':
      return problem.said;
  }
}

type Said = { field: string; code: string; detail: { denominator?: number } | null };

/** What the server found wrong, by cell. */
export function saidProblems(error: unknown): ReadonlyMap<string, Problem> {
  if (!(error instanceof Fault) || error.hint !== 'fields_with_errors') return new Map();
  const { fields } = error.details as { fields: Said[] };
  const words: Readonly<Record<string, string>> = {
    number_invalid: m.reports_wrong_number(),
    required: m.reports_wrong_denominator(),
    not_in_period: m.reports_wrong_period(),
    locked: m.reports_wrong_locked(),
  };
  return new Map(
    fields.map(({ field, code, detail }): [string, Problem] => [
      // What concerns the whole pair stands at its first cell.
      field.replace(/\/(period|hamlet_id|indicator)$/, '/numerator'),
      code === 'above_denominator'
        ? { code: 'above', count: detail?.denominator ?? 0 }
        : { code: 'server', said: words[code] ?? m.reports_wrong_other() },
    ]),
  );
}

/** What to do about a failure that no cell is to blame for. */
export function faultText(error: Fault): string {
  return error.kind === 'unreachable' || error.kind === 'unexpected' ? m.reports_kept() : error.message;
}
