import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type ProgressRow, type ProgressTotal, queryProgress, queryTotals } from '../../data/progress.ts';
import { hamlets } from '../../layers/hamlets/index.ts';
import { hamletNames } from '../../layers/hamlets/names.ts';
import type { HamletRow } from '../../layers/hamlets/row.ts';

/** All that the scorecard shows of one day. `fetchedAt`: the moment at which the server said it. */
export type DayFigures = {
  asOf: string;
  hamlets: readonly { id: string; name: string }[];
  rows: readonly ProgressRow[];
  totals: readonly ProgressTotal[];
  fetchedAt: Date;
};

type Asked = { person: string; communeId: string; asOf: string; compareTo: string | null };

function queriesOf(asked: Asked) {
  return [hamlets.query(asked), queryProgress(asked), queryTotals(asked)] as const;
}

/**
 * The figures of a day, all of one moment. While another day is on its way (`coming`) the last one stays whole, so
 * that hamlets, cells and totals never speak of different days.
 */
export function useDayFigures(asked: Asked): {
  shown: DayFigures | null;
  coming: string | null;
  fault: Error | null;
  retry: () => void;
} {
  const [hamletsOf, rowsOf, totalsOf] = useQueries({ queries: queriesOf(asked) });
  const [shown, setShown] = useState<{ of: readonly unknown[]; figures: DayFigures } | null>(null);
  const answers = [hamletsOf, rowsOf, totalsOf];
  const parts = [hamletsOf.data, rowsOf.data, totalsOf.data];
  if (hamletsOf.data && rowsOf.data && totalsOf.data && parts.some((part, at) => part !== shown?.of[at])) {
    setShown({
      of: parts,
      figures: {
        asOf: asked.asOf,
        hamlets: named(hamletsOf.data),
        rows: rowsOf.data,
        totals: totalsOf.data,
        fetchedAt: new Date(Math.min(...answers.map(({ dataUpdatedAt }) => dataUpdatedAt))),
      },
    });
  }
  const isHere = parts.every((part) => part !== undefined);
  return {
    shown: shown?.figures ?? null,
    coming: isHere || shown === null ? null : asked.asOf,
    fault: isHere ? null : (answers.find(({ error }) => error !== null)?.error ?? null),
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
  };
}

function named(rows: readonly HamletRow[]): DayFigures['hamlets'] {
  const names = hamletNames(rows);
  return rows.map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
}

/** Fetches the figures of days before they are asked for. */
export function useFiguresAhead({ person, communeId, compareTo }: Omit<Asked, 'asOf'>) {
  const queries = useQueryClient();
  return useCallback(
    (days: readonly string[]) => {
      for (const asOf of days) {
        const [one, two, three] = queriesOf({ person, communeId, asOf, compareTo });
        void queries.prefetchQuery(one);
        void queries.prefetchQuery(two);
        void queries.prefetchQuery(three);
      }
    },
    [queries, person, communeId, compareTo],
  );
}
