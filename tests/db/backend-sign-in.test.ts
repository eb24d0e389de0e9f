import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, signedIn, visitor } from '../support/database.ts';
import { openSmallBackend } from '../support/small-backend.ts';

const EMAIL = 'nguoi.dung@xa.vn';
let backend: Backend;
let userId: string;

beforeAll(async () => {
  backend = await openSmallBackend();
});
afterAll(() => backend.close());
beforeEach(async () => {
  await backend.execute('truncate auth.users, auth.identities, auth.sessions cascade');
  userId = await createUser(backend, { email: EMAIL });
});

describe('signing in', () => {
  it('signs a person in, knows who it is, and signs out', async () => {
    const client = await signedIn(backend, EMAIL);
    expect((await client.auth.getUser()).data.user).toMatchObject({ id: userId, email: EMAIL });
    expect((await client.rpc('who_am_i')).data).toBe(userId);
    expect(await client.auth.signOut()).toEqual({ error: null });
  });

  it('refreshes a session', async () => {
    const client = await signedIn(backend, EMAIL);
    const { data, error } = await client.auth.refreshSession();
    expect(error).toBeNull();
    expect(data.session?.user.email).toBe(EMAIL);
  });

  it('changes a password', async () => {
    const client = await signedIn(backend, EMAIL);
    expect((await client.auth.updateUser({ password: 'mat-khau-moi-2026' })).error).toBeNull();
    await expect(signedIn(backend, EMAIL)).rejects.toThrow('Invalid login credentials');
    await signedIn(backend, EMAIL, 'mat-khau-moi-2026');
  });

  it('refuses a wrong password and an unknown account alike', async () => {
    const wrong = await visitor(backend).auth.signInWithPassword({ email: EMAIL, password: 'sai' });
    const unknown = await visitor(backend).auth.signInWithPassword({ email: 'la@xa.vn', password: 'sai' });
    expect(wrong.error).toMatchObject({ status: 400, code: 'invalid_credentials' });
    expect(unknown.error).toMatchObject({ status: 400, code: 'invalid_credentials' });
  });
});

describe('sign-up', () => {
  // Red without `enable_signup: false` in backend.ts: the account is made.
  it('is closed', async () => {
    const client = visitor(backend);
    const { error } = await client.auth.signUp({ email: 'la@xa.vn', password: 'mat-khau-rat-dai' });
    expect(error).toMatchObject({ status: 422, code: 'signup_disabled' });
    expect(await backend.query('select email from auth.users')).toEqual([{ email: EMAIL }]);
  });

  // Red without refusalOfAuthDoor: the service answers these 200.
  it('has no back door by one-time codes', async () => {
    const client = visitor(backend);
    expect((await client.auth.signInWithOtp({ email: 'la@xa.vn' })).error).toMatchObject({ status: 404 });
    expect((await client.auth.resetPasswordForEmail(EMAIL)).error).toMatchObject({ status: 404 });
    expect((await client.auth.signInAnonymously()).error).toMatchObject({ code: 'signup_disabled' });
  });
});

describe('an access token', () => {
  /** Asks who this is with a token as it stands, as a browser does that kept it. */
  async function askWith(token: string): Promise<{ status: number; body: unknown }> {
    const response = await backend.fetch(
      new Request('http://127.0.0.1/rest/v1/rpc/who_am_i', {
        method: 'POST',
        headers: { apikey: backend.keys.publishable, authorization: `Bearer ${token}` },
      }),
    );
    return { status: response.status, body: await response.json() };
  }

  function token(claims: object, secret: string): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }

  async function liveToken(): Promise<string> {
    const { data } = await (await signedIn(backend, EMAIL)).auth.getSession();
    if (!data.session) throw new Error('expected a session');
    return data.session.access_token;
  }

  it('is good while its session lasts', async () => {
    expect(await askWith(await liveToken())).toEqual({ status: 200, body: userId });
  });

  it('is refused with 401 when it has expired', async () => {
    const expired = token({ sub: userId, role: 'authenticated', exp: 1 }, backend.keys.jwtSecret);
    expect(await askWith(expired)).toMatchObject({ status: 401, body: { code: 'PGRST303' } });
  });

  it('is refused with 401 when somebody else signed it', async () => {
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;
    const forged = token(
      { sub: userId, role: 'service_role', exp: inAnHour },
      'guessed-guessed-guessed-guessed-',
    );
    expect(await askWith(forged)).toMatchObject({ status: 401, body: { code: 'PGRST301' } });
  });

  // Red without refusalOfEndedSession: the token goes on for its hour.
  it('is refused with 401 once its session was ended', async () => {
    const kept = await liveToken();
    await backend.query('delete from auth.sessions');
    expect(await askWith(kept)).toMatchObject({ status: 401, body: { code: 'PGRST303' } });
  });

  it('is refused with 401 once its account was banned', async () => {
    const kept = await liveToken();
    await backend.query("update auth.users set banned_until = now() + interval '1 day'");
    expect(await askWith(kept)).toMatchObject({ status: 401, body: { code: 'PGRST303' } });
  });
});
