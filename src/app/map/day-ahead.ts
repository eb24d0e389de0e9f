import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { hamlets } from '../../layers/hamlets/index.ts';
import type { LayerQuery, LayerRow, Role, Scope } from '../../layers/layer.ts';
import { layers } from '../../layers/registry.ts';
import { monthsBefore } from '../../ui/day.ts';
import { MONTHS_BEFORE } from './use-answer-before.ts';
import type { Place } from './use-map-page.ts';

/**
 * What the page of the map will ask for when it shows another day, under the very same keys. Layers that are not
 * for everyone are left out: their reads are logged, and nobody has looked yet.
 */
export function queriesOfDay(scope: Scope, role: Role | null): LayerQuery<LayerRow>[] {
  return [
    ...layers
      .filter((layer) => layer.visibleTo(role) && !layer.restriction)
      .map((layer) => layer.query(scope)),
    hamlets.query({ ...scope, asOf: monthsBefore(scope.asOf, MONTHS_BEFORE) }),
  ];
}

/** Fetches days before they are asked for; what is here already is not asked again. */
export function useDayAhead({ person, commune, membership }: Place): (days: readonly string[]) => void {
  const queries = useQueryClient();
  const role = membership?.role ?? null;
  return useCallback(
    (days) => {
      for (const asOf of days) {
        for (const query of queriesOfDay({ person, communeId: commune.id, asOf }, role)) {
          void queries.prefetchQuery(query);
        }
      }
    },
    [queries, person, commune.id, role],
  );
}
