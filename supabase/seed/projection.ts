import type { Position } from 'geojson';
import type { Path, Point } from './planar.ts';
import { at } from './planar.ts';

/** The commune's centre, as longitude and latitude. */
export const centre = { longitude: 106.6295, latitude: 20.7269 };

// Radii of the WGS84 ellipsoid at that latitude. The commune is 6 km wide: over it a plane fits to about 0.1 %,
// and a linear change of coordinates keeps shared borders shared and shares of an area exact.
const semiMajorAxis = 6_378_137;
const eccentricitySquared = 0.00669437999014;
const radians = Math.PI / 180;
const curvature = 1 - eccentricitySquared * Math.sin(centre.latitude * radians) ** 2;
const metresPerDegreeEast =
  (semiMajorAxis / Math.sqrt(curvature)) * Math.cos(centre.latitude * radians) * radians;
const metresPerDegreeNorth = ((semiMajorAxis * (1 - eccentricitySquared)) / curvature ** 1.5) * radians;

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Metres from the centre to degrees, rounded to 1e-7 as the database stores them. */
export function toDegrees([east, north]: Point): Position {
  return [
    round(centre.longitude + east / metresPerDegreeEast),
    round(centre.latitude + north / metresPerDegreeNorth),
  ];
}

/** Degrees to metres from the centre; the inverse of `toDegrees` but for the rounding. */
export function toMetres(position: Position): Point {
  return [
    (at(position, 0) - centre.longitude) * metresPerDegreeEast,
    (at(position, 1) - centre.latitude) * metresPerDegreeNorth,
  ];
}

/** An open line in degrees, without neighbouring points that rounding made equal. */
export function toLine(path: Path): Position[] {
  return path.map(toDegrees).filter((position, index, all) => {
    const previous = all[index - 1];
    return !previous || previous[0] !== position[0] || previous[1] !== position[1];
  });
}

/** A closed, counterclockwise ring in degrees (the order that RFC 7946 asks of an outer ring). */
export function toRing(path: Path): Position[] {
  const line = toLine(path);
  const first = at(line, 0);
  const last = at(line, -1);
  if (first[0] !== last[0] || first[1] !== last[1]) line.push([...first]);
  let doubled = 0;
  for (let index = 1; index < line.length; index++) {
    const from = at(line, index - 1);
    const to = at(line, index);
    doubled += (at(from, 0) - centre.longitude) * (at(to, 1) - centre.latitude);
    doubled -= (at(to, 0) - centre.longitude) * (at(from, 1) - centre.latitude);
  }
  return doubled < 0 ? line.reverse() : line;
}
