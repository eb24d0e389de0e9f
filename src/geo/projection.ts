import type { Position } from 'geojson';
import proj4 from 'proj4';

/** From WGS84 degrees to a plane and back; a plane's positions are metres east and north. */
export type Projection = {
  forward: (position: Position) => [east: number, north: number];
  inverse: (place: readonly [east: number, north: number]) => [longitude: number, latitude: number];
};

/**
 * The projection that a proj string names, as `app.coordinate_systems` keeps them. It agrees with what PostGIS
 * transforms by the same string (`tests/db/projection.test.ts`).
 * @throws when proj4 cannot read the string.
 */
export function projectionOf(proj: string): Projection {
  const converter = proj4('WGS84', proj);
  return {
    forward: ([longitude = 0, latitude = 0]) => {
      const [east = 0, north = 0] = converter.forward([longitude, latitude]);
      return [east, north];
    },
    inverse: ([east, north]) => {
      const [longitude = 0, latitude = 0] = converter.inverse([east, north]);
      return [longitude, latitude];
    },
  };
}
