import type { Indicator, ProgressRow, ProgressTotal } from '../../../data/progress.ts';
import { countingOn, type TargetVersion } from '../../../data/target-versions.ts';
import type { StateSymbol } from '../../layer.ts';

/** Everything that is known of every indicator at the end of a day. */
export type Figures = {
  asOf: string;
  /** The earlier day that `change` of rows and totals looks back to. */
  before: string;
  indicators: readonly Indicator[];
  rows: readonly ProgressRow[];
  totals: readonly ProgressTotal[];
  targets: readonly TargetVersion[];
};

/** How a hamlet stands: `empty` has nothing to measure, such as a hamlet without a cemetery. */
export type Standing = StateSymbol | 'empty';

export function standingOf(row: Pick<ProgressRow, 'state' | 'denominator'> | undefined): Standing {
  if (row === undefined) return 'not_reported';
  return row.state === 'not_reported' && row.denominator === 0 ? 'empty' : row.state;
}

/**
 * The figure that counts. Nought model roads of a hamlet that never declared its list is no figure but silence.
 */
export function countedValue(row: Pick<ProgressRow, 'state' | 'value'> | undefined): number | null {
  return row === undefined || row.state === 'not_reported' ? null : row.value;
}

/** The rows of one indicator by hamlet. */
export function figuresOf(figures: Figures, indicator: string): ReadonlyMap<string, ProgressRow> {
  return new Map(
    figures.rows.filter((row) => row.indicator === indicator).map((row) => [row.hamlet_id, row] as const),
  );
}

/** The rows of one hamlet by indicator. */
export function figuresIn(figures: Figures, hamletId: string): ReadonlyMap<string, ProgressRow> {
  return new Map(
    figures.rows.filter((row) => row.hamlet_id === hamletId).map((row) => [row.indicator, row] as const),
  );
}

/** How many hamlets stand how. */
export function countStandings(
  hamletIds: readonly string[],
  rows: ReadonlyMap<string, ProgressRow>,
): Record<Standing, number> {
  const counts = { met: 0, on_the_way: 0, behind: 0, not_reported: 0, empty: 0 };
  for (const id of hamletIds) counts[standingOf(rows.get(id))] += 1;
  return counts;
}

/**
 * Whether everything that an indicator is measured against on a day has been confirmed against its legal basis;
 * null where no target counts.
 */
export function isTargetConfirmed(
  targets: readonly TargetVersion[],
  indicator: string,
  asOf: string,
): boolean | null {
  const inForce = countingOn(targets, asOf).filter((target) => target.indicator === indicator);
  return inForce.length === 0 ? null : inForce.every(({ confirmed }) => confirmed);
}

/** How much of its target a figure reaches, 0 to 1; null where nothing is known. Without a target per cent speak for themselves. */
export function shareOf(row: ProgressRow | undefined, indicator: Indicator): number | null {
  const value = countedValue(row);
  if (row === undefined || value === null) return null;
  if (row.target === null) return indicator.unit === 'percent' ? Math.min(1, value / 100) : value > 0 ? 1 : 0;
  if (indicator.direction === 'lower_is_better') return value <= row.target ? 1 : row.target / value;
  return Math.min(1, value / row.target);
}
