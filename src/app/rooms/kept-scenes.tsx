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
  const kept = useQueries({ queries: onceEach([...rows, ...figures]) });
  const ground = useGround(person, commune, true);
  const drawn = useModule(loadFigures, true);
  const comparesDays = views.some(({ compareTo }) => compareTo !== null);
  const compared = useModule(loadSwipe, comparesDays);
  const isAllHere =
    kept.every(({ isPending }) => !isPending) &&
    !ground.isPending &&
    drawn.module !== null &&
    (!comparesDays || compared.module !== null);
  return <span hidden data-kept={isAllHere} />;
}

/** Two scenes of one day ask for the same. */
function onceEach(queries: readonly Query[]): Query[] {
  return [...new Map(queries.map((query) => [JSON.stringify(query.queryKey), query])).values()];
}
