import { useQueries } from '@tanstack/react-query';
import { layers } from '../../layers/registry.ts';
import { monthsBefore } from '../../ui/day.ts';
import type { View } from '../../view/view.ts';
import { useGround } from '../commune/communes.ts';
import { useModule } from '../connection/use-module.ts';
import { MONTHS_BEFORE } from '../map/use-answer-before.ts';
import { queriesOfFigures } from '../map/use-figures.ts';
import type { Place } from '../map/use-map-page.ts';

const loadFigures = () => import('../map/figures-parts.ts');
const loadSwipe = () => import('../map/swipe-map.tsx');

type Query = { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> };

/**
 * Asks for everything that scenes show and keeps it for as long as it stands here, programs included, so that a
 * network that goes takes nothing along.
 */
export function KeptScenes({ place, views }: { place: Place; views: readonly View[] }) {
  const { person, commune, membership } = place;
  const role = membership?.role ?? null;
  const scope = (asOf: string) => ({ person, communeId: commune.id, asOf });
  const days = views.flatMap(({ asOf, compareTo }) => [asOf, compareTo]).filter((day) => day !== null);
  const rows = [...new Set(days)].flatMap((day): Query[] =>
    layers
      .filter((layer) => layer.visibleTo(role) && !layer.restriction)
      .map((layer) => layer.query(scope(day))),
  );
  const figures = views.flatMap(({ asOf, compareTo }): Query[] =>
    asOf === null
      ? []
      : [
          ...queriesOfFigures(scope(asOf), compareTo ?? monthsBefore(asOf, MONTHS_BEFORE)),
          ...(compareTo === null ? [] : queriesOfFigures(scope(compareTo), compareTo)),
        ],
  );
  useQueries({ queries: onceEach([...rows, ...figures]) });
  useGround(person, commune, true);
  useModule(loadFigures, true);
  useModule(
    loadSwipe,
    views.some(({ compareTo }) => compareTo !== null),
  );
  return null;
}

/** Two scenes of one day ask for the same. */
function onceEach(queries: readonly Query[]): Query[] {
  return [...new Map(queries.map((query) => [JSON.stringify(query.queryKey), query])).values()];
}
