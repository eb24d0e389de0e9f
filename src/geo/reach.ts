import area from '@turf/area';
import circle from '@turf/circle';
import difference from '@turf/difference';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { type Bounds, boundsOf } from './bounds.ts';

type Area = Polygon | MultiPolygon;

/** An area whose size is known: what does not change while the radius does. */
export type MeasuredArea = {
  id: string;
  feature: Feature<Area>;
  bounds: Bounds;
  squareMetres: number;
};

/** How much of an area is reached, and what is not; WGS84 degrees, square metres. */
export type Reached = { id: string; squareMetres: number; reached: number; gap: Area | null };

/** Sides of the polygon that stands for a circle, as many as `public.coverage_at` gives it. */
const SIDES = 64;
/** Metres: Turf's sphere, and the WGS84 ellipsoid at the equator. */
const SPHERE = 6_371_008.8;
const EQUATOR = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_99;
/** Metres in a degree of latitude, and of longitude at the equator, with something to spare. */
const METRES_PER_DEGREE = 110_500;

/** Measures an area once, for any number of `measureReach`. Null for one without a position. */
export function measureArea(id: string, geometry: Area): MeasuredArea | null {
  const bounds = boundsOf(geometry);
  if (!bounds) return null;
  const feature: Feature<Area> = { type: 'Feature', properties: {}, geometry };
  return { id, feature, bounds, squareMetres: area(feature) };
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
    const round = circle(place, radius, { steps: SIDES, units: 'meters' });
    const stretched = round.geometry.coordinates.map((ring) =>
      ring.map(([x = 0, y = 0]) => [east + (x - east) * across, north + (y - north) * along]),
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
  return areas.map(({ id, feature, bounds, squareMetres }) => {
    const near = circles.filter((_, index) => isNear(bounds, places[index] ?? [], radius));
    if (near.length === 0) return { id, squareMetres, reached: 0, gap: feature.geometry };
    const gap = difference({ type: 'FeatureCollection', features: [feature, ...near] });
    if (!gap) return { id, squareMetres, reached: squareMetres, gap: null };
    return { id, squareMetres, reached: squareMetres - area(gap), gap: gap.geometry };
  });
}

function isNear([west, south, east, north]: Bounds, [x = 0, y = 0]: Position, radius: number): boolean {
  const high = radius / METRES_PER_DEGREE;
  const wide = high / Math.cos((y * Math.PI) / 180);
  return x > west - wide && x < east + wide && y > south - high && y < north + high;
}
