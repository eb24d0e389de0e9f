import type { MultiPolygon, Point, Polygon } from 'geojson';
import { callAll } from '../../data/read-all.ts';
import type { Reach } from '../../view/view.ts';

/** One hamlet's reach as the database measures it (`public.coverage_at`): square metres and metres. */
export type CoveredRow = {
  hamlet_id: string;
  area_m2: number;
  reached_m2: number;
  /** Null where no residential area is drawn. */
  residential_m2: number | null;
  residential_reached_m2: number | null;
  /** Null where there is no point at all. */
  nearest_m: number | null;
  gap: Polygon | MultiPolygon | null;
};

/** A place for another point (`public.best_places`). */
export type PlaceRow = {
  rank: number;
  hamlet_id: string | null;
  free_radius_m: number;
  adds_m2: number;
  geometry: Point;
};

export type CoverageScope = { person: string; communeId: string; asOf: string; reach: Reach };

const parametersOf = ({ communeId, asOf, reach }: CoverageScope) => ({
  layer: reach.layer,
  kinds: reach.kinds,
  radius_m: reach.radius,
  as_of: asOf,
  commune_id: communeId,
});

const keyOf = (what: string, { person, communeId, asOf, reach }: CoverageScope) => [
  person,
  what,
  communeId,
  asOf,
  reach.layer,
  reach.kinds.join(),
  reach.radius,
];

/** What each hamlet has within reach at the end of the day. */
export const queryCoverage = (scope: CoverageScope) => ({
  queryKey: keyOf('coverage', scope),
  queryFn: () => callAll<CoveredRow>('coverage_at', parametersOf(scope), 'hamlet_id'),
});

/** The best places for another point. */
export const queryPlaces = (scope: CoverageScope) => ({
  queryKey: keyOf('best-places', scope),
  queryFn: () => callAll<PlaceRow>('best_places', parametersOf(scope), 'rank'),
});
