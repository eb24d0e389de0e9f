import { beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { visitor } from '../support/database.ts';
import { CATALOGUE_CHECKS } from './catalogue-checks.ts';
import { type People, signEverybodyIn } from './doors.ts';
import { layTableProbe, trySql } from './tables.ts';
import { type Actor, fillTwoCommunes } from './two-communes.ts';

let backend: Backend;
let people: People;
beforeAll(async () => {
  backend = await fillTwoCommunes();
  people = await signEverybodyIn(backend);
  await layTableProbe(backend);
});

function clientOf(actor: Actor) {
  return people.get(actor) ?? visitor(backend);
}

describe('the catalogue', () => {
  it.each(Object.entries(CATALOGUE_CHECKS))('%s', async (_sentence, find) => {
    expect(await find(backend)).toEqual([]);
  });
});

// Those who can read the most: whoever of them is refused, everybody is.
const CURIOUS: Actor[] = ['visitor', 'police of A', 'administrator of A'];

describe.each(CURIOUS)('PostGIS gives nothing to %s', (actor) => {
  const FUNCTIONS = [
    'st_estimatedextent',
    'st_findextent',
    'addgeometrycolumn',
    'dropgeometrytable',
    'updategeometrysrid',
    'populate_geometry_columns',
    'postgis_extensions_upgrade',
    'postgis_full_version',
    'st_fromflatgeobuftotable',
    'crypt',
    'pg_sleep',
    'pg_read_file',
    'lo_import',
  ];
  it.each(FUNCTIONS)('%s cannot be called', async (called) => {
    const client = clientOf(actor);
    expect((await client.rpc(called)).status).toBe(404);
    expect((await client.schema('extensions').rpc(called)).status).toBe(406);
    expect((await client.schema('pg_catalog').rpc(called)).status).toBe(406);
  });

  it.each(['spatial_ref_sys', 'geometry_columns', 'geography_columns'])('%s has no door', async (table) => {
    const client = clientOf(actor);
    expect((await client.from(table).select('*')).status).toBe(404);
    expect((await client.schema('extensions').from(table).select('*')).status).toBe(406);
    expect((await client.schema('extensions').from(table).insert({ srid: 1 })).status).toBe(406);
  });

  it('spatial_ref_sys is not written under the API either', async () => {
    for (const statement of [
      'insert into extensions.spatial_ref_sys (srid) values (1)',
      'update extensions.spatial_ref_sys set srtext = null',
      'delete from extensions.spatial_ref_sys',
      'truncate extensions.spatial_ref_sys',
    ]) {
      expect([statement, await trySql(backend, actor, statement)]).toEqual([statement, 'no']);
    }
  });

  it('geometry columns are neither made nor changed under the API', async () => {
    for (const statement of [
      `select extensions.addgeometrycolumn('app', 'roads', 'more', 4326, 'POINT', 2)`,
      `select extensions.updategeometrysrid('app', 'roads', 'geom', 0)`,
      `select extensions.dropgeometrytable('app', 'roads')`,
    ]) {
      expect([statement, await trySql(backend, actor, statement)]).toEqual([statement, 'no']);
    }
  });
});

describe.each(CURIOUS)('no other schema answers %s', (actor) => {
  it.each(['app', 'auth', 'extensions', 'information_schema', 'pg_catalog', 'supabase_migrations'])(
    '%s',
    async (schema) => {
      const client = clientOf(actor).schema(schema);
      expect((await client.from('users').select('*')).error).toMatchObject({ code: 'PGRST106' });
      expect((await client.rpc('my_communes')).error).toMatchObject({ code: 'PGRST106' });
    },
  );

  it.each([
    'incidents',
    'incident_grid',
    'app.incidents',
    'users',
    'auth.users',
    'schema_migrations',
    'pg_authid',
  ])('%s by its name, or beside a view', async (table) => {
    expect((await clientOf(actor).from(table).select('*')).status).toBe(404);
    expect((await clientOf(actor).from('communes').select(`id, ${table}(*)`)).error).not.toBeNull();
  });
});

describe('nobody makes an account for himself', () => {
  it('by signing up', async () => {
    const { data, error } = await visitor(backend).auth.signUp({
      email: 'toi@xa.vn',
      password: 'mat-khau-cua-toi',
    });
    expect(error).not.toBeNull();
    expect(data.session).toBeNull();
  });

  it('by an anonymous sign-in, a magic link or a recovery', async () => {
    expect((await visitor(backend).auth.signInAnonymously()).error).not.toBeNull();
    expect((await visitor(backend).auth.signInWithOtp({ email: 'toi@xa.vn' })).error).not.toBeNull();
    expect((await visitor(backend).auth.resetPasswordForEmail('toi@xa.vn')).error).not.toBeNull();
    expect(await backend.query(`select from auth.users where email = 'toi@xa.vn' or is_anonymous`)).toEqual(
      [],
    );
  });
});
