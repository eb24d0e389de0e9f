import type { Indicator } from '../../data/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { day, length, number } from '../../ui/format.ts';
import type { Evidence } from './server.ts';

const STATES: Readonly<Record<string, () => string>> = {
  registered: m.layers_model_roads_registered,
  recognised: m.layers_model_roads_recognised,
  lapsed: m.layers_model_roads_lapsed,
  active: m.layers_waste_points_active,
  needs_attention: m.layers_waste_points_needs_attention,
  closed: m.layers_waste_points_closed,
  sent: m.scorecard_care_sent,
  approved: m.scorecard_care_approved,
  corrected: m.scorecard_report_corrected,
};

/** What a row is, in one line: the road, the month that was reported, the statistics. */
export function titleOf({ kind, title, happened_on }: Evidence, { period }: Indicator): string {
  if (kind === 'report') {
    const [year = '', month = ''] = (happened_on ?? '').split('-');
    return period === 'year'
      ? m.scorecard_report_of_year({ year })
      : m.scorecard_report_of_month({ month: `${month}/${year}` });
  }
  if (kind === 'statistics') return m.scorecard_statistics();
  return title ?? m.scorecard_no_name();
}

/** What a row says beside its name: when, how much, in which state. */
export function factsOf(evidence: Evidence, indicator: Indicator): string[] {
  const { kind, happened_on, amount, state } = evidence;
  const facts: string[] = [];
  if (happened_on && kind === 'care') facts.push(m.scorecard_cared_on({ date: day(happened_on) }));
  if (happened_on && kind === 'feature') facts.push(m.scorecard_since({ date: day(happened_on) }));
  if (happened_on && kind === 'statistics') facts.push(m.scorecard_counts_since({ date: day(happened_on) }));
  if (amount !== null) facts.push(amountText(evidence, indicator, amount));
  const said = state === null ? undefined : STATES[state];
  if (said) facts.push(said());
  return facts;
}

function amountText({ kind }: Evidence, indicator: Indicator, amount: number): string {
  if (kind === 'feature' || kind === 'care') return length(amount);
  if (kind === 'statistics')
    return indicator.unit === 'tanks_per_100ha'
      ? m.scorecard_hectares({ value: number(amount, 2) })
      : m.scorecard_households({ value: number(amount) });
  if (indicator.unit === 'yes_no') return amount >= 1 ? m.scorecard_yes() : m.scorecard_no();
  return `${indicator.numerator_name[getLocale()]}: ${number(amount, 2)}`;
}

/** What the figure is made of: "Hộ phân loại rác 120 / Số hộ 245"; null where it is a count alone. */
export function madeOf(
  { numerator_name, denominator_name }: Indicator,
  numerator: number | null,
  denominator: number | null,
): string | null {
  if (numerator === null || denominator === null || denominator_name === null) return null;
  const words = (name: { vi: string; en: string }, value: number) =>
    `${name[getLocale()]}: ${number(value, 1)}`;
  return `${words(numerator_name, numerator)} · ${words(denominator_name, denominator)}`;
}

/** What counts comes first, and of that the newest. */
export function inReadingOrder(rows: readonly Evidence[]): Evidence[] {
  return [...rows].sort(
    (one, other) =>
      Number(other.counted) - Number(one.counted) ||
      (other.happened_on ?? '').localeCompare(one.happened_on ?? '') ||
      (one.title ?? '').localeCompare(other.title ?? '', 'vi'),
  );
}
