import { createHash } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn, visitor } from '../support/database.ts';
import { at, block, ring } from './hand-made-map.ts';

const EMAIL = 'quan-tri@xa.gov.vn';
const PASSWORD = 'mat-khau-du-dai';
const ID = '01990000-0000-7000-8000-000000000001';
const OTHER_ID = '01990000-0000-7000-8000-000000000002';

let backend: Backend;
beforeEach(async () => {
  backend = await freshDatabase();
  // What the server does when it prints the code ABCD-EFGH-2345.
  await backend.query('select app.store_setup_code($1)', [
    createHash('sha256').update('ABCDEFGH2345').digest('hex'),
  ]);
});

const state = async () => (await visitor(backend).rpc('installation_state')).data;

const makeAdministrator = (more: Record<string, unknown> = {}) =>
  visitor(backend).rpc('make_first_administrator', {
    code: 'ABCD-EFGH-2345',
    email: EMAIL,
    password: PASSWORD,
    ...more,
  });

async function administrator(): Promise<SupabaseClient> {
  const { error } = await makeAdministrator();
  if (error) throw new Error(error.message);
  return signedIn(backend, EMAIL, PASSWORD);
}

const COMMUNE = { id: ID, code: '11713', name: 'Xã Nghi Dương', province: 'Hải Phòng' };
const setUp = (
  client: SupabaseClient,
  commune: object = {},
  geometry: object = block(0, 0, 20, 20),
  more: object = {},
) => client.rpc('set_up_commune', { commune: { ...COMMUNE, ...commune }, geometry, ...more });

async function numberOf(table: string): Promise<unknown> {
  return (await backend.query<{ count: number }>(`select count(*)::integer as count from ${table}`))[0]
    ?.count;
}

describe('the first account', () => {
  it('is made with the code that only the terminal shows, however it is typed', async () => {
    expect(await state()).toBe('empty');
    expect(
      (await makeAdministrator({ code: ' abcd efgh 2345 ', email: ' Quan-Tri@xa.gov.vn ' })).error,
    ).toBeNull();
    expect(await state()).toBe('awaiting_commune');
    const client = await signedIn(backend, EMAIL, PASSWORD);
    const { data: user } = await client.auth.getUser();
    expect((await client.from('installation').select('first_administrator')).data).toEqual([
      { first_administrator: user.user?.id },
    ]);
  });

  it.each([
    ['another code', { code: 'ABCD-EFGH-2346' }],
    ['no code', { code: null }],
    ['an empty code', { code: '' }],
  ])('is refused with %s', async (_what, more) => {
    const { status, error } = await makeAdministrator(more);
    expect([status, error?.hint]).toEqual([403, 'set_up_code_wrong']);
    expect(await numberOf('auth.users')).toBe(0);
  });

  it('is refused a second time, also when both came at once', async () => {
    const answers = await Promise.all([makeAdministrator(), makeAdministrator({ email: 'khac@xa.gov.vn' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    expect(await numberOf('auth.users')).toBe(1);
    expect(await backend.query('select set_up_code_hash from app.installation')).toEqual([
      { set_up_code_hash: null },
    ]);
  });

  it('is refused a day after the code was printed', async () => {
    await backend.query(
      `update app.installation set set_up_code_made_at = now() - interval '1 day' - interval '1 second'`,
    );
    expect((await makeAdministrator()).error?.hint).toBe('set_up_code_wrong');
  });

  it('cannot be made again by a new code once there is one', async () => {
    await administrator();
    await backend.query('select app.store_setup_code($1)', [
      createHash('sha256').update('NEWCODE').digest('hex'),
    ]);
    expect((await makeAdministrator({ code: 'NEWCODE', email: 'khac@xa.gov.vn' })).error?.hint).toBe(
      'set_up_code_wrong',
    );
  });

  it.each([
    ['email_invalid', { email: 'quan-tri' }],
    ['email_invalid', { email: 'a b@xa.vn' }],
    ['email_invalid', { email: null }],
    ['password_length', { password: 'chin-chu!' }],
    ['password_length', { password: null }],
    // 72 bytes are what bcrypt reads; ơ takes two.
    ['password_length', { password: 'ơ'.repeat(37) }],
  ])('needs an address and a password that can be, and a try costs no code: %s', async (hint, more) => {
    const { status, error } = await makeAdministrator(more);
    expect([status, error?.hint]).toEqual([422, hint]);
    expect((await makeAdministrator()).error).toBeNull();
  });
});

describe('the commune', () => {
  it('is set up from its boundary, with organizations, settings and its administrator', async () => {
    const client = await administrator();
    const neighbours = [
      { name: 'Xã Kiến Thụy'.normalize('NFD'), geometry: block(20, 0, 30, 20) },
      { name: 'Không vẽ được', geometry: ring([0, 30], [8, 38], [8, 30], [0, 38]) },
    ];
    const { data, error } = await setUp(client, { administrator_name: 'Bà Nguyễn' }, block(0, 0, 20, 20), {
      neighbours,
    });
    expect([data, error]).toEqual([ID, null]);
    expect(await state()).toBe('ready');
    expect(
      (await client.from('communes').select('id, code, name, province, is_public, is_sample')).data,
    ).toEqual([
      {
        id: ID,
        code: '11713',
        name: 'Xã Nghi Dương',
        province: 'Hải Phòng',
        is_public: false,
        is_sample: false,
      },
    ]);
    expect((await client.from('members').select('role, display_name, active')).data).toEqual([
      { role: 'administrator', display_name: 'Bà Nguyễn', active: true },
    ]);
    expect((await client.from('organizations').select('code')).data?.map(({ code }) => code).sort()).toEqual([
      'farmers',
      'front',
      'hamlet_fronts',
      'party_committee',
      'people_committee',
      'people_council',
      'police',
      'veterans',
      'women',
      'youth',
    ]);
    const settings = await client.from('settings').select('key, confirmed').order('key');
    expect(settings.data).toEqual([
      { key: 'model_road_criteria', confirmed: false },
      { key: 'model_roads_per_hamlet', confirmed: true },
    ]);
    // The neighbour that could not be read is left out; it is only drawn for orientation.
    expect((await client.from('neighbours').select('name')).data).toEqual([
      { name: 'Xã Kiến Thụy'.normalize('NFC') },
    ]);
  });

  it('gets the zone whose meridian is nearest unless its own is said', async () => {
    const client = await administrator();
    // The middle is 106.63° E: 0.13° from 106°30′ (EPSG:9213), 0.12° from 106°45′, which no zone has.
    expect((await setUp(client)).error).toBeNull();
    expect((await client.from('communes').select('coordinate_system')).data).toEqual([
      { coordinate_system: 'EPSG:9213' },
    ]);
  });

  it('keeps the zone that is said', async () => {
    const client = await administrator();
    await setUp(client, { coordinate_system: 'EPSG:9210' });
    expect((await client.from('communes').select('coordinate_system')).data).toEqual([
      { coordinate_system: 'EPSG:9210' },
    ]);
  });

  it('sent twice is one commune; another is refused', async () => {
    const client = await administrator();
    await setUp(client);
    const tables = ['app.communes', 'app.members', 'app.organizations', 'app.settings', 'app.incident_grid'];
    const once = await Promise.all(tables.map(numberOf));
    expect((await setUp(client)).data).toBe(ID);
    const { status, error } = await setUp(client, { id: OTHER_ID, code: '11714' });
    expect([status, error?.hint]).toEqual([409, 'already_set_up']);
    expect(await Promise.all(tables.map(numberOf))).toEqual(once);
  });

  it('is set up by nobody but the first administrator', async () => {
    await administrator();
    await createUser(backend, { email: 'khac@xa.vn' });
    for (const [client, status] of [
      [await signedIn(backend, 'khac@xa.vn'), 403],
      [visitor(backend), 401],
    ] as const) {
      expect((await setUp(client)).status).toBe(status);
    }
    expect(await numberOf('app.communes')).toBe(0);
  });

  it.each<[hint: string, commune: object, geometry: object]>([
    ['code_invalid', { code: '1171' }, block(0, 0, 20, 20)],
    ['code_invalid', { code: null }, block(0, 0, 20, 20)],
    ['name_invalid', { name: ' ' }, block(0, 0, 20, 20)],
    ['name_invalid', { name: '<b>Xã</b>' }, block(0, 0, 20, 20)],
    ['name_invalid', { province: null }, block(0, 0, 20, 20)],
    ['geometry_type', {}, { type: 'Point', coordinates: at(1, 1) }],
    ['self_crossing', {}, ring([0, 0], [8, 8], [8, 0], [0, 8])],
    ['swapped_axes', {}, swapped(block(0, 0, 20, 20))],
    [
      'outside_vietnam',
      {},
      {
        type: 'Polygon',
        coordinates: [
          [
            [2, 48],
            [3, 48],
            [3, 49],
            [2, 48],
          ],
        ],
      },
    ],
    [
      'metres_not_degrees',
      {},
      {
        type: 'Polygon',
        coordinates: [
          [
            [590000, 2290000],
            [591000, 2290000],
            [591000, 2291000],
            [590000, 2290000],
          ],
        ],
      },
    ],
    ['geometry_missing', {}, { type: 'Polygon', coordinates: [] }],
    ['geometry_unreadable', {}, { type: 'FeatureCollection', features: [] }],
  ])('is not half made: %s', async (hint, commune, geometry) => {
    const client = await administrator();
    const { status, error } = await setUp(client, commune, geometry);
    expect([status, error?.hint]).toEqual([422, hint]);
    expect(await Promise.all(['app.communes', 'app.members', 'app.organizations'].map(numberOf))).toEqual([
      0, 0, 0,
    ]);
    expect(await state()).toBe('awaiting_commune');
  });
});

describe('a boundary before it is confirmed', () => {
  it('is shown as it would be stored, with its area', async () => {
    const client = await administrator();
    const { data } = await client.rpc('check_boundary', { geometry: block(0, 0, 1, 1) });
    expect(data).toMatchObject({ problem: null, repair: null, geometry: { type: 'MultiPolygon' } });
    // One unit by one unit, worked out in places-at.test.ts.
    expect(Math.abs(data.area_m2 - 11532)).toBeLessThan(3);
  });

  it('is put together from its parts without a trace of their border', async () => {
    const client = await administrator();
    const { data } = await client.rpc('merge_boundaries', {
      geometries: [block(0, 0, 1, 1), block(1, 0, 2, 1)],
    });
    expect(data).toMatchObject({ problem: null, row_number: null });
    expect(data.geometry.coordinates).toHaveLength(1);
    expect(Math.abs(data.area_m2 - 2 * 11532)).toBeLessThan(6);
  });

  it('says which part is wrong', async () => {
    const client = await administrator();
    const parts = [
      block(0, 0, 1, 1),
      ring([0, 0], [8, 8], [8, 0], [0, 8]),
      { type: 'Point', coordinates: at(1, 1) },
    ];
    const { data } = await client.rpc('merge_boundaries', { geometries: parts });
    expect(data).toMatchObject({ problem: 'self_crossing', row_number: 2, geometry: null });
    expect((await client.rpc('merge_boundaries', { geometries: [] })).data).toMatchObject({
      problem: 'geometry_missing',
    });
  });
});

function swapped({ coordinates }: { coordinates: number[][][] }): object {
  return { type: 'Polygon', coordinates: coordinates.map((line) => line.map((place) => place.toReversed())) };
}
