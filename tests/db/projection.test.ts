import type { Point } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { projectionOf } from '../../src/geo/projection.ts';
import type { Backend } from '../../supabase/local/backend.ts';
import { freshDatabase } from '../support/database.ts';

// The browser's transform, on which printed grids rest, against PostGIS with the very same strings.
let backend: Backend;
beforeAll(async () => {
  backend = await freshDatabase();
});

/** Places all over the country: Hải Phòng, Hà Giang, Cà Mau, Phú Yên. */
const PLACES: readonly [number, number][] = [
  [106.6297, 20.7541],
  [104.9784, 22.8233],
  [105.1524, 9.1769],
  [109.2953, 13.0881],
];

test('every projection of the country puts a place within a millimetre of where the database puts it', async () => {
  const rows = await backend.query<{ code: string; proj: string; place: string; there: string }>(
    `select s.code, s.proj, p.place, extensions.ST_AsGeoJSON(extensions.ST_Transform(
        extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(p.place), 4326),
        '+proj=longlat +datum=WGS84 +no_defs', s.proj), 6) as there
       from app.coordinate_systems s cross join unnest($1::text[]) p(place)`,
    [PLACES.map((coordinates) => JSON.stringify({ type: 'Point', coordinates }))],
  );
  // 18 systems or more, four places in each.
  expect(rows.length).toBeGreaterThanOrEqual(72);
  for (const { code, proj, place, there } of rows) {
    const wanted = (JSON.parse(there) as Point).coordinates;
    const { coordinates } = JSON.parse(place) as Point;
    const projection = projectionOf(proj);
    const [east, north] = projection.forward(coordinates);
    expect(Math.hypot(east - (wanted[0] ?? 0), north - (wanted[1] ?? 0)), `${code} ${place}`).toBeLessThan(
      0.001,
    );
    const [longitude, latitude] = projection.inverse([east, north]);
    expect(longitude).toBeCloseTo(coordinates[0] ?? 0, 7);
    expect(latitude).toBeCloseTo(coordinates[1] ?? 0, 7);
  }
});
