import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { hamlets } from '../../layers/hamlets/index.ts';
import type { LayerQuery, Role, Scope } from '../../layers/layer.ts';
import { layers } from '../../layers/registry.ts';
import { monthsBefore } from '../../ui/day.ts';
import { MONTHS_BEFORE } from './use-answer-before.ts';
import { queriesOfFigures } from './use-figures.ts';
import type { MapPageModel } from './use-map-page.ts';

/**
 * What the page of the map will ask for when it shows another day, under the very same keys. Layers that are not
 * for everyone are left out: their reads are logged, and nobody has looked yet.
 */
export function queriesOfDay(
  scope: Scope,
  role: Role | null,
  compareTo: string | null,
  withFigures: boolean,
): LayerQuery<unknown>[] {
  const before = compareTo ?? monthsBefore(scope.asOf, MONTHS_BEFORE);
  return [
    ...layers
      .filter((layer) => layer.visibleTo(role) && !layer.restriction)
      .map((layer) => layer.query(scope)),
    hamlets.query({ ...scope, asOf: before }),
    ...(withFigures ? queriesOfFigures(scope, before) : []),
  ];
}

/** Fetches days before they are asked for; what is here already is not asked again. */
export function useDayAhead({
  person,
  commune,
  membership,
  view,
  figures,
}: MapPageModel): (days: readonly string[]) => void {
  const queries = useQueryClient();
  const role = membership?.role ?? null;
  const { compareTo } = view;
  const withFigures = figures !== null;
  return useCallback(
    (days) => {
      for (const asOf of days) {
        for (const query of queriesOfDay(
          { person, communeId: commune.id, asOf },
          role,
          compareTo,
          withFigures,
        )) {
          void queries.prefetchQuery(query);
        }
      }
    },
    [queries, person, commune.id, role, compareTo, withFigures],
  );
}
