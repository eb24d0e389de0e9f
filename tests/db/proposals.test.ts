import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { COMMUNES, joinOrganization, signedInPerson, twoEmptyCommunes } from './people.ts';

/** A square of about 1 km with one road of the veterans; what they propose, and what becomes of it. */
let backend: Backend;
let officer: Awaited<ReturnType<typeof signedInPerson>>;
let veteran: Awaited<ReturnType<typeof signedInPerson>>;
let comrade: Awaited<ReturnType<typeof signedInPerson>>;
let woman: Awaited<ReturnType<typeof signedInPerson>>;
const road = randomUUID();
/** Of the road as it is first. */
let version: number;

beforeAll(async () => {
  backend = await twoEmptyCommunes();
  officer = await signedInPerson(backend, 'front_officer');
  veteran = await signedInPerson(backend, 'association');
  comrade = await signedInPerson(backend, 'association');
  woman = await signedInPerson(backend, 'association');
  for (const person of [veteran, comrade]) await joinOrganization(backend, person, 'veterans');
  await joinOrganization(backend, woman, 'women');
  const hamlet = randomUUID();
  await backend.query(
    `insert into app.hamlets (id, commune_id, name, valid_from, geom) values ($2, $1, 'Thôn 1', '2025-01-01',
       extensions.ST_Multi(extensions.ST_MakeEnvelope(106.62, 20.72, 106.63, 20.73, 4326)))`,
    [COMMUNES.A, hamlet],
  );
  await backend.query(
    `insert into app.model_roads (id, commune_id, hamlet_id, organization_id, name, geom) values ($2, $1, $3,
       (select id from app.organizations where commune_id = $1 and code = 'veterans'), 'Đường trục',
       extensions.ST_GeomFromText('MULTILINESTRING((106.622 20.722, 106.622 20.725))', 4326))`,
    [COMMUNES.A, road, hamlet],
  );
  await backend.query(
    `insert into app.model_road_states (id, commune_id, model_road_id, state, valid_from) values ($3, $1, $2, 'registered', '2025-02-01')`,
    [COMMUNES.A, road, randomUUID()],
  );
  version = Number((await northOf()).version);
});

const line = (...latitudes: number[]) => ({
  type: 'LineString',
  coordinates: latitudes.map((latitude) => [106.622, latitude]),
});
const better = (more: object = {}) => ({
  id: randomUUID(),
  layer: 'model_roads',
  record_id: road,
  edited_version: version,
  geometry: line(20.722, 20.724, 20.726),
  ...more,
});
const proposeAs = (person: typeof veteran, proposal: object) =>
  person.client.rpc('propose_place', { proposal, commune_id: COMMUNES.A });
const decide = (id: string, more: object) => officer.client.rpc('decide_proposal', { id, ...more });
const northOf = async () => {
  const { data } = await officer.client.rpc('model_roads_at', { commune_id: COMMUNES.A });
  const [row] = data as { geometry: { coordinates: number[][][] }; version: number }[];
  return { north: row?.geometry.coordinates[0]?.at(-1)?.[1], version: row?.version };
};

describe('a better line', () => {
  let proposal: ReturnType<typeof better>;
  beforeAll(() => {
    proposal = better({ note: 'Nối thêm đoạn mới', noted_at: '2026-11-20T01:00:00Z' });
  });

  test('is stored once however often it is sent, and is not on the map', async () => {
    for (let time = 0; time < 2; time += 1)
      expect((await proposeAs(veteran, proposal)).data).toMatchObject({ id: proposal.id, state: 'sent' });
    const { data } = await comrade.client.from('proposals').select('*');
    expect(data).toMatchObject([{ name: 'Đường trục', base_version: version, note: 'Nối thêm đoạn mới' }]);
    expect((await northOf()).north).toBe(20.725);
  });

  test('of another organization’s road is refused', async () => {
    expect((await proposeAs(woman, better())).error?.code).toBe('42501');
  });

  test('is decided on by an officer alone', async () => {
    const asVeteran = await veteran.client.rpc('decide_proposal', { id: proposal.id, accept: true });
    expect(asVeteran.error?.code).toBe('42501');
  });

  test('is not taken back by a comrade', async () => {
    expect((await comrade.client.rpc('take_back_proposal', { id: proposal.id })).error?.code).toBe('42501');
  });

  test('is on the map when it is accepted, once', async () => {
    for (let time = 0; time < 2; time += 1)
      expect((await decide(proposal.id, { accept: true })).data).toMatchObject({ state: 'accepted' });
    expect(await northOf()).toEqual({ north: 20.726, version: version + 1 });
    const taken = await veteran.client.rpc('take_back_proposal', { id: proposal.id });
    expect(taken.error?.code).toBe('42501');
    expect((await decide(proposal.id, { accept: false, reason: 'Nhầm' })).error?.hint).toBe('decided');
  });

  test('drawn over what somebody changed meanwhile comes back with both versions', async () => {
    const { error } = await proposeAs(veteran, better());
    expect(error).toMatchObject({ code: 'PT409', hint: 'stale' });
    const { yours, theirs, version: now } = JSON.parse(String(error?.details));
    expect(yours.geometry.coordinates).toHaveLength(3);
    expect(theirs.geometry.coordinates[0].at(-1)).toEqual([106.622, 20.726]);
    expect(now).toBe(version + 1);
  });

  test('over which the road has changed is accepted only by who has seen that', async () => {
    const late = better({ edited_version: version + 1, geometry: line(20.722, 20.727) });
    expect((await proposeAs(veteran, late)).error).toBeNull();
    const feature = { id: road, name: 'Đường trục thôn' };
    expect(
      (await officer.client.rpc('save_model_road', { feature, edited_version: version + 1 })).error,
    ).toBeNull();
    expect((await decide(late.id, { accept: true })).error?.hint).toBe('stale');
    expect((await decide(late.id, { accept: true, seen_version: version + 2 })).error).toBeNull();
    expect((await northOf()).north).toBe(20.727);
  });
});

describe('something new', () => {
  const point = {
    id: randomUUID(),
    layer: 'waste_points',
    name: 'Ngôi nhà xanh',
    kind: 'green_house',
    geometry: { type: 'Point', coordinates: [106.625, 20.725] },
  };

  test('belongs to the organization that proposes it, and takes its id along', async () => {
    expect((await proposeAs(woman, point)).error).toBeNull();
    expect((await decide(point.id, { accept: true })).error).toBeNull();
    const { data } = await officer.client.rpc('waste_points_at', { commune_id: COMMUNES.A });
    expect(data).toMatchObject([{ id: point.id, name: 'Ngôi nhà xanh', state: 'active' }]);
  });

  test('is declined with a reason, and only with one', async () => {
    const other = { ...point, id: randomUUID(), name: 'Điểm thứ hai' };
    expect((await proposeAs(woman, other)).error).toBeNull();
    expect((await decide(other.id, { accept: false })).error?.hint).toBe('fields_with_errors');
    expect((await decide(other.id, { accept: false, reason: 'Đã có điểm gần đó' })).error).toBeNull();
    const { data } = await woman.client.from('proposals').select('state,reason').eq('id', other.id).single();
    expect(data).toEqual({ state: 'declined', reason: 'Đã có điểm gần đó' });
  });

  test('is taken back by who sent it, as often as asked', async () => {
    const other = { ...point, id: randomUUID(), name: 'Điểm thứ ba' };
    expect((await proposeAs(woman, other)).error).toBeNull();
    for (let time = 0; time < 2; time += 1)
      expect((await woman.client.rpc('take_back_proposal', { id: other.id })).error).toBeNull();
    expect((await woman.client.from('proposals').select('id').eq('id', other.id)).data).toEqual([]);
  });

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['an unknown kind', { kind: 'bin' }, 'kind'],
    ['a place far outside', { geometry: { type: 'Point', coordinates: [105, 21] } }, 'geometry'],
    ['a line for a point', { geometry: line(20.722, 20.723) }, 'geometry'],
    ['a note with markup', { note: '<b>' }, 'note'],
    ['no such layer', { layer: 'hamlets' }, 'layer'],
  ])('with %s is refused at its field', async (_what, more, field) => {
    const { error } = await proposeAs(woman, { ...point, id: randomUUID(), ...more });
    expect(error?.hint).toBe('fields_with_errors');
    expect(JSON.stringify(error?.details)).toContain(field);
  });
});

describe('an earlier version', () => {
  const versions = async () => {
    const { data } = await officer.client
      .from('changes')
      .select('id,after')
      .eq('row_id', road)
      .order('id', { ascending: true });
    return data ?? [];
  };

  test('is taken up again whatever came after it, by who has seen that', async () => {
    const [first] = await versions();
    const blind = await officer.client.rpc('restore_version', { change: first?.id });
    expect(blind.error?.hint).toBe('later_changes');
    const { lost, seen } = JSON.parse(String(blind.error?.details));
    expect(lost.length).toBeGreaterThan(1);
    const done = await officer.client.rpc('restore_version', { change: first?.id, seen });
    expect(done.data).toMatchObject({ undone: 1 });
    expect((await northOf()).north).toBe(20.725);
    const again = await officer.client.rpc('restore_version', { change: first?.id, seen });
    expect(again.data).toMatchObject({ undone: 0 });
  });

  test('is not taken up by a veteran', async () => {
    const [first] = await versions();
    const { error } = await veteran.client.rpc('restore_version', { change: first?.id });
    expect(['PT404', '42501']).toContain(error?.code);
  });

  test('of something that is no feature there is none', async () => {
    const { data } = await officer.client
      .from('changes')
      .select('id')
      .eq('table_name', 'proposals')
      .limit(1)
      .single();
    const { error } = await officer.client.rpc('restore_version', { change: data?.id });
    expect(error?.hint).toBe('not_undoable');
  });
});
