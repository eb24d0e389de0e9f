import type { Indicator, SeriesRow } from '../../data/progress.ts';
import { unitOfTotal } from '../../layers/hamlets/figures/words.ts';
import { roundTop } from './series-path.ts';

/** Figures over the months of the plan, up to the day that is shown. */
export type Series = {
  values: readonly (number | null)[];
  targets: readonly (number | null)[];
  reported: readonly number[] | null;
};

/** The series of every hamlet (key: `hamlet indicator`) and of the commune (`null indicator`). */
export type SeriesBook = {
  months: readonly string[];
  of: (hamletId: string | null, indicator: string) => SeriesRow | null;
  /** The upper end of the hamlets' scale of an indicator. */
  topOf: (indicator: Indicator) => number;
};

const key = (hamletId: string | null, indicator: string) => `${hamletId} ${indicator}`;

/** Makes rows of the server findable. */
export function bookOf(rows: readonly SeriesRow[]): SeriesBook {
  const byKey = new Map(rows.map((row) => [key(row.hamlet_id, row.indicator), row]));
  const tops = new Map<string, number>();
  return {
    months: rows[0]?.months ?? [],
    of: (hamletId, indicator) => byKey.get(key(hamletId, indicator)) ?? null,
    topOf: ({ code, unit }) => {
      const known = tops.get(code);
      if (known !== undefined) return known;
      const own = rows.filter(({ indicator, hamlet_id }) => indicator === code && hamlet_id !== null);
      const top = roundTop(
        own.flatMap(({ series_values, targets }) => [...series_values, ...targets]),
        unit === 'percent',
      );
      tops.set(code, top);
      return top;
    },
  };
}

/**
 * A row up to a day, as long as before: what came later is not known on that day. A state of "not reported" is no
 * figure, whatever number stands beside it.
 */
export function until(row: SeriesRow, day: string): Series {
  const isKnown = (place: number) => (row.months[place] ?? '') <= day;
  const isReported = (place: number) => row.states[place] !== null && row.states[place] !== 'not_reported';
  return {
    values: row.series_values.map((value, place) => (isKnown(place) && isReported(place) ? value : null)),
    targets: row.targets.map((target, place) => (isKnown(place) ? target : null)),
    reported: row.reported,
  };
}

/** The upper end of the scale of the commune's own chart. */
export function topOfTotal(indicator: Indicator, row: SeriesRow): number {
  return roundTop([...row.series_values, ...row.targets], unitOfTotal(indicator) === 'percent');
}
