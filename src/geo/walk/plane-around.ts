import type { Projection } from '../projection.ts';

/** The WGS84 ellipsoid: metres at the equator, and its squared eccentricity. */
const EQUATOR = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_99;
const RADIANS = Math.PI / 180;

/**
 * A plane in metres that touches the ellipsoid at a place in degrees, east and north from there. Degrees are as
 * long as the radii of curvature say (Snyder 1987, Map Projections, formulas 4-18 and 4-20). Within 5 km of the
 * place a length is right to one in a thousand.
 */
export function planeAround(longitude: number, latitude: number): Projection {
  const bend = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude * RADIANS) ** 2;
  const wide = (EQUATOR / Math.sqrt(bend)) * Math.cos(latitude * RADIANS) * RADIANS;
  const high = ((EQUATOR * (1 - ECCENTRICITY_SQUARED)) / bend ** 1.5) * RADIANS;
  return {
    forward: ([x = 0, y = 0]) => [(x - longitude) * wide, (y - latitude) * high],
    inverse: ([east, north]) => [longitude + east / wide, latitude + north / high],
  };
}
