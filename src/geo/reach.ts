import area from '@turf/area';
import circle from '@turf/circle';
import difference from '@turf/difference';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { type Bounds, boundsOf, positionsOf } from './bounds.ts';

type Area = Polygon | MultiPolygon;

/** An area whose size is known: what does not change while the radius does. */
export type MeasuredArea = {
  id: string;
  feature: Feature<Area>;
  bounds: Bounds;
  corners: readonly Position[];
  squareMetres: number;
};

/** How much of an area is reached, and what is not; WGS84 degrees, square metres. */
export type Reached = { id: string; squareMetres: number; reached: number; gap: Area | null };

/** Sides of the polygon that stands for a circle here, and in `public.coverage_at`. */
const SIDES = 32;
const SIDES_STORED = 64;
/** Of circles with so many sides, how much wider the one here is drawn so that both hold the same area. */
const WIDER = Math.sqrt(
  (SIDES_STORED * Math.sin((2 * Math.PI) / SIDES_STORED)) / (SIDES * Math.sin((2 * Math.PI) / SIDES)),
);
/** Metres: Turf's sphere, and the WGS84 ellipsoid at the equator. */
const SPHERE = 6_371_008.8;
const EQUATOR = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_99;
/** Metres in a degree of latitude, and of longitude at the equator, at most. */
const METRES_PER_LATITUDE = 111_700;
/** Metres in a degree of latitude, and of longitude at the equator, with something to spare. */
const METRES_PER_DEGREE = 110_500;

/** Measures an area once, for any number of `measureReach`. Null for one without a position. */
export function measureArea(id: string, geometry: Area): MeasuredArea | null {
  const bounds = boundsOf(geometry);
  if (!bounds) return null;
  const feature: Feature<Area> = { type: 'Feature', properties: {}, geometry };
  return { id, feature, bounds, corners: [...positionsOf(geometry)], squareMetres: area(feature) };
}

/**
 * Circles of `radius` metres around places in WGS84 degrees, as polygons. Turf draws them on a sphere; here its
 * degrees are stretched to those of the WGS84 ellipsoid at the place, half a per cent of the radius in Viet Nam, by
 * the radii of curvature along the meridian and across it (Snyder 1987, Map Projections, formulas 4-18 and 4-20).
 */
export function circlesAround(places: readonly Position[], radius: number): Feature<Polygon>[] {
  return places.map((place) => {
    const [east = 0, north = 0] = place;
    const bend = 1 - ECCENTRICITY_SQUARED * Math.sin((north * Math.PI) / 180) ** 2;
    const across = SPHERE / (EQUATOR / Math.sqrt(bend));
    const along = SPHERE / ((EQUATOR * (1 - ECCENTRICITY_SQUARED)) / bend ** 1.5);
    const round = circle(place, radius * WIDER, { steps: SIDES, units: 'meters' });
    const stretched = round.geometry.coordinates.map((ring) =>
      // As the database keeps places: what lies within a centimetre is one place, for whoever cuts with it too.
      ring.map(([x = 0, y = 0]) => [
        Number((east + (x - east) * across).toFixed(7)),
        Number((north + (y - north) * along).toFixed(7)),
      ]),
    );
    return { ...round, geometry: { type: 'Polygon', coordinates: stretched } };
  });
}

/**
 * Which part of each area lies within `radius` metres of a place (WGS84 degrees), and the rest as a shape. Square
 * metres on the sphere; the share of an area agrees with `public.coverage_at` within half a per cent.
 */
export function measureReach(
  areas: readonly MeasuredArea[],
  places: readonly Position[],
  radius: number,
): Reached[] {
  const circles = circlesAround(places, radius);
  return areas.map(({ id, feature, bounds, corners, squareMetres }) => {
    const isHere = (place: Position) => isNear(bounds, place, radius);
    const near = circles.filter((_, index) => isHere(places[index] ?? []));
    if (near.length === 0) return { id, squareMetres, reached: 0, gap: feature.geometry };
    // One circle around everything saves the cutting by all.
    if (places.some((place) => holds(place, radius, corners)))
      return { id, squareMetres, reached: squareMetres, gap: null };
    const gap = cut(feature, near, (breadth) => circlesAround(places.filter(isHere), radius + breadth));
    if (!gap) return { id, squareMetres, reached: squareMetres, gap: null };
    return { id, squareMetres, reached: squareMetres - area(gap), gap: gap.geometry };
  });
}

/** Metres by which a radius is changed where lines that nearly coincide cannot be cut. */
const BREADTHS = [0.02, 0.05, 0.11];

/**
 * What the circles leave of an area; null: nothing. Where many circles meet in one point the library may fail to
 * close a ring; circles a few centimetres wider do not meet there.
 * @throws the library's error when no breadth helps.
 */
function cut(
  feature: Feature<Area>,
  circles: readonly Feature<Polygon>[],
  widen: (breadth: number) => Feature<Polygon>[],
): Feature<Area> | null {
  try {
    return difference({ type: 'FeatureCollection', features: [feature, ...circles] });
  } catch (failure) {
    for (const breadth of BREADTHS) {
      try {
        return difference({ type: 'FeatureCollection', features: [feature, ...widen(breadth)] });
      } catch {
        // The next breadth may do.
      }
    }
    throw failure;
  }
}

/** Whether the polygon of a circle surely holds an area: each of its corners lies well within the radius. */
function holds([x = 0, y = 0]: Position, radius: number, corners: readonly Position[]): boolean {
  const wide = METRES_PER_LATITUDE * Math.cos((y * Math.PI) / 180);
  return corners.every(
    ([east = 0, north = 0]) =>
      Math.hypot((east - x) * wide, (north - y) * METRES_PER_LATITUDE) < radius * 0.99,
  );
}

function isNear([west, south, east, north]: Bounds, [x = 0, y = 0]: Position, radius: number): boolean {
  const high = radius / METRES_PER_DEGREE;
  const wide = high / Math.cos((y * Math.PI) / 180);
  return x > west - wide && x < east + wide && y > south - high && y < north + high;
}
