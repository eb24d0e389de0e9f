import type { Indicator, ProgressRow, ProgressState } from '../../data/progress.ts';
import { standingOf } from '../../layers/hamlets/figures/figures.ts';
import { nameOf, unitOfTotal, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';

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

/** A figure where a column says the unit: per cent keeps its sign, everything else is a number alone. */
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

/** What a cell says aloud: state and figure, or why there is none. */
export function cellText(cell: Figure | undefined, unit: string): string {
  if (cell && standingOf(cell) === 'empty') return m.scorecard_nothing_to_measure();
  if (!cell || cell.state === 'not_reported') return m.scorecard_no_data();
  return `${stateText(cell.state)}, ${valueText(cell.value, unit)}`;
}

/** What is said, and not shown, before a cell's own words (`text`, empty where the symbol says all): its state. */
export function spokenState(state: ProgressState, text: string): string {
  if (state !== 'not_reported') return `${stateText(state)}, `;
  return text === '' ? m.scorecard_no_data() : '';
}

/** What a cell shows beside its symbol: the figure, "không có" where there is nothing to measure, else nothing. */
export function shortCellText(cell: Figure | undefined, unit: string): string {
  if (cell && standingOf(cell) === 'empty') return m.scorecard_none();
  return !cell || cell.state === 'not_reported' ? '' : shortValueText(cell.value, unit);
}

/** The same where there is room for the unit and for words. */
export function cellFigureText(cell: Figure | undefined, unit: string): string {
  if (cell && standingOf(cell) === 'empty') return m.scorecard_none();
  return !cell || cell.state === 'not_reported' ? m.scorecard_no_data() : valueText(cell.value, unit);
}

/** The upper end of the scale of the commune's little chart, beside that of its hamlets. */
export function topOfTotal(indicator: Indicator, topOfHamlets: number): number {
  return unitOfTotal(indicator) === 'percent' ? 100 : topOfHamlets;
}
