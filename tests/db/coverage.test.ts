import type { MultiPolygon, Point } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { measureArea, measureReach } from '../../src/geo/reach.ts';
import type { Backend } from '../../supabase/local/backend.ts';
import { seedSampleCommune } from '../../supabase/seed/index.ts';
import { freshDatabase, visitor } from '../support/database.ts';
import { block, put, putCommune, spot } from './hand-made-map.ts';

type Covered = {
  hamlet_id: string;
  area_m2: number;
  reached_m2: number;
  residential_m2: number | null;
  residential_reached_m2: number | null;
  nearest_m: number | null;
  gap: MultiPolygon | null;
};

const ask = async (backend: Backend, parameters: object): Promise<Covered[]> => {
  const { data, error } = await visitor(backend).rpc('coverage_at', parameters);
  if (error) throw error;
  return data;
};

describe('on the sample commune', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await freshDatabase();
    await seedSampleCommune(backend, { lastDay: '2026-10-31' });
  });

  test.each([
    ['waste-points', ['collection'], 500],
    ['waste-points', ['collection'], 150],
    ['waste-points', ['pesticide_tank', 'black_spot'], 800],
    ['waste-points', [], 300],
    ['cemeteries', [], 2000],
  ])(
    'the slider and the database agree within half a per cent of each hamlet: %s %s, %s m',
    async (layer, kinds, radius) => {
      const client = visitor(backend);
      const { data: hamlets } = await client.rpc('hamlets_at', { as_of: '2026-10-31' });
      const { data: points } = await client.rpc(
        layer === 'cemeteries' ? 'cemeteries_at' : 'waste_points_at',
        {
          as_of: '2026-10-31',
        },
      );
      const places = (points ?? [])
        .filter(
          (point: { state?: string; kind?: string }) =>
            point.state !== 'closed' && (kinds.length === 0 || kinds.includes(String(point.kind))),
        )
        .map(
          (point: { geometry: Point; label_point?: Point }) =>
            (point.label_point ?? point.geometry).coordinates,
        );
      const covered = await ask(backend, { layer, kinds, radius_m: radius, as_of: '2026-10-31' });
      expect(covered).toHaveLength(15);
      let sums = { slider: 0, database: 0, whole: 0 };
      for (const hamlet of hamlets ?? []) {
        const row = covered.find(({ hamlet_id }) => hamlet_id === hamlet.id);
        const measured = measureArea(hamlet.id, hamlet.geometry);
        if (!row || !measured) throw new Error('a hamlet is missing');
        const [reach] = measureReach([measured], places, radius);
        const share = (reach?.reached ?? 0) / measured.squareMetres;
        expect(Math.abs(share - row.reached_m2 / row.area_m2), hamlet.name).toBeLessThan(0.005);
        sums = {
          slider: sums.slider + share * row.area_m2,
          database: sums.database + row.reached_m2,
          whole: sums.whole + row.area_m2,
        };
        if (!hamlet.residential_geometry) {
          expect(row.residential_m2).toBeNull();
          continue;
        }
        const lived = measureArea(hamlet.id, hamlet.residential_geometry);
        const [there] = lived ? measureReach([lived], places, radius) : [];
        const livedShare = (there?.reached ?? 0) / (lived?.squareMetres ?? 1);
        expect(
          Math.abs(livedShare - (row.residential_reached_m2 ?? 0) / (row.residential_m2 ?? 1)),
          hamlet.name,
        ).toBeLessThan(0.005);
      }
      expect(Math.abs(sums.slider - sums.database) / sums.whole).toBeLessThan(0.005);
    },
  );
});

describe('on a hand-made map', () => {
  let backend: Backend;
  let commune: string;
  // A hamlet of 10 by 10 units, one collection point in its middle: 5 units are 520 m to the east and 554 m to the
  // north. Within 300 m lies a whole circle: π · 300² = 282 743 m², less what 64 sides cut off (0,16 %).
  beforeAll(async () => {
    backend = await freshDatabase();
    commune = await putCommune(backend);
    await put(backend, 'hamlets', {
      commune_id: commune,
      name: 'Thôn 1',
      valid_from: '2020-01-01',
      geom: block(0, 0, 10, 10),
    });
    for (const [name, kind, place, state] of [
      ['Giữa thôn', 'collection', spot(5, 5), 'active'],
      ['Đã đóng', 'collection', spot(1, 1), 'closed'],
      ['Bể', 'pesticide_tank', spot(9, 9), 'active'],
    ] as const) {
      const id = await put(backend, 'waste_points', { commune_id: commune, name, kind, geom: place });
      await put(backend, 'waste_point_states', {
        commune_id: commune,
        waste_point_id: id,
        state,
        valid_from: '2026-01-01',
      });
    }
  });
  const within = (radius_m: number, more: object = {}) =>
    ask(backend, { layer: 'waste-points', kinds: ['collection'], radius_m, as_of: '2026-06-01', ...more });

  test('one point reaches its circle, and the rest is the gap', async () => {
    const [row] = await within(300);
    expect(row?.reached_m2).toBeCloseTo(282_743 * 0.9984, -2.5);
    // The middle of the largest circle in the hamlet is its own middle, where the point stands.
    expect(row?.nearest_m).toBeLessThan(15);
    expect(row?.residential_m2).toBeNull();
    expect(row?.gap?.coordinates[0]).toHaveLength(2);
  });

  test('before a point was there, nothing is reached and everything is the gap', async () => {
    const [row] = await within(300, { as_of: '2025-06-01' });
    expect([row?.reached_m2, row?.nearest_m]).toEqual([0, null]);
    expect(row?.gap).not.toBeNull();
  });

  test('what is reached whole has no gap', async () => {
    const [row] = await within(800);
    expect(row?.gap).toBeNull();
    expect(row?.reached_m2).toBeCloseTo(row?.area_m2 ?? 0, 3);
  });

  // The point in the middle reaches 300 m; what is left is widest in the four corners. Each is as good as another, and
  // in each the largest circle touches both sides and the circle: r = (√2 · 520 − 300) / (1 + √2), about 180 m.
  test('the best places are the corners, one after another', async () => {
    const { data } = await visitor(backend).rpc('best_places', {
      layer: 'waste-points',
      kinds: ['collection'],
      radius_m: 300,
      as_of: '2026-06-01',
      places: 4,
    });
    const corners = (data ?? []).map(({ geometry }: { geometry: Point }) => {
      const [east = 0, north = 0] = geometry.coordinates;
      return `${east > 106.625 ? 'east' : 'west'} ${north > 20.725 ? 'north' : 'south'}`;
    });
    expect(corners.toSorted()).toEqual(['east north', 'east south', 'west north', 'west south']);
    expect(data?.[0]?.free_radius_m).toBeGreaterThan(175);
    expect(data?.[0]?.free_radius_m).toBeLessThan(200);
    expect(data?.[0]?.adds_m2).toBeGreaterThanOrEqual(data?.[3]?.adds_m2);
  });

  test.each([
    [{ layer: 'roads' }, 'layer_invalid'],
    [{ kinds: ['tháp'] }, 'kind_invalid'],
    [{ radius_m: 99 }, 'radius_invalid'],
    [{ radius_m: 2001 }, 'radius_invalid'],
  ])('%j is refused in plain words', async (wrong, hint) => {
    const { error } = await visitor(backend).rpc('coverage_at', {
      layer: 'waste-points',
      kinds: [],
      radius_m: 300,
      ...wrong,
    });
    expect([error?.code, error?.hint]).toEqual(['PT422', hint]);
    expect(error?.message).toMatch(/Hãy chọn/);
  });
});
