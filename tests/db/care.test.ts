import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { COMMUNES, joinOrganization, signedInPerson, twoEmptyCommunes } from './people.ts';

/** A square of about 1 km with two roads of one hamlet; what the rota and care records say of them. */
let backend: Backend;
let officer: Awaited<ReturnType<typeof signedInPerson>>;
let veteran: Awaited<ReturnType<typeof signedInPerson>>;
let comrade: Awaited<ReturnType<typeof signedInPerson>>;
let woman: Awaited<ReturnType<typeof signedInPerson>>;
const hamlet = randomUUID();
const road = randomUUID();
const cemetery = randomUUID();

beforeAll(async () => {
  backend = await twoEmptyCommunes();
  officer = await signedInPerson(backend, 'front_officer');
  veteran = await signedInPerson(backend, 'association');
  comrade = await signedInPerson(backend, 'association');
  woman = await signedInPerson(backend, 'association');
  for (const person of [veteran, comrade]) await joinOrganization(backend, person, 'veterans');
  await joinOrganization(backend, woman, 'women');
  const veterans = "(select id from app.organizations where commune_id = $1 and code = 'veterans')";
  await backend.query(
    `insert into app.hamlets (id, commune_id, name, valid_from, geom) values ($2, $1, 'Thôn 1', '2025-01-01',
       extensions.ST_Multi(extensions.ST_MakeEnvelope(106.62, 20.72, 106.63, 20.73, 4326)))`,
    [COMMUNES.A, hamlet],
  );
  // Two pieces, 300 m and 100 m long: a tenth of a thousandth of a degree north is 11.06 m.
  await backend.query(
    `insert into app.model_roads (id, commune_id, hamlet_id, organization_id, name, geom) values ($2, $1, $3, ${veterans}, 'Đường trục',
       extensions.ST_GeomFromText('MULTILINESTRING((106.622 20.722, 106.622 20.725), (106.623 20.722, 106.623 20.723))', 4326))`,
    [COMMUNES.A, road, hamlet],
  );
  await backend.query(
    `insert into app.model_road_states (id, commune_id, model_road_id, state, valid_from) values ($3, $1, $2, 'registered', '2025-02-01')`,
    [COMMUNES.A, road, randomUUID()],
  );
  await backend.query(
    `insert into app.cemeteries (id, commune_id, organization_id, name, valid_from, geom) values ($2, $1, ${veterans}, 'Nghĩa trang xã', '2025-01-01',
       extensions.ST_SetSRID(extensions.ST_MakePoint(106.624, 20.724), 4326))`,
    [COMMUNES.A, cemetery],
  );
});

type Stretch = {
  stretch_from: number;
  stretch_to: number;
  state: string;
  length_m: number;
  geometry: { coordinates: number[][][] };
};
async function stretches(as_of: string): Promise<Stretch[]> {
  const { data, error } = await officer.client.rpc('care_stretches_at', { as_of, commune_id: COMMUNES.A });
  if (error) throw new Error(error.message);
  return (data as Stretch[]).sort((one, other) => one.stretch_from - other.stretch_from);
}
const record = (more: object = {}) => ({
  id: randomUUID(),
  model_road_id: road,
  done_on: '2026-03-01',
  ...more,
});
const recordAs = (person: typeof veteran, care: object) => person.client.rpc('record_care', { record: care });

describe('stretches', () => {
  // Cared for whole on 1 March, its first 60 % again on 20 March; due after 30 days, overdue after 45.
  beforeAll(async () => {
    for (const care of [record(), record({ done_on: '2026-03-20', stretch_to: 0.6 })])
      expect((await recordAs(veteran, care)).error).toBeNull();
  });

  test('before anybody wrote anything down, nobody knows', async () => {
    const [whole, ...more] = await stretches('2026-02-28');
    expect(more).toEqual([]);
    expect(whole).toMatchObject({ stretch_from: 0, stretch_to: 1, state: 'never' });
    // 0.004 degrees north at 20.7° N, by the ellipsoid's meridian radius there: 110.70 km a degree.
    expect(whole?.length_m).toBeCloseTo(442.8, 0);
  });

  test('a road is kept up until its thirtieth day, stretch by stretch', async () => {
    expect((await stretches('2026-03-15')).map(({ state }) => state)).toEqual(['kept']);
    // 1 March + 30 days is 31 March: on it the last 40 % are due.
    const states = async (day: string) => (await stretches(day)).map(({ state }) => state);
    expect(await states('2026-03-30')).toEqual(['kept', 'kept']);
    expect(await states('2026-03-31')).toEqual(['kept', 'due']);
    expect(await states('2026-04-14')).toEqual(['kept', 'due']);
    expect(await states('2026-04-15')).toEqual(['kept', 'overdue']);
    expect(await states('2026-04-19')).toEqual(['due', 'overdue']);
    expect(await states('2026-05-04')).toEqual(['overdue', 'overdue']);
  });

  // 60 % of 400 m are 240 m: all within the first piece, of 300 m; the rest is its last fifth and the second piece.
  test('a fraction is one of the whole length, over all pieces of a road', async () => {
    const [first, second] = await stretches('2026-04-01');
    expect(first?.length_m).toBeCloseTo(265.7, 0);
    expect(first?.geometry.coordinates).toHaveLength(1);
    expect(first?.geometry.coordinates[0]?.at(-1)?.[1]).toBeCloseTo(20.7244, 5);
    expect(second?.geometry.coordinates).toHaveLength(2);
    expect(second?.geometry.coordinates[0]?.[0]?.[1]).toBeCloseTo(20.7244, 5);
  });
});

describe('what is to be cared for', () => {
  test('a road is as late as the stretch that waits longest', async () => {
    const { data } = await veteran.client.rpc('care_subjects_at', {
      as_of: '2026-04-15',
      commune_id: COMMUNES.A,
    });
    expect(data).toHaveLength(2);
    expect(data.find(({ id }: { id: string }) => id === road)).toMatchObject({
      layer: 'model-roads',
      state: 'overdue',
      last_done_on: '2026-03-20',
      oldest_done_on: '2026-03-01',
      waiting: 2,
    });
    expect(data.find(({ id }: { id: string }) => id === cemetery)).toMatchObject({
      state: 'never',
      last_done_on: null,
    });
  });
});

describe('a record', () => {
  const photo = {
    id: randomUUID(),
    moment: 'after',
    width: 1600,
    height: 1200,
    taken_at: '2026-03-21T08:00:00Z',
  };
  const care = record({ done_on: '2026-03-21', noted_at: '2026-03-21T09:00:00+07:00', photos: [photo] });

  test('carries its photos, and both are stored once however often they are sent', async () => {
    for (let time = 0; time < 3; time += 1) expect((await recordAs(veteran, care)).error).toBeNull();
    for (let time = 0; time < 2; time += 1)
      expect((await veteran.client.rpc('keep_photo', { id: photo.id, bytes: 1234 })).error).toBeNull();
    const { data } = await comrade.client.from('photos').select('*').eq('care_record_id', care.id);
    expect(data).toMatchObject([{ id: photo.id, moment: 'after', bytes: 1234 }]);
  });

  test('is approved by a second person of the organization, not by a stranger', async () => {
    expect((await woman.client.rpc('approve_care', { id: care.id })).error?.code).toBe('42501');
    expect((await comrade.client.rpc('approve_care', { id: care.id })).data).toMatchObject({
      state: 'approved',
    });
  });

  test('is taken back by who wrote it, with its photos, and by no comrade', async () => {
    expect((await comrade.client.rpc('take_back_care', { id: care.id })).error?.code).toBe('42501');
    for (let time = 0; time < 2; time += 1)
      expect((await veteran.client.rpc('take_back_care', { id: care.id })).data).toMatchObject({
        state: 'taken_back',
      });
    const { data } = await veteran.client.from('photos').select('id').eq('id', photo.id);
    expect(data).toEqual([]);
    const log = await officer.client
      .from('changes')
      .select('table_name')
      .eq('action', 'delete')
      .eq('row_id', photo.id);
    expect(log.data).toHaveLength(1);
  });

  test('that is handed in by an officer stays that of who wrote it', async () => {
    const handed = record({ done_on: '2026-03-22', done_by: veteran.userId });
    expect((await recordAs(officer, handed)).error).toBeNull();
    const { data } = await officer.client.from('care_records').select('done_by').eq('id', handed.id).single();
    expect(data?.done_by).toBe(veteran.userId);
    const pretended = record({ done_on: '2026-03-22', done_by: officer.userId });
    expect((await recordAs(veteran, pretended)).error).toBeNull();
    const own = await officer.client.from('care_records').select('done_by').eq('id', pretended.id).single();
    expect(own.data?.done_by).toBe(veteran.userId);
  });

  test.each([
    [
      'thirteen photos',
      { photos: Array.from({ length: 13 }, () => ({ ...photo, id: randomUUID() })) },
      'photos',
    ],
    ['a photo without a size', { photos: [{ id: randomUUID() }] }, 'photos'],
    ['criteria that are not yes or no', { criteria: { green: 'very' } }, 'criteria'],
    [
      'a stretch of a cemetery',
      { model_road_id: undefined, cemetery_id: cemetery, stretch_to: 0.5 },
      'stretch',
    ],
  ])('with %s is refused at its field', async (_what, more, field) => {
    const { error } = await recordAs(veteran, record(more));
    expect(error?.hint).toBe('fields_with_errors');
    expect(JSON.stringify(error?.details)).toContain(field);
  });
});

describe('the rota', () => {
  const duty = { id: randomUUID(), model_road_id: road, week: '2026-04-16', team: 'Tổ 2' };

  test('says from Monday who looks after a road, once', async () => {
    for (let time = 0; time < 2; time += 1)
      expect((await veteran.client.rpc('save_rota', { duty })).error).toBeNull();
    const { data } = await comrade.client.from('care_rota').select('*');
    expect(data).toMatchObject([{ week: '2026-04-13', team: 'Tổ 2' }]);
  });

  test('is written by the organization of the road', async () => {
    const others = { ...duty, id: randomUUID(), team: 'Tổ 3' };
    expect((await woman.client.rpc('save_rota', { duty: others })).error?.code).toBe('42501');
    expect((await woman.client.rpc('remove_rota', { id: duty.id })).error?.code).toBe('42501');
    for (let time = 0; time < 2; time += 1)
      expect((await comrade.client.rpc('remove_rota', { id: duty.id })).error).toBeNull();
  });
});
