import type { Indicator, ProgressRow, ProgressTotal } from '../../../data/progress.ts';
import type { TargetVersion } from '../../../data/target-versions.ts';
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
 * null where no target counts. Of each scope the version with the latest start counts until it ends.
 */
export function isTargetConfirmed(
  targets: readonly TargetVersion[],
  indicator: string,
  asOf: string,
): boolean | null {
  const counting = new Map<string, TargetVersion>();
  for (const target of targets) {
    if (target.indicator !== indicator || target.valid_from > asOf) continue;
    const key = `${target.scope} ${target.hamlet_id}`;
    const known = counting.get(key);
    if (!known || known.valid_from < target.valid_from) counting.set(key, target);
  }
  const inForce = [...counting.values()].filter(({ valid_to }) => valid_to === null || valid_to > asOf);
  return inForce.length === 0 ? null : inForce.every(({ confirmed }) => confirmed);
}

/** How much of its target a figure reaches, 0 to 1; null where nothing is known. Without a target per cent speak for themselves. */
export function shareOf(row: ProgressRow | undefined, indicator: Indicator): number | null {
  if (row === undefined || row.value === null) return null;
  if (row.target === null)
    return indicator.unit === 'percent' ? Math.min(1, row.value / 100) : row.value > 0 ? 1 : 0;
  if (indicator.direction === 'lower_is_better') return row.value <= row.target ? 1 : row.target / row.value;
  return Math.min(1, row.value / row.target);
}
