import { AuthClient } from '@supabase/auth-js';
import { PostgrestClient } from '@supabase/postgrest-js';
import type { Database } from './database.types.ts';
import { keptSession, SESSION_KEY } from './kept-session.ts';

/** Where the API lives: the server that sent this page, unless the build names a Supabase project. */
const address: string = import.meta.env.VITE_SUPABASE_URL ?? globalThis.location.origin;
const key: string = import.meta.env.VITE_SUPABASE_ANON_KEY ?? 'sb_publishable_embedded';

/** `kept-session.ts` decides where the session is kept, and so whether other tabs share it. */
const auth = new AuthClient({
  url: `${address}/auth/v1`,
  headers: { apikey: key },
  storageKey: SESSION_KEY,
  storage: keptSession,
  detectSessionInUrl: false,
});

// A key of the older form is a token itself and stands for a visitor where nobody is signed in.
const visitorToken = key.startsWith('sb_') ? null : key;

async function fetchAsPerson(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { data } = await auth.getSession();
  const token = data.session?.access_token ?? visitorToken;
  const headers = new Headers(init.headers);
  headers.set('apikey', key);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const answer = await fetch(input, { ...init, headers });
  if (answer.status === 401 && data.session) await forget(data.session.access_token);
  return answer;
}

/**
 * Ends the session on this device whose token was refused: revoked, or older than the database. The answer to a
 * request of yesterday's session must not end the one that somebody began since.
 */
async function forget(token: string): Promise<void> {
  const { data } = await auth.getSession();
  if (data.session?.access_token === token) await auth.signOut({ scope: 'local' });
}

/**
 * The one client: the two parts of supabase-js that the map needs, with its surface. The rest of it
 * (realtime, storage, functions) would be a sixth of what a slow phone loads before its first screen.
 */
export const client = Object.assign(
  new PostgrestClient<Database>(`${address}/rest/v1`, { fetch: fetchAsPerson }),
  { auth },
);
