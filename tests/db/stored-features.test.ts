import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { at, block, putCommune, putMember, ring } from './hand-made-map.ts';

let backend: Backend;
let officer: SupabaseClient;
beforeEach(async () => {
  backend = await freshDatabase();
  const commune = await putCommune(backend);
  const person = await createUser(backend, { email: 'can-bo@xa.vn' });
  await putMember(backend, commune, person, 'front_officer');
  officer = await signedIn(backend, 'can-bo@xa.vn');
});

const id = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const hamlet = (number: number, geometry: object, name = `Thôn ${number}`) => ({
  id: id(number),
  name,
  valid_from: '2026-01-01',
  geometry,
});
const load = (...features: object[]) => officer.rpc('load_features', { layer: 'hamlets', features });

describe('stored geometry', () => {
  it('is snapped to 1e-7 degrees, so that borders drawn a hair apart are one', async () => {
    // The second hamlet was drawn 3e-8 degrees (3 mm) east of the border at 2 units.
    const [x, south] = at(2, 0);
    const [east, north] = at(4, 2);
    const drawn = [
      [x + 3e-8, south],
      [east, south],
      [east, north],
      [x + 3e-8, north],
      [x + 3e-8, south],
    ];
    await load(hamlet(1, block(0, 0, 2, 2)), hamlet(2, { type: 'Polygon', coordinates: [drawn] }));
    const [row] = await backend.query<{ shared: number; overlap: number }>(`
      select extensions.ST_Length(extensions.ST_Intersection(a.geom, b.geom)) as shared,
        extensions.ST_Area(extensions.ST_Intersection(a.geom, b.geom)) as overlap
      from app.hamlets a, app.hamlets b where a.id = '${id(1)}' and b.id = '${id(2)}'`);
    // The whole border of 2 units, 0.002 degrees.
    expect(row?.shared).toBeCloseTo(0.002, 9);
    expect(row?.overlap).toBe(0);
    const { data } = await officer
      .rpc('hamlets_at', { as_of: '2026-06-30' })
      .order('name')
      .select('geometry');
    const corners = (data as unknown as { geometry: { coordinates: number[][][][] } }[]).map(({ geometry }) =>
      (geometry.coordinates[0]?.[0] ?? [])
        .filter(([longitude]) => longitude === x)
        .map(String)
        .sort(),
    );
    expect([...new Set(corners[0])]).toEqual([...new Set(corners[1])]);
    expect(JSON.stringify(data)).not.toMatch(/\d\.\d{8}/);
  });

  it('is snapped also where a hamlet is built up', async () => {
    await load(hamlet(1, block(0, 0, 4, 4)));
    const drawn = block(1, 1, 2, 2).coordinates[0]?.map(([x = 0, y = 0]) => [x + 3e-8, y - 3e-8]);
    await backend.query(
      `update app.hamlets set residential_geom = extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($1), 4326))`,
      [JSON.stringify({ type: 'Polygon', coordinates: [drawn] })],
    );
    // The last bit of a coordinate is the database's own.
    const [row] = await backend.query<{ apart: number }>(
      `select extensions.ST_Area(extensions.ST_SymDifference(residential_geom,
         extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($1), 4326))) as apart from app.hamlets`,
      [JSON.stringify(block(1, 1, 2, 2))],
    );
    expect(row?.apart).toBeLessThan(1e-12);
  });

  it('is stored mended where the check said that it would be', async () => {
    const folded = ring([0, 0], [2, 0], [2, 2], [1, 2], [1.01, 2.01], [1.02, 2], [0, 2]);
    expect((await load(hamlet(1, folded))).data).toBe(1);
    expect(await backend.query('select extensions.ST_IsValid(geom) as valid from app.hamlets')).toEqual([
      { valid: true },
    ]);
  });

  it('has its label inside, also where its centre of gravity is not', async () => {
    // A horseshoe: its centre lies in the gap.
    const horseshoe = ring([0, 0], [6, 0], [6, 6], [4, 6], [4, 2], [2, 2], [2, 6], [0, 6]);
    await load(hamlet(1, horseshoe));
    const inside = 'select extensions.ST_Within(label_geom, geom) as inside from app.hamlets';
    expect(await backend.query(inside)).toEqual([{ inside: true }]);
  });
});

describe('stored names', () => {
  it('are kept composed, trimmed, and equal in every spelling', async () => {
    await load(hamlet(1, block(0, 0, 2, 2), '  Thôn Đình Nhất '.normalize('NFD')));
    expect(await backend.query('select name from app.hamlets')).toEqual([
      { name: 'Thôn Đình Nhất'.normalize('NFC') },
    ]);
    const same = (one: string, other: string) =>
      backend
        .query<{ same: boolean }>('select app.name_key($1) = app.name_key($2) as same', [one, other])
        .then(([row]) => row?.same);
    for (const pair of [
      ['Thuỵ', 'Thụy'],
      ['Hoà Bình', 'HÒA BÌNH'],
      ['Thôn 3', 'thôn  3 '],
      ['Ðiện'.replace('Ð', 'Đ'), 'điện'],
    ]) {
      expect([pair, await same(pair[0] ?? '', pair[1] ?? '')]).toEqual([pair, true]);
    }
    for (const pair of [
      ['Hoa', 'Hòa'],
      ['Hòa', 'Hóa'],
      ['Tu', 'Tư'],
      ['Thôn 1', 'Thôn 11'],
      ['Dong', 'Đong'],
    ]) {
      expect([pair, await same(pair[0] ?? '', pair[1] ?? '')]).toEqual([pair, false]);
    }
  });
});
