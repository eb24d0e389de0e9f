import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, signedIn, visitor } from '../support/database.ts';
import { openSmallBackend } from '../support/small-backend.ts';

describe('the embedded backend', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openSmallBackend();
  });
  afterAll(() => backend.close());
  beforeEach(() => backend.execute('truncate auth.users, auth.identities cascade'));

  it('signs a person in, knows who it is, and signs out', async () => {
    const id = await createUser(backend, { email: 'nguoi.dung@xa.vn' });
    const client = await signedIn(backend, 'nguoi.dung@xa.vn');
    expect((await client.auth.getUser()).data.user).toMatchObject({ id, email: 'nguoi.dung@xa.vn' });
    expect(await client.auth.signOut()).toEqual({ error: null });
  });

  it('refreshes a session', async () => {
    await createUser(backend, { email: 'nguoi.dung@xa.vn' });
    const client = await signedIn(backend, 'nguoi.dung@xa.vn');
    const { data, error } = await client.auth.refreshSession();
    expect(error).toBeNull();
    expect(data.session?.user.email).toBe('nguoi.dung@xa.vn');
  });

  it('refuses a wrong password and an unknown account alike', async () => {
    await createUser(backend, { email: 'nguoi.dung@xa.vn' });
    const wrong = await visitor(backend).auth.signInWithPassword({ email: 'nguoi.dung@xa.vn', password: 'sai' });
    const unknown = await visitor(backend).auth.signInWithPassword({ email: 'la@xa.vn', password: 'sai' });
    expect(wrong.error).toMatchObject({ status: 400, code: 'invalid_credentials' });
    expect(unknown.error).toMatchObject({ status: 400, code: 'invalid_credentials' });
  });
});
