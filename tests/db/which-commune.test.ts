import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn, visitor } from '../support/database.ts';
import { block, path, put, putCommune, putMember, spot } from './hand-made-map.ts';

const LAYERS = ['hamlets', 'roads', 'model_roads', 'waste_points', 'cemeteries'];

let backend: Backend;
beforeEach(async () => {
  backend = await freshDatabase();
});

const road = (commune: string, name: string) =>
  put(backend, 'roads', {
    commune_id: commune,
    name,
    class: 'alley',
    valid_from: '2026-01-01',
    geom: path([1, 1], [1, 2]),
  });

async function person(email: string, ...memberships: [commune: string, role: string][]) {
  const id = await createUser(backend, { email });
  for (const [commune, role] of memberships) await putMember(backend, commune, id, role);
  return signedIn(backend, email);
}

describe('the commune that is meant when none is given', () => {
  it('is mine, whatever is public beside it', async () => {
    const mine = await putCommune(backend, { isPublic: false });
    const other = await putCommune(backend, { east: 40 });
    await road(mine, 'Của tôi');
    await road(other, 'Của xã khác');
    const client = await person('can-bo@xa.vn', [mine, 'leader']);
    const { data } = await client.rpc('roads_at').select('name');
    expect(data).toEqual([{ name: 'Của tôi' }]);
  });

  it('is the only public one for a visitor and for somebody who is a member of nothing', async () => {
    const open = await putCommune(backend, { east: 40 });
    const closed = await putCommune(backend, { isPublic: false });
    await road(open, 'Công khai');
    await road(closed, 'Nội bộ');
    for (const client of [visitor(backend), await person('ngoai@xa.vn')]) {
      expect((await client.rpc('roads_at').select('name')).data).toEqual([{ name: 'Công khai' }]);
    }
  });

  it.each(LAYERS)('is asked for by a sign-in where no map is public: %s', async (layer) => {
    await putCommune(backend, { isPublic: false });
    const { status, error } = await visitor(backend).rpc(`${layer}_at`);
    expect([status, error?.code, error?.hint]).toEqual([401, 'PT401', 'sign_in_needed']);
  });

  it('is not there for somebody who is a member of nothing where no map is public', async () => {
    await putCommune(backend, { isPublic: false });
    const { status, error } = await (await person('ngoai@xa.vn')).rpc('roads_at');
    expect([status, error?.code, error?.hint]).toEqual([404, 'PT404', 'no_commune']);
  });

  it('must be said where several are public, or somebody is a member of several', async () => {
    const one = await putCommune(backend);
    const two = await putCommune(backend, { east: 40 });
    const both = await person('hai-xa@xa.vn', [one, 'leader'], [two, 'leader']);
    for (const client of [visitor(backend), both]) {
      const { status, error } = await client.rpc('roads_at');
      expect([status, error?.code, error?.hint]).toEqual([400, 'PT400', 'several_communes']);
      expect((await client.rpc('roads_at', { commune_id: two })).error).toBeNull();
    }
  });
});

describe('a layer today', () => {
  it('is the same, row for row and column for column, as at the date of today', async () => {
    const commune = await putCommune(backend);
    const common = { commune_id: commune, valid_from: '2026-01-01' };
    const hamlet = await put(backend, 'hamlets', { ...common, name: 'Thôn 1', geom: block(0, 0, 4, 4) });
    await road(commune, 'Đường 1');
    const modelRoad = {
      commune_id: commune,
      hamlet_id: hamlet,
      name: 'Đường mẫu',
      geom: path([1, 1], [1, 2]),
    };
    const modelRoadId = await put(backend, 'model_roads', modelRoad);
    await put(backend, 'model_road_states', { ...common, model_road_id: modelRoadId, state: 'registered' });
    const point = await put(backend, 'waste_points', {
      commune_id: commune,
      name: 'Điểm',
      kind: 'collection',
      geom: spot(1, 1),
    });
    await put(backend, 'waste_point_states', { ...common, waste_point_id: point, state: 'active' });
    await put(backend, 'cemeteries', { ...common, name: 'Nghĩa trang', geom: spot(2, 2) });
    const client = visitor(backend);
    for (const layer of LAYERS) {
      const view = await client.from(layer).select('*');
      const called = await client.rpc(`${layer}_at`);
      expect([layer, view.data?.length]).toEqual([layer, 1]);
      expect([layer, called.data]).toEqual([layer, view.data]);
    }
  });

  it("is today in Vietnam, seven hours ahead of the database's clock", async () => {
    expect(await backend.query(`select current_setting('timezone') as zone`)).toEqual([{ zone: 'UTC' }]);
    const dayInVietnam = () =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    const before = dayInVietnam();
    const [row] = await backend.query<{ today: string }>(`select app.today()::text as today`);
    // Asked on both sides, should midnight fall between.
    expect([before, dayInVietnam()]).toContain(row?.today);
  });

  it('shows what becomes valid tomorrow not before tomorrow', async () => {
    const commune = await putCommune(backend);
    const [day] = await backend.query<{ tomorrow: string }>(`select (app.today() + 1)::text as tomorrow`);
    const geom = path([1, 1], [1, 2]);
    await put(backend, 'roads', {
      commune_id: commune,
      name: 'Mai',
      class: 'alley',
      valid_from: day?.tomorrow,
      geom,
    });
    const client = visitor(backend);
    expect((await client.from('roads').select('name')).data).toEqual([]);
    const { data } = await client.rpc('roads_at', { as_of: day?.tomorrow }).select('name');
    expect(data).toEqual([{ name: 'Mai' }]);
  });
});
