import type { Indicator } from '../../data/progress.ts';
import { hamletNames } from '../../layers/hamlets/names.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { byName, number } from '../../ui/format.ts';
import type { Figure, HamletFigure, TotalFigure } from './server.ts';

/** Stands between a figure and its unit; a line never breaks there. */
const NARROW_SPACE = '\u00a0';

/** A value in its indicator's unit; what nobody reported is said so, never 0. */
export function valueText(value: number | null, unit: string): string {
  if (value === null) return m.meetings_no_figure();
  if (unit === 'percent') return `${number(value, 1)}${NARROW_SPACE}%`;
  if (unit === 'yes_no') return value > 0 ? m.meetings_yes() : m.meetings_no();
  if (unit === 'roads') return m.meetings_roads({ count: number(value) });
  return number(value, 1);
}

/** What a commune's total is measured in: of roads and of a yes or no it is the share of hamlets. */
export function totalUnit(unit: string): string {
  return unit === 'roads' || unit === 'yes_no' ? 'percent' : unit;
}

/** An indicator's name in the page's language. */
export function indicatorName(indicator: Indicator): string {
  return indicator.name[getLocale()];
}

/** How many hamlets have something to measure. */
export function measured(total: TotalFigure): number {
  return total.hamlets_total - total.hamlets_empty;
}

const URGENCY: Record<Figure['state'], number> = { behind: 0, on_the_way: 1, not_reported: 2, met: 3 };

/** The hamlets that a meeting speaks of: those that have not met the target, the most urgent first. */
export function needPush(hamlets: readonly HamletFigure[]): HamletFigure[] {
  return hamlets
    .filter(({ state, denominator }) => state !== 'met' && denominator !== 0)
    .toSorted(
      (one, other) =>
        URGENCY[one.state] - URGENCY[other.state] ||
        (one.value ?? 0) - (other.value ?? 0) ||
        byName(one.name, other.name),
    );
}

/** Names of hamlets as one line writes them, by id. */
export function namesOf(
  hamlets: readonly Pick<HamletFigure, 'hamlet_id' | 'name' | 'former_commune'>[],
): ReadonlyMap<string, string> {
  return hamletNames(hamlets.map(({ hamlet_id, ...hamlet }) => ({ id: hamlet_id, ...hamlet })));
}
