import type { Indicator, ProgressRow, ProgressState } from '../../data/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { number } from '../../ui/format.ts';

/** What an indicator is called, whole. */
export function nameOf({ name }: Indicator): string {
  return name[getLocale()];
}

const SHORT: Readonly<Record<string, () => string>> = {
  'model-roads': m.scorecard_short_model_roads,
  'road-care': m.scorecard_short_road_care,
  'waste-sorting': m.scorecard_short_waste_sorting,
  'waste-reach': m.scorecard_short_waste_reach,
  'pesticide-tanks': m.scorecard_short_pesticide_tanks,
  'cemetery-care': m.scorecard_short_cemetery_care,
  'security-areas': m.scorecard_short_security_areas,
  'drug-free': m.scorecard_short_drug_free,
  conciliation: m.scorecard_short_conciliation,
  'cultural-families': m.scorecard_short_cultural_families,
  'cultural-hamlets': m.scorecard_short_cultural_hamlets,
  'green-sunday': m.scorecard_short_green_sunday,
};

/** What an indicator is called at the head of a narrow column. */
export function shortNameOf(indicator: Indicator): string {
  return SHORT[indicator.code]?.() ?? nameOf(indicator);
}

/** Of the whole commune roads and a yes or no are counted in per cent of hamlets. */
export function unitOfTotal({ unit }: Indicator): string {
  return unit === 'roads' || unit === 'yes_no' ? 'percent' : unit;
}

/** The unit where it stands by itself; empty for a yes or no. */
export function unitText(unit: string): string {
  if (unit === 'percent') return '%';
  if (unit === 'roads') return m.scorecard_unit_roads();
  return unit === 'tanks_per_100ha' ? m.scorecard_unit_tanks() : '';
}

/** A figure as people write it, with what it is counted in: "64,3 %", "2 tuyến"; null is "chưa có số liệu". */
export function valueText(value: number | null, unit: string): string {
  if (value === null) return m.scorecard_no_data();
  if (unit === 'yes_no') return value >= 1 ? m.scorecard_yes() : m.scorecard_no();
  return `${number(value, 1)}\u00a0${unitText(unit)}`;
}

/** The same where a column says the unit: per cent keeps its sign, everything else is a number alone. */
export function shortValueText(value: number | null, unit: string): string {
  return unit === 'roads' || unit === 'tanks_per_100ha'
    ? (number(value, 1) ?? m.scorecard_no_data())
    : valueText(value, unit);
}

const STATES: Record<ProgressState, () => string> = {
  met: m.scorecard_state_met,
  on_the_way: m.scorecard_state_on_the_way,
  behind: m.scorecard_state_behind,
  not_reported: m.scorecard_no_data,
};

/** What a state is called. */
export function stateText(state: ProgressState): string {
  return STATES[state]();
}

type Figure = Pick<ProgressRow, 'value' | 'denominator' | 'state'>;

/** Whether there is nothing to measure: a hamlet without a cemetery has none that could be cared for. */
export function isEmpty({ denominator, state }: Figure): boolean {
  return state === 'not_reported' && denominator === 0;
}

/** What a cell says aloud: state and figure, or why there is none. */
export function cellText(cell: Figure | undefined, unit: string): string {
  if (cell && isEmpty(cell)) return m.scorecard_nothing_to_measure();
  if (!cell || cell.state === 'not_reported') return m.scorecard_no_data();
  return `${stateText(cell.state)}, ${valueText(cell.value, unit)}`;
}

/** The same of the whole commune. */
export function totalText(total: Figure | undefined, indicator: Indicator): string {
  return cellText(total, unitOfTotal(indicator));
}

/** What a cell shows beside its symbol: the figure, "không có" where there is nothing to measure, else nothing. */
export function shortCellText(cell: Figure | undefined, unit: string): string {
  if (cell && isEmpty(cell)) return m.scorecard_none();
  return !cell || cell.state === 'not_reported' ? '' : shortValueText(cell.value, unit);
}

/** The same where there is room for the unit and for words. */
export function cellFigureText(cell: Figure | undefined, unit: string): string {
  if (cell && isEmpty(cell)) return m.scorecard_none();
  return !cell || cell.state === 'not_reported' ? m.scorecard_no_data() : valueText(cell.value, unit);
}

/** The upper end of the scale of the commune's little chart, beside that of its hamlets. */
export function topOfTotal(indicator: Indicator, topOfHamlets: number): number {
  return unitOfTotal(indicator) === 'percent' ? 100 : topOfHamlets;
}
