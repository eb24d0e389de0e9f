import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { at, block, path, put, putCommune, putMember, ring, spot } from './hand-made-map.ts';

type Feature = Record<string, unknown>;

const ID = '01990000-0000-7000-8000-000000000001';
const STORED_ID = '01900000-0000-7000-8000-00000000beef';
const OTHER_ID = '01990000-0000-7000-8000-000000000002';

let officer: SupabaseClient;
let organizationElsewhere: string;
beforeAll(async () => {
  const backend: Backend = await freshDatabase();
  const commune = await putCommune(backend);
  const elsewhere = await putCommune(backend, { east: 40 });
  organizationElsewhere = await put(backend, 'organizations', {
    commune_id: elsewhere,
    code: 'women',
    name: 'Hội',
  });
  await put(backend, 'hamlets', {
    commune_id: commune,
    name: 'Thụy Hòa',
    former_commune: 'Kiến Quốc',
    valid_from: '2020-01-01',
    geom: block(0, 0, 4, 4),
  });
  const person = await createUser(backend, { email: 'can-bo@xa.vn' });
  await putMember(backend, commune, person, 'front_officer');
  officer = await signedIn(backend, 'can-bo@xa.vn');
});

async function problems(layer: string, ...features: Feature[]): Promise<unknown[]> {
  const { data, error } = await officer.rpc('check_features', { layer, features });
  if (error) throw new Error(`${error.code} ${error.message}`);
  return data.map((row: Feature) => [row.row_number, row.level, row.code, row.field]);
}

const hamlet = (more: Feature = {}): Feature => ({
  id: ID,
  name: 'Thôn Mới',
  valid_from: '2026-01-01',
  geometry: block(6, 6, 8, 8),
  ...more,
});
const road = (more: Feature = {}): Feature => ({
  id: ID,
  class: 'alley',
  valid_from: '2026-01-01',
  geometry: path([1, 1], [1, 2]),
  ...more,
});
const modelRoad = (more: Feature = {}): Feature => ({
  id: ID,
  name: 'Đường',
  registered_on: '2026-01-01',
  geometry: path([1, 1], [1, 2]),
  ...more,
});
const wastePoint = (more: Feature = {}): Feature => ({
  id: ID,
  name: 'Điểm',
  kind: 'collection',
  state: 'active',
  valid_from: '2026-01-01',
  geometry: spot(1, 1),
  ...more,
});
const cemetery = (more: Feature = {}): Feature => ({
  id: ID,
  name: 'Nghĩa trang',
  valid_from: '2026-01-01',
  geometry: spot(1, 1),
  ...more,
});

describe('a row without fault', () => {
  it.each([
    [
      'hamlets',
      hamlet({ former_commune: null, households: 120, population: '480', cultivated_area_ha: '9999999.99' }),
    ],
    ['roads', road({ name: null })],
    [
      'model_roads',
      modelRoad({ recognised_on: '2026-01-02', decision_number: '1/QĐ', decision_date: '2025-12-30' }),
    ],
    ['waste_points', wastePoint()],
    ['cemeteries', cemetery({ graves: 0, geometry: block(1, 1, 2, 2) })],
  ])('%s: nothing is said', async (layer, feature) => {
    expect(await problems(layer, feature)).toEqual([]);
  });

  it('may bear the name of another hamlet of another former commune, or its own', async () => {
    expect(await problems('hamlets', hamlet({ name: 'Thụy Hòa', former_commune: 'Du Lễ' }))).toEqual([]);
    expect(
      await problems(
        'hamlets',
        hamlet({ name: 'Thôn 3', former_commune: 'Du Lễ' }),
        hamlet({ id: OTHER_ID, name: 'Thôn 3', former_commune: 'Kiến Quốc' }),
      ),
    ).toEqual([]);
  });
});

describe('the geometry', () => {
  const [longitude, latitude] = at(1, 1);
  it.each<[code: string, layer: string, feature: Feature]>([
    ['geometry_missing', 'waste_points', wastePoint({ geometry: null })],
    ['geometry_missing', 'waste_points', wastePoint({ geometry: 'POINT(1 1)' })],
    ['geometry_missing', 'cemeteries', cemetery({ geometry: { type: 'Polygon', coordinates: [] } })],
    // A square of a billionth of a degree has no ground left on the grid of 1e-7.
    ['geometry_missing', 'hamlets', hamlet({ geometry: block(6, 6, 6.000001, 6.000001) })],
    ['geometry_unreadable', 'waste_points', wastePoint({ geometry: { type: 'Pont', coordinates: [1, 2] } })],
    [
      'geometry_unreadable',
      'hamlets',
      hamlet({ geometry: { type: 'Polygon', coordinates: [[at(0, 0), at(1, 0), at(1, 1), at(0, 1)]] } }),
    ],
    ['geometry_type', 'hamlets', hamlet({ geometry: spot(1, 1) })],
    ['geometry_type', 'roads', road({ geometry: block(1, 1, 2, 2) })],
    ['geometry_type', 'model_roads', modelRoad({ geometry: spot(1, 1) })],
    ['geometry_type', 'waste_points', wastePoint({ geometry: path([1, 1], [1, 2]) })],
    ['geometry_type', 'cemeteries', cemetery({ geometry: path([1, 1], [1, 2]) })],
    [
      'metres_not_degrees',
      'waste_points',
      wastePoint({ geometry: { type: 'Point', coordinates: [590000, 2292000] } }),
    ],
    [
      'swapped_axes',
      'waste_points',
      wastePoint({ geometry: { type: 'Point', coordinates: [latitude, longitude] } }),
    ],
    [
      'outside_vietnam',
      'waste_points',
      wastePoint({ geometry: { type: 'Point', coordinates: [2.35, 48.85] } }),
    ],
    // A bow tie: which of its two sides is meant, only a person knows.
    ['self_crossing', 'hamlets', hamlet({ geometry: ring([6, 6], [8, 8], [8, 6], [6, 8]) })],
    // The commune ends at 20 units; 500 m further is past 25.
    ['outside_commune', 'waste_points', wastePoint({ geometry: spot(26, 1) })],
    ['outside_commune', 'hamlets', hamlet({ geometry: block(26, 6, 28, 8) })],
    ['outside_commune', 'model_roads', modelRoad({ geometry: path([26, 1], [27, 1]) })],
    // The one hamlet ends at 4 units.
    ['no_hamlet_here', 'model_roads', modelRoad({ geometry: path([9, 9], [10, 9]) })],
  ])('%s: %s', async (code, layer, feature) => {
    expect(await problems(layer, feature)).toEqual([[1, 'error', code, 'geometry']]);
  });

  it('may stand a little outside: a tank on the far bank of the border river', async () => {
    // 4 units east of the border are 416 m.
    expect(await problems('waste_points', wastePoint({ geometry: spot(24, 1) }))).toEqual([]);
  });

  it('says where a ring crosses itself', async () => {
    const features = [hamlet({ geometry: ring([6, 6], [8, 8], [8, 6], [6, 8]) })];
    const { data } = await officer.rpc('check_features', { layer: 'hamlets', features });
    expect(data).toMatchObject([{ code: 'self_crossing', detail: spot(7, 7) }]);
  });

  it('says how far away it is', async () => {
    const features = [wastePoint({ geometry: spot(30, 1) })];
    const { data } = await officer.rpc('check_features', { layer: 'waste_points', features });
    // 10 units east of the border, 104.16 m each.
    expect(Math.abs(Number(data?.[0]?.detail?.distance_m) - 1042)).toBeLessThanOrEqual(1);
  });

  it('is mended where that is safe: a fold of a thousandth of the area', async () => {
    // The ring goes back over its northern side; the spike of 0.01 by 0.02 units stays, the overlap goes.
    const folded = ring([6, 6], [8, 6], [8, 8], [7, 8], [7.01, 8.01], [7.02, 8], [6, 8]);
    expect(await problems('hamlets', hamlet({ geometry: folded }))).toEqual([
      [1, 'repair', 'self_crossing_repaired', 'geometry'],
    ]);
  });

  it('is questioned where a hamlet sticks out of the commune', async () => {
    // From 18 to 22 units with the border at 20: half of it is outside.
    const { data } = await officer.rpc('check_features', {
      layer: 'hamlets',
      features: [hamlet({ geometry: block(18, 6, 22, 8) })],
    });
    expect(data).toMatchObject([
      { level: 'warning', code: 'sticks_out', field: 'geometry', detail: { share: 0.5 } },
    ]);
  });
});

describe('a hamlet just beyond the border', () => {
  it('is questioned too, with all of it outside', async () => {
    const features = [hamlet({ geometry: block(21, 6, 23, 8) })];
    const { data } = await officer.rpc('check_features', { layer: 'hamlets', features });
    expect(data).toMatchObject([{ level: 'warning', code: 'sticks_out', detail: { share: 1 } }]);
  });
});

describe('the fields', () => {
  it.each<[code: string, layer: string, field: string, feature: Feature]>([
    ['required', 'hamlets', 'name', hamlet({ name: '  ' })],
    ['required', 'roads', 'class', road({ class: undefined })],
    ['required', 'model_roads', 'registered_on', modelRoad({ registered_on: '' })],
    ['too_long', 'hamlets', 'name', hamlet({ name: 'a'.repeat(121) })],
    ['markup', 'waste_points', 'name', wastePoint({ name: '<img src=x onerror=alert(1)>' })],
    ['date_invalid', 'cemeteries', 'valid_from', cemetery({ valid_from: '30/04/2026' })],
    ['date_invalid', 'cemeteries', 'valid_from', cemetery({ valid_from: '2026-02-30' })],
    ['integer_invalid', 'cemeteries', 'graves', cemetery({ graves: -1 })],
    ['integer_invalid', 'hamlets', 'households', hamlet({ households: '1.5' })],
    ['number_invalid', 'hamlets', 'cultivated_area_ha', hamlet({ cultivated_area_ha: '12,5' })],
    ['number_invalid', 'hamlets', 'cultivated_area_ha', hamlet({ cultivated_area_ha: '100000000' })],
    ['choice_invalid', 'waste_points', 'kind', wastePoint({ kind: 'volcano' })],
    [
      'organization_invalid',
      'waste_points',
      'organization_id',
      wastePoint({ organization_id: 'Hội Phụ nữ' }),
    ],
    [
      'recognised_before_registered',
      'model_roads',
      'recognised_on',
      modelRoad({ recognised_on: '2026-01-01' }),
    ],
    ['exists_already', 'hamlets', 'name', hamlet({ name: 'Thuỵ Hoà', former_commune: 'KIẾN QUỐC' })],
  ])('%s: %s %s', async (code, layer, field, feature) => {
    expect(await problems(layer, feature)).toEqual([[1, 'error', code, field]]);
  });

  it('find what is stored already: the same name at the very same place, under a new id', async () => {
    const place = { name: 'Điểm đã có', geometry: spot(3, 3) };
    await officer.rpc('load_features', {
      layer: 'waste_points',
      features: [wastePoint({ ...place, id: STORED_ID })],
    });
    expect(await problems('waste_points', wastePoint({ ...place, name: 'điểm  ĐÃ có' }))).toEqual([
      [1, 'error', 'exists_already', 'geometry'],
    ]);
    // Sent again under its own id it is simply the same row; beside it or under another name it is new.
    expect(await problems('waste_points', wastePoint({ ...place, id: STORED_ID }))).toEqual([]);
    expect(await problems('waste_points', wastePoint({ ...place, geometry: spot(3, 4) }))).toEqual([]);
    expect(await problems('waste_points', wastePoint({ ...place, name: 'Điểm khác' }))).toEqual([]);
  });

  it('take no organization of another commune', async () => {
    const feature = wastePoint({ organization_id: organizationElsewhere });
    expect(await problems('waste_points', feature)).toEqual([
      [1, 'error', 'organization_invalid', 'organization_id'],
    ]);
  });

  it('name both rows that are one hamlet, however it is spelled', async () => {
    const twice = [
      hamlet({ name: 'Thuỵ Khuê' }),
      hamlet({ id: OTHER_ID, name: 'Thôn Khác' }),
      hamlet({ name: 'thụy  khuê' }),
    ];
    const { data } = await officer.rpc('check_features', { layer: 'hamlets', features: twice });
    expect(data?.map((row: Feature) => [row.row_number, row.code, row.detail])).toEqual([
      [1, 'same_name_twice', { row: 3 }],
      [3, 'same_name_twice', { row: 1 }],
    ]);
  });

  it('are composed where a file has them in pieces', async () => {
    const inPieces = 'Thôn Đình Nhất'.normalize('NFD');
    expect(await problems('hamlets', hamlet({ name: inPieces }))).toEqual([
      [1, 'repair', 'text_normalised', 'name'],
    ]);
  });

  it('are told by row, in the order of the file', async () => {
    expect(
      await problems(
        'waste_points',
        wastePoint({ kind: 'x' }),
        wastePoint(),
        wastePoint({ state: null, geometry: null }),
      ),
    ).toEqual([
      [1, 'error', 'choice_invalid', 'kind'],
      [3, 'error', 'geometry_missing', 'geometry'],
      [3, 'error', 'required', 'state'],
    ]);
  });
});
