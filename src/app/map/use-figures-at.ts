import { useQueryClient } from '@tanstack/react-query';
import { queriesOfFigures } from './use-figures.ts';
import type { MapPageModel } from './use-map-page.ts';

/**
 * When the oldest of what is shown was asked of the system. Screen, files and paper share those answers, and carry
 * this one moment; null while nothing is here.
 */
export function useFiguresAt({ person, commune, facts, layers, figures, view }: MapPageModel): Date | null {
  const cache = useQueryClient();
  const scope = { person, communeId: commune.id, asOf: facts.asOf };
  const keys = [
    ...layers
      .filter(({ isOn, isAllowed, layer }) => isAllowed && (isOn || view.table === layer.id))
      .map(({ layer }) => layer.query(scope).queryKey),
    ...(figures ? queriesOfFigures(scope, figures.before).map(({ queryKey }) => queryKey) : []),
  ];
  const moments = keys.flatMap((key) => cache.getQueryState(key)?.dataUpdatedAt || []);
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}
