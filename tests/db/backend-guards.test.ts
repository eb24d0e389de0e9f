import { spawnSync } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, signedIn, visitor } from '../support/database.ts';
import { databasePort } from '../support/postgres-databases.ts';
import { openSmallBackend } from '../support/small-backend.ts';

let backend: Backend;

beforeAll(async () => {
  backend = await openSmallBackend();
});
afterAll(() => backend.close());
afterEach(() =>
  backend.execute('truncate app.notes; truncate auth.users, auth.identities, auth.sessions cascade'),
);

describe('one session for everyone', () => {
  // Red when `mutex.run` in guarded-fetch.ts is replaced by calling the task at once.
  it('never answers one person with the rights of another', async () => {
    const people = await Promise.all(
      ['a@xa.vn', 'b@xa.vn'].map(async (email) => {
        const id = await createUser(backend, { email });
        const client = await signedIn(backend, email);
        await client.from('notes').insert({ owner: id, title: `của ${email}` });
        return { id, client };
      }),
    );
    const stranger = { id: null, client: visitor(backend) };
    const asked = Array.from({ length: 30 }, () => [...people, stranger]).flat();
    const answers = await Promise.all(
      asked.map(async ({ id, client }) => {
        const [who, notes] = await Promise.all([
          client.rpc('who_am_i'),
          client.from('notes').select('owner'),
        ]);
        return { asked: id, told: who.data, owners: notes.data?.map((note) => note.owner) };
      }),
    );
    for (const { asked: id, told, owners } of answers) {
      expect(told).toBe(id);
      expect(owners).toEqual(id === null ? [] : [id]);
    }
  });

  // Red without the mutex: one visitor's COMMIT ends the other's transaction, whose rest runs as the owner.
  it('never lets a visitor act with the rights of the owner', async () => {
    const stranger = visitor(backend);
    const roles = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const [role] = await Promise.all([stranger.rpc('what_role'), stranger.from('notes').select()]);
        return role.data;
      }),
    );
    expect(new Set(roles)).toEqual(new Set(['anon']));
  });

  // Red on the embedded database when `query` in backend.ts does not wait for its turn: it runs as a visitor.
  it("lets the owner's statements wait for their turn too", async () => {
    const [alone] = await backend.query<{ role: string }>('select current_user::text as role');
    const stranger = visitor(backend);
    let asking = true;
    const visitors = Promise.all(Array.from({ length: 20 }, () => stranger.rpc('what_role'))).then(() => {
      asking = false;
    });
    const roles: string[] = [];
    // One statement after the other, so that some fall into the middle of a visitor's transaction.
    while (asking) {
      const [owner] = await backend.query<{ role: string }>('select current_user::text as role');
      if (owner) roles.push(owner.role);
    }
    await visitors;
    expect(new Set(roles)).toEqual(new Set([alone?.role]));
  });
});

describe('very large requests', () => {
  // Red without refuseTooManyBoundValues: 201, nothing stored, and the database answers nothing any more.
  it('are refused with 400 and code 54000, and the database lives on', async () => {
    const id = await createUser(backend, { email: 'a@xa.vn' });
    const client = await signedIn(backend, 'a@xa.vn');
    const rows = Array.from({ length: 16_384 }, (_, number) => ({ owner: id, title: `ghi chú ${number}` }));
    const { status, error } = await client.from('notes').insert(rows);
    expect(status).toBe(400);
    expect(error).toMatchObject({ code: '54000', message: expect.stringContaining('chưa ghi gì') });
    expect((await client.from('notes').select('*', { count: 'exact', head: true })).count).toBe(0);
    expect((await client.from('notes').insert({ owner: id, title: 'sau đó' })).status).toBe(201);
  });
});

describe('our own grants', () => {
  // Red without `rlsState: 'active'` in guardConnection: everything becomes true at the first request.
  it('are the same after requests as the migrations left them', async () => {
    await visitor(backend).from('notes').select();
    await visitor(backend).rpc('who_am_i');
    const [rights] = await backend.query(`select
      has_table_privilege('anon', 'app.notes', 'insert') as visitor_insert,
      has_table_privilege('authenticated', 'app.notes', 'delete') as member_delete,
      has_table_privilege('service_role', 'app.notes', 'select') as service_select,
      has_table_privilege('authenticated', 'app.notes', 'insert') as member_insert`);
    expect(rights).toEqual({
      visitor_insert: false,
      member_delete: false,
      service_select: false,
      member_insert: true,
    });
  });

  it('decide at the door: 401 for a visitor, 403 for a signed-in person, both 42501', async () => {
    await createUser(backend, { email: 'a@xa.vn' });
    const client = await signedIn(backend, 'a@xa.vn');
    const stranger = visitor(backend);
    expect(await stranger.rpc('members_only')).toMatchObject({ status: 401, error: { code: '42501' } });
    expect(await stranger.from('notes').insert({ title: 'x' })).toMatchObject({ status: 401 });
    expect(await client.rpc('members_only')).toMatchObject({ status: 200, data: 'ok' });
    expect(await client.from('notes').delete().eq('title', 'x')).toMatchObject({
      status: 403,
      error: { code: '42501' },
    });
  });

  it('keep schema app and the sign-in tables out of reach', async () => {
    const hidden = visitor(backend).schema('app').from('notes').select();
    expect(await hidden).toMatchObject({ status: 406, error: { code: 'PGRST106' } });
    expect(await visitor(backend).schema('auth').from('users').select()).toMatchObject({ status: 406 });
    expect(await visitor(backend).from('users').select()).toMatchObject({ status: 404 });
  });
});

describe('errors', () => {
  // Red without withPostgrestShape: P0001, 23514, 23505's hint and others come back as 500 "SUP".
  it.each([
    ['P0001', 400],
    ['23514', 400],
    ['23505', 409],
    ['23503', 409],
    ['PT409', 409],
    ['PT422', 422],
    ['42501', 401],
    ['22023', 400],
    ['40001', 500],
  ])('%s is answered with %i, message, details and hint', async (code, status) => {
    const answer = await visitor(backend).rpc('fail_with', { state: code });
    expect(answer.status).toBe(status);
    expect(answer.error).toMatchObject({ code, message: 'Không được', details: 'Chi tiết', hint: 'Gợi ý' });
  });

  it('of real constraints carry their code', async () => {
    const id = await createUser(backend, { email: 'a@xa.vn' });
    const client = await signedIn(backend, 'a@xa.vn');
    await client.from('notes').insert({ owner: id, title: 'một' });
    const twice = await client.from('notes').insert({ owner: id, title: 'một' });
    expect(twice).toMatchObject({ status: 409, error: { code: '23505' } });
    const negative = await client.from('notes').insert({ owner: id, title: 'hai', amount: -1 });
    expect(negative).toMatchObject({ status: 400, error: { code: '23514' } });
  });
});

describe('values', () => {
  // Red without VALUE_FORMATS: '2026-11-01 00:00:00+00' and the text '1.50'.
  it('come back as PostgREST sends them', async () => {
    await backend.query(
      "insert into app.notes (title, amount, written_at) values ('x', 1.5, '2026-11-01T00:00:00Z')",
    );
    const { data } = await visitor(backend).from('notes').select('amount, written_at').single();
    expect(data).toEqual({ amount: 1.5, written_at: '2026-11-01T00:00:00+00:00' });
  });

  // Hosted Supabase does the same: whoever reads a list must read on, to the exact count.
  it('come in pages of 1,000 rows, with the exact count even where an estimate was asked for', async () => {
    const first = await visitor(backend)
      .rpc('numbers', { up_to: 1001 }, { count: 'estimated' })
      .range(0, 4999);
    expect([first.data?.length, first.count]).toEqual([1000, 1001]);
    const rest = await visitor(backend).rpc('numbers', { up_to: 1001 }, { count: 'exact' }).range(1000, 1999);
    expect([rest.data, rest.count]).toEqual([[{ id: 1001 }], 1001]);
  });
});

describe('the session', () => {
  it('has what a hosted project has: a way into schema auth, the search path, UTC', async () => {
    const [session] = await backend.query(`select
      has_schema_privilege('anon', 'auth', 'usage') as visitor, has_schema_privilege('authenticated', 'auth', 'usage') as member,
      current_setting('search_path') as search_path, current_setting('timezone') as time_zone`);
    expect(session).toEqual({
      visitor: true,
      member: true,
      search_path: '"$user", public, extensions',
      time_zone: 'UTC',
    });
  });
});

describe('silence', () => {
  // Red when silenceConsole lets everything through: the failed queries are printed with their values.
  it('keeps values out of the log and off the console', () => {
    const program = fileURLToPath(new URL('../support/failing-requests.ts', import.meta.url));
    const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    expect(stdout).toBe('done\n');
    expect(stderr).not.toContain('bi-mat');
    const said = stderr.trimEnd().split('\n');
    expect(said.map((line) => line.split(' ').slice(1, 5).join(' '))).toEqual([
      'POST /rest/v1/rpc/fail_with 400 P0001',
      'GET /rest/v1/notes 400 22P02',
      'POST /rest/v1/notes 401 42501',
      'POST /auth/v1/token 400 -',
      'POST /auth/v1/signup 422 -',
    ]);
  });

  it('calls nobody but its database: neither at the start nor for a request', async () => {
    const connect = vi.spyOn(Socket.prototype, 'connect');
    const another = await openSmallBackend();
    await visitor(another).rpc('who_am_i');
    await another.close();
    const calls = connect.mock.calls.map(([port]) => String(port));
    expect(calls.filter((port) => port !== databasePort)).toEqual([]);
    expect(process.env.LITE_TELEMETRY).toBe('0');
    connect.mockRestore();
  });
});

describe('every answer', () => {
  it('comes without a CORS header', async () => {
    const headers = { apikey: backend.keys.publishable, origin: 'http://127.0.0.1' };
    for (const [method, path] of [
      ['GET', '/rest/v1/notes'],
      ['OPTIONS', '/rest/v1/notes'],
      ['OPTIONS', '/rest/v1/rpc/who_am_i'],
      ['OPTIONS', '/auth/v1/token'],
      ['GET', '/auth/v1/user'],
    ] as const) {
      const response = await backend.fetch(new Request(`http://127.0.0.1${path}`, { method, headers }));
      const names = [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect([method, path, names]).toEqual([method, path, []]);
    }
  });
});
