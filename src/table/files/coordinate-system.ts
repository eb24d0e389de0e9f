import type { Position } from 'geojson';

/** A VN-2000 plane that the commune's surveyors measure in, as `app.coordinate_systems` keeps it. */
export type CoordinateSystem = {
  /** "VN-2000 105°45′" */
  name: string;
  proj: string;
};

/** Where a position in degrees lies in the system that somebody chose: `[longitude, latitude]` or `[east, north]`. */
export type Placement = (position: Position) => Position;

/** The placement of a plane; null leaves the degrees as they are. Proj4 comes only for who wants a plane. */
export async function placementIn(system: CoordinateSystem | null): Promise<Placement> {
  if (!system) return (position) => position;
  const { projectionOf } = await import('../../geo/projection.ts');
  return projectionOf(system.proj).forward;
}
