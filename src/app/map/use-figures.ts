import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { queryIndicators, queryProgress, queryTotals } from '../../data/progress.ts';
import { queryTargets } from '../../data/target-query.ts';
import type { Figures } from '../../layers/hamlets/figures/figures.ts';
import type { Scope } from '../../layers/layer.ts';

/** The figures of a day as far as they are here; null while they are not, with why they never will be. */
export type AskedFigures = { figures: Figures | null; fault: Error | null };

/** What the map asks for when it shows the figures of every indicator on a day. */
export function queriesOfFigures({ person, communeId, asOf }: Scope, before: string) {
  const scope = { person, communeId, asOf, compareTo: before };
  return [
    queryIndicators(person),
    queryProgress(scope),
    queryTotals(scope),
    queryTargets(person, communeId),
  ] as const;
}

/**
 * Every indicator at the end of a day, with the change since `before`. Asked only when `wanted`: the first screen
 * needs none of it. The same object for as long as nothing in it changes; null while nobody wants it.
 */
export function useFigures(scope: Scope, before: string, wanted: boolean): AskedFigures | null {
  const [indicators, rows, totals, targets] = queriesOfFigures(scope, before);
  const answers = useQueries({
    queries: [
      { ...indicators, enabled: wanted },
      { ...rows, enabled: wanted },
      { ...totals, enabled: wanted },
      { ...targets, enabled: wanted },
    ],
  });
  const [of, each, sums, wants] = answers.map(({ data }) => data) as [
    Figures['indicators'] | undefined,
    Figures['rows'] | undefined,
    Figures['totals'] | undefined,
    Figures['targets'] | undefined,
  ];
  const fault = answers.find(({ error }) => error !== null)?.error ?? null;
  const { asOf } = scope;
  const asked = useMemo((): AskedFigures | null => {
    if (!wanted) return null;
    if (!of || !each || !sums || !wants) return { figures: null, fault };
    return {
      figures: { asOf, before, indicators: of, rows: each, totals: sums, targets: wants },
      fault: null,
    };
  }, [wanted, asOf, before, of, each, sums, wants, fault]);
  // While only the compared day is another, the figures of the day stay, with the change that they came with.
  const whose = `${scope.person} ${scope.communeId} ${asOf}`;
  const [kept, setKept] = useState<{ whose: string; asked: AskedFigures } | null>(null);
  if (asked?.figures && kept?.asked !== asked) setKept({ whose, asked });
  return asked && !asked.figures && !asked.fault && kept?.whose === whose ? kept.asked : asked;
}
