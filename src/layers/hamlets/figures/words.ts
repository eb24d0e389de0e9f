import type { Indicator, ProgressRow } from '../../../data/progress.ts';
import { m } from '../../../messages/generated/messages.js';
import { getLocale } from '../../../messages/generated/runtime.js';
import { day, number } from '../../../ui/format.ts';
import { countedValue, type Figures, isTargetConfirmed, type Standing, standingOf } from './figures.ts';

const SPACE = '\u00a0';

/** What an indicator is called. */
export function nameOf({ name }: Indicator): string {
  return name[getLocale()];
}

/** Of the whole commune roads and a yes or no are counted in per cent of hamlets. */
export function unitOfTotal({ unit }: Pick<Indicator, 'unit'>): string {
  return unit === 'roads' || unit === 'yes_no' ? 'percent' : unit;
}

/** The unit where it stands by itself; empty for a yes or no. */
export function unitText(unit: string): string {
  if (unit === 'percent') return '%';
  if (unit === 'roads') return m.indicators_unit_roads();
  return unit === 'tanks_per_100ha' ? m.indicators_unit_tanks() : '';
}

/** A figure as people write it: "64,3 %", "2 tuyến", "Có"; null is "chưa có số liệu". */
export function valueText(value: number | null, unit: string): string {
  if (value === null) return m.indicators_no_data();
  if (unit === 'yes_no') return value >= 1 ? m.indicators_yes() : m.indicators_no();
  return `${number(value, 1)}${SPACE}${unitText(unit)}`;
}

/** The same where a column says the unit: per cent keeps its sign, everything else is a number alone. */
export function shortValueText(value: number | null, unit: string): string {
  const isNumber = value !== null && (unit === 'roads' || unit === 'tanks_per_100ha');
  return isNumber ? number(value, 1) : valueText(value, unit);
}

/** A figure or why there is none. */
export function figureText(row: ProgressRow | undefined, unit: string): string {
  return standingOf(row) === 'empty' ? m.indicators_empty() : valueText(countedValue(row), unit);
}

/** A difference: "+3,1", "−2", "0". */
export function signed(change: number): string {
  const size = number(Math.abs(change), 1);
  if (size === '0') return '0';
  return `${change > 0 ? '+' : '−'}${size}`;
}

/** A difference with what it is counted in; per cent differ by points. A yes or no only turns. */
export function changeText(change: number, unit: string): string {
  const text = signed(change);
  if (unit === 'percent') return m.indicators_points({ change: text });
  return unit === 'yes_no' ? text : `${text}${SPACE}${unitText(unit)}`;
}

/** "+3,1 điểm % so với 31/07/2026" */
export function changeSince(change: number | null, unit: string, since: string): string {
  if (change === null) return m.indicators_no_change_known({ date: day(since) });
  if (signed(change) === '0') return m.indicators_unchanged({ date: day(since) });
  return m.indicators_change({ change: changeText(change, unit), date: day(since) });
}

const STANDINGS: Record<Standing, () => string> = {
  met: m.indicators_state_met,
  on_the_way: m.indicators_state_on_the_way,
  behind: m.indicators_state_behind,
  not_reported: m.indicators_no_data_title,
  empty: m.indicators_empty,
};

/** What a standing is called. */
export function standingText(standing: Standing): string {
  return STANDINGS[standing]();
}

/** How often it is reported. */
export function periodText({ period }: Indicator): string {
  if (period === null) return m.indicators_period_day();
  return period === 'month' ? m.indicators_period_month() : m.indicators_period_year();
}

/** What hamlets are measured against: one figure, or from the least to the most where it differs. */
export function hamletTargetText(indicator: Indicator, rows: Iterable<ProgressRow>): string | null {
  const wanted = [...rows].map(({ target }) => target).filter((target) => target !== null);
  if (wanted.length === 0) return null;
  const [least, most] = [Math.min(...wanted), Math.max(...wanted)];
  const text = valueText(most, indicator.unit);
  return least === most ? text : `${number(least, 1)}–${text}`;
}

/** ", chưa xác nhận" behind a target that nobody has confirmed; else nothing. */
export function unconfirmed(figures: Figures, indicator: string): string {
  return isTargetConfirmed(figures.targets, indicator, figures.asOf) === false
    ? ` (${m.indicators_unconfirmed()})`
    : '';
}
