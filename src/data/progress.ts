import { callAll, readAll } from './read-all.ts';

/** ✓ ◔ ! – : what each means for an indicator stands in its own `state_rule`. */
export type ProgressState = 'met' | 'on_the_way' | 'behind' | 'not_reported';

type Words = { vi: string; en: string };

/** What the plan is measured by (`public.indicators`). */
export type Indicator = {
  code: string;
  name: Words;
  /** percent (0..100), roads, tanks_per_100ha, yes_no (0 or 1). */
  unit: string;
  direction: 'higher_is_better' | 'lower_is_better';
  origin: 'derived' | 'reported';
  /** How often it is reported; null: derived at any day. */
  period: 'month' | 'year' | null;
  /** Of a reported one: entered beside it, the hamlet's households, or one of a yes or no. */
  denominator_source: 'entered' | 'households' | 'one' | null;
  /** Code of the organization that answers for it. */
  owner: string;
  numerator_name: Words;
  denominator_name: Words | null;
  formula: Words;
  state_rule: Words;
  sort_order: number;
};

/** One hamlet × indicator at the end of a day (`public.progress_at`). A value of null is "chưa có số liệu". */
export type ProgressRow = {
  hamlet_id: string;
  indicator: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
  state: ProgressState;
  /** The value less that of the compared day; null where one of them is not known. */
  change: number | null;
};

/**
 * The whole commune by one indicator at the end of a day, and on how many hamlets it rests. Of model roads and of
 * a yes or no the value is per cent of hamlets.
 */
export type ProgressTotal = Omit<ProgressRow, 'hamlet_id'> & {
  hamlets_reported: number;
  hamlets_met: number;
  /** Those that have nothing to measure: a denominator of zero. */
  hamlets_empty: number;
  hamlets_total: number;
};

/** One hamlet (null: the commune) × indicator over months; all lists are equally long. */
export type SeriesRow = {
  hamlet_id: string | null;
  indicator: string;
  /** Days, YYYY-MM-DD: the last of each month, today for the running one. */
  months: string[];
  series_values: (number | null)[];
  targets: (number | null)[];
  states: (ProgressState | null)[];
  /** Hamlets that a month's total rests on; null for a hamlet. */
  reported: number[] | null;
};

/** Whose figures, and at the end of which day; `person` first in every key, as with layers. */
export type ProgressScope = { person: string; communeId: string; asOf: string; compareTo?: string | null };

type ProgressQuery<Row> = { queryKey: readonly unknown[]; queryFn: () => Promise<Row[]> };

/** The indicators in the order in which they are shown. */
export function queryIndicators(person: string): ProgressQuery<Indicator> {
  return {
    queryKey: [person, 'indicators'],
    queryFn: () => readAll<Indicator>('indicators', undefined, 'sort_order'),
  };
}

/** Every hamlet × indicator at the end of a day. */
export function queryProgress({
  person,
  communeId,
  asOf,
  compareTo = null,
}: ProgressScope): ProgressQuery<ProgressRow> {
  return {
    queryKey: [person, 'progress', communeId, asOf, compareTo],
    queryFn: () =>
      callAll<ProgressRow>(
        'progress_at',
        { as_of: asOf, compare_to_date: compareTo, commune_id: communeId },
        'hamlet_id,indicator',
      ),
  };
}

/** The whole commune, one row an indicator, at the end of a day. */
export function queryTotals({
  person,
  communeId,
  asOf,
  compareTo = null,
}: ProgressScope): ProgressQuery<ProgressTotal> {
  return {
    queryKey: [person, 'progress-totals', communeId, asOf, compareTo],
    queryFn: () =>
      callAll<ProgressTotal>(
        'progress_totals_at',
        { as_of: asOf, compare_to_date: compareTo, commune_id: communeId },
        'indicator',
      ),
  };
}

/** Every hamlet and the commune × indicator over the months from one day's to another's. */
export function querySeries({
  person,
  communeId,
  firstMonth,
  lastMonth,
}: Pick<ProgressScope, 'person' | 'communeId'> & {
  firstMonth: string;
  lastMonth: string;
}): ProgressQuery<SeriesRow> {
  return {
    queryKey: [person, 'progress-series', communeId, firstMonth, lastMonth],
    queryFn: () =>
      callAll<SeriesRow>(
        'progress_series',
        { first_month: firstMonth, last_month: lastMonth, commune_id: communeId },
        'indicator,hamlet_id',
      ),
  };
}
