import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { block, path, put, putCommune, putMember, spot } from './hand-made-map.ts';

type Feature = Record<string, unknown>;

let backend: Backend;
let commune: string;
let officer: SupabaseClient;
beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  const person = await createUser(backend, { email: 'can-bo@xa.vn' });
  await putMember(backend, commune, person, 'front_officer');
  officer = await signedIn(backend, 'can-bo@xa.vn');
});

const load = (layer: string, features: unknown) => officer.rpc('load_features', { layer, features });

async function stored(table: string): Promise<number> {
  const [row] = await backend.query<{ count: number }>(`select count(*)::integer as count from app.${table}`);
  return row?.count ?? -1;
}

const id = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const hamlet = (number: number, geometry: object, more: Feature = {}): Feature => ({
  id: id(number),
  name: `Thôn ${number}`,
  valid_from: '2026-01-01',
  geometry,
  ...more,
});
const modelRoad = (number: number, more: Feature = {}): Feature => ({
  id: id(number),
  name: 'Đường mẫu',
  registered_on: '2026-01-10',
  recognised_on: '2026-03-05',
  decision_number: '12/QĐ-UBND',
  decision_date: '2026-03-02',
  geometry: path([1, 1], [1, 2]),
  ...more,
});
const wastePoint = (number: number, more: Feature = {}): Feature => ({
  id: id(number),
  name: 'Điểm 1',
  kind: 'pesticide_tank',
  state: 'needs_attention',
  valid_from: '2026-02-01',
  geometry: spot(1, 1),
  ...more,
});

describe('what is loaded is on the map', () => {
  it('hamlets with their figures', async () => {
    const figures = {
      former_commune: 'Du Lễ',
      households: 120,
      population: '480',
      cultivated_area_ha: '30.5',
    };
    const features = [
      hamlet(1, block(0, 0, 2, 2), figures),
      hamlet(2, block(2, 0, 4, 2), { roads_declared_complete_on: '2026-03-01' }),
    ];
    expect((await load('hamlets', features)).data).toBe(2);
    const { data } = await officer.rpc('hamlets_at', { as_of: '2026-06-30' }).order('name');
    expect(data).toMatchObject([
      {
        id: id(1),
        former_commune: 'Du Lễ',
        households: 120,
        population: 480,
        cultivated_area_ha: 30.5,
        progress: 'not_reported',
      },
      { id: id(2), former_commune: null, households: null, statistics_since: null, progress: 'behind' },
    ]);
  });

  it('roads', async () => {
    const features = [
      { id: id(1), name: '', class: 'alley', valid_from: '2026-01-01', geometry: path([1, 1], [1, 2]) },
    ];
    expect((await load('roads', features)).data).toBe(1);
    expect((await officer.rpc('roads_at', { as_of: '2026-06-30' })).data).toMatchObject([
      { id: id(1), name: null, class: 'alley' },
    ]);
  });

  it('model roads with their states, in the hamlet that holds most of them', async () => {
    await load('hamlets', [hamlet(1, block(0, 0, 2, 4)), hamlet(2, block(2, 0, 4, 4))]);
    // From 1.5 to 3 with the border at 2: half a unit in the first hamlet, one unit in the second.
    expect((await load('model_roads', [modelRoad(3, { geometry: path([1.5, 1], [3, 1]) })])).data).toBe(1);
    const { data } = await officer.rpc('model_roads_at', { as_of: '2026-06-30' });
    expect(data).toMatchObject([
      {
        hamlet_id: id(2),
        state: 'recognised',
        registered_on: '2026-01-10',
        recognised_on: '2026-03-05',
        decision_number: '12/QĐ-UBND',
        decision_date: '2026-03-02',
      },
    ]);
  });

  it('waste points with their state, and cemeteries as a place or an outline', async () => {
    expect((await load('waste_points', [wastePoint(1)])).data).toBe(1);
    const outline = {
      id: id(2),
      name: 'Nghĩa trang',
      graves: 87,
      valid_from: '2026-01-01',
      geometry: block(1, 1, 2, 2),
    };
    expect((await load('cemeteries', [outline, { ...outline, id: id(3), geometry: spot(5, 5) }])).data).toBe(
      2,
    );
    const points = await officer.rpc('waste_points_at', { as_of: '2026-06-30' });
    expect(points.data).toMatchObject([
      { kind: 'pesticide_tank', state: 'needs_attention', state_since: '2026-02-01' },
    ]);
    const cemeteries = await officer
      .rpc('cemeteries_at', { as_of: '2026-06-30' })
      .order('id')
      .select('graves, geometry->>type');
    expect(cemeteries.data).toEqual([
      { graves: 87, type: 'Polygon' },
      { graves: 87, type: 'Point' },
    ]);
  });

  it('under the name of who loaded it', async () => {
    await load('waste_points', [wastePoint(1)]);
    const log = await backend.query(
      `select c.table_name, c.action, u.email from app.changes c join auth.users u on u.id = c.changed_by order by c.table_name`,
    );
    expect(log).toEqual([
      { table_name: 'waste_point_states', action: 'insert', email: 'can-bo@xa.vn' },
      { table_name: 'waste_points', action: 'insert', email: 'can-bo@xa.vn' },
    ]);
  });
});

describe('all rows or none', () => {
  it('a row with an error keeps out all the others', async () => {
    const features = [wastePoint(1), wastePoint(2), wastePoint(3, { kind: 'volcano' })];
    const { status, error } = await load('waste_points', features);
    expect([status, error?.code, error?.hint]).toEqual([422, 'PT422', 'rows_with_errors']);
    expect(error?.message).toContain('1 dòng');
    expect(await stored('waste_points')).toBe(0);
    expect(await stored('changes')).toBe(await changesOfSetting());
  });

  it.each<[string, unknown]>([
    ['an id that is none', [wastePoint(1), wastePoint(2, { id: 'hai' })]],
    ['no id', [wastePoint(1), wastePoint(2, { id: null })]],
    ['no list', { type: 'FeatureCollection' }],
    ['nothing', null],
  ])('%s stores nothing', async (_what, features) => {
    const { status, error, data } = await load('waste_points', features);
    expect(error ? status : data).toSatisfy((answer: number) => answer === 400 || answer === 0);
    expect([await stored('waste_points'), await stored('waste_point_states')]).toEqual([0, 0]);
  });

  it('a layer that does not exist is refused', async () => {
    const { status, error } = await load('incidents', [wastePoint(1)]);
    expect([status, error?.code]).toEqual([400, 'PT400']);
    expect(await stored('incidents')).toBe(0);
  });

  // The commune and the member were put there before.
  async function changesOfSetting(): Promise<number> {
    const [row] = await backend.query<{ count: number }>(
      `select count(*)::integer as count from app.changes where table_name in ('communes', 'members')`,
    );
    return row?.count ?? -1;
  }
});

describe('sent twice', () => {
  it.each<[layer: string, tables: string[], feature: Feature]>([
    ['hamlets', ['hamlets', 'hamlet_statistics'], hamlet(5, block(4, 4, 6, 6), { households: 10 })],
    ['model_roads', ['model_roads', 'model_road_states'], modelRoad(5)],
    ['waste_points', ['waste_points', 'waste_point_states'], wastePoint(5)],
  ])('%s are stored once', async (layer, tables, feature) => {
    await load('hamlets', [hamlet(1, block(0, 0, 4, 4))]);
    expect((await load(layer, [feature])).data).toBe(1);
    const counts = () => Promise.all([...tables, 'changes'].map(stored));
    const once = await counts();
    expect((await load(layer, [feature])).data).toBe(0);
    expect(await counts()).toEqual(once);
  });

  it('with other dates under the same id, the road keeps its history', async () => {
    await load('hamlets', [hamlet(1, block(0, 0, 4, 4))]);
    await load('model_roads', [modelRoad(5)]);
    await load('model_roads', [modelRoad(5, { registered_on: '2025-01-01', recognised_on: '2025-02-01' })]);
    const states = await backend.query(
      'select valid_from::text as day from app.model_road_states order by 1',
    );
    expect(states).toEqual([{ day: '2026-01-10' }, { day: '2026-03-05' }]);
  });
});

describe('an id that a row of another commune has', () => {
  let elsewhere: string;
  beforeEach(async () => {
    elsewhere = await putCommune(backend, { east: 40 });
    await load('hamlets', [hamlet(1, block(0, 0, 4, 4))]);
    const theirHamlet = { id: id(50), commune_id: elsewhere, name: 'Thôn', valid_from: '2020-01-01' };
    await put(backend, 'hamlets', { ...theirHamlet, geom: block(40, 0, 44, 4) });
    const theirRoad = { id: id(51), commune_id: elsewhere, hamlet_id: id(50), name: 'Đường' };
    await put(backend, 'model_roads', { ...theirRoad, geom: path([41, 1], [41, 2]) });
    const theirPoint = { id: id(52), commune_id: elsewhere, name: 'Điểm', kind: 'collection' };
    await put(backend, 'waste_points', { ...theirPoint, geom: spot(41, 1) });
  });

  it('opens no way to that row: no figure, no state is added to it', async () => {
    await load('hamlets', [hamlet(50, block(6, 6, 8, 8), { households: 1 })]);
    await load('model_roads', [modelRoad(51)]);
    await load('waste_points', [wastePoint(52)]);
    const added = await Promise.all(
      ['hamlet_statistics', 'model_road_states', 'waste_point_states'].map(stored),
    );
    expect(added).toEqual([0, 0, 0]);
  });

  it('not even for somebody who could write the table itself', async () => {
    const state = { commune_id: commune, model_road_id: id(51), state: 'lapsed', valid_from: '2026-01-01' };
    await expect(put(backend, 'model_road_states', state)).rejects.toThrow(/foreign key/);
    const figures = { commune_id: commune, hamlet_id: id(50), valid_from: '2026-01-01' };
    await expect(put(backend, 'hamlet_statistics', figures)).rejects.toThrow(/foreign key/);
  });
});
