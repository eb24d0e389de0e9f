import type { Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { type MeasuredArea, measureArea, measureReach } from '../../geo/reach.ts';
import type { CoveredRow } from './server.ts';

/** A hamlet as the map knows it. */
export type CoverageHamlet = {
  id: string;
  geometry: MultiPolygon;
  residential_geometry: MultiPolygon | null;
};
/** A row of the layer whose points serve. */
export type CoveragePoint = {
  id: string;
  kind?: string;
  state?: string;
  label_point?: Point;
  geometry: Geometry;
};

/** What stays while the radius moves. */
export type Measured = { whole: MeasuredArea[]; residential: ReadonlyMap<string, MeasuredArea> };

/** Measures the hamlets once. */
export function measureHamlets(hamlets: readonly CoverageHamlet[]): Measured {
  const of = (hamlet: CoverageHamlet, shape: MultiPolygon | null) => {
    const area = shape && measureArea(hamlet.id, shape);
    return area ? [area] : [];
  };
  return {
    whole: hamlets.flatMap((hamlet) => of(hamlet, hamlet.geometry)),
    residential: new Map(
      hamlets.flatMap((hamlet) => of(hamlet, hamlet.residential_geometry).map((area) => [hamlet.id, area])),
    ),
  };
}

/** The places of points in use, as `app.point_places` has them: not closed, of the kinds meant (none: all). */
export function placesOf(rows: readonly CoveragePoint[], kinds: readonly string[]): Position[] {
  return rows
    .filter(({ state, kind }) => state !== 'closed' && (kinds.length === 0 || kinds.includes(kind ?? '')))
    .flatMap(({ geometry, label_point }) => {
      const point = label_point ?? (geometry.type === 'Point' ? geometry : null);
      return point ? [point.coordinates] : [];
    });
}

/** What a hamlet has within reach: shares of its areas from 0 to 1. */
export type HamletReach = {
  id: string;
  share: number;
  /** Null where no residential area is drawn. */
  residentialShare: number | null;
  squareMetres: number;
  residentialSquareMetres: number | null;
  /** Metres; null where it is not known. */
  nearest: number | null;
  gap: Polygon | MultiPolygon | null;
};

/** Reach of every hamlet by Turf, while somebody moves the slider. */
export function reachOf(
  { whole, residential }: Measured,
  places: readonly Position[],
  radius: number,
): HamletReach[] {
  const lived = new Map(
    measureReach([...residential.values()], places, radius).map((one) => [one.id, one] as const),
  );
  return measureReach(whole, places, radius).map(({ id, squareMetres, reached, gap }) => {
    const home = lived.get(id);
    return {
      id,
      share: reached / squareMetres,
      residentialShare: home ? home.reached / home.squareMetres : null,
      squareMetres,
      residentialSquareMetres: home?.squareMetres ?? null,
      nearest: null,
      gap,
    };
  });
}

/** The same from what the database measured. */
export function storedReach(rows: readonly CoveredRow[]): HamletReach[] {
  return rows.map((row) => ({
    id: row.hamlet_id,
    share: row.reached_m2 / row.area_m2,
    residentialShare:
      row.residential_m2 === null ? null : (row.residential_reached_m2 ?? 0) / row.residential_m2,
    squareMetres: row.area_m2,
    residentialSquareMetres: row.residential_m2,
    nearest: row.nearest_m,
    gap: row.gap,
  }));
}

/** All hamlets together; a hamlet without a residential area is left out of that figure, not counted as nothing. */
export function totalOf(hamlets: readonly HamletReach[]): {
  share: number | null;
  residentialShare: number | null;
  drawn: number;
} {
  const drawn = hamlets.filter(({ residentialSquareMetres }) => residentialSquareMetres !== null);
  const ratio = (of: readonly HamletReach[], size: 'squareMetres' | 'residentialSquareMetres') => {
    const part = size === 'squareMetres' ? 'share' : 'residentialShare';
    const whole = of.reduce((sum, one) => sum + (one[size] ?? 0), 0);
    if (whole === 0) return null;
    return of.reduce((sum, one) => sum + (one[part] ?? 0) * (one[size] ?? 0), 0) / whole;
  };
  return {
    share: ratio(hamlets, 'squareMetres'),
    residentialShare: ratio(drawn, 'residentialSquareMetres'),
    drawn: drawn.length,
  };
}
