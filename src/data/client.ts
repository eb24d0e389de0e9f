import { AuthClient } from '@supabase/auth-js';
import { PostgrestClient } from '@supabase/postgrest-js';
import type { Database } from './database.types.ts';
import { keptSession, SESSION_KEY } from './kept-session.ts';

/** Where the API lives: the server that sent this page, unless the build names a Supabase project. */
const address: string = import.meta.env.VITE_SUPABASE_URL ?? globalThis.location.origin;
const key: string = import.meta.env.VITE_SUPABASE_ANON_KEY ?? 'sb_publishable_embedded';

/** Whether the API is a Supabase project's; fixed when the page is built. */
export const isSupabaseProject: boolean = import.meta.env.VITE_SUPABASE_URL !== undefined;

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

/** The access token of whoever is signed in, renewed where it ran out; null for a visitor. */
async function currentToken(): Promise<string | null> {
  const { data } = await auth.getSession();
  return data.session?.access_token ?? visitorToken;
}

async function fetchAsPerson(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const token = await currentToken();
  const headers = new Headers(init.headers);
  headers.set('apikey', key);
  if (token) headers.set('authorization', `Bearer ${token}`);
  const answer = await fetch(input, { ...init, headers });
  if (answer.status === 401 && token !== null && token !== visitorToken) await forget(token);
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

/** Asks a path of the server itself (`/live`) as whoever is signed in. */
export function askAsPerson(path: string, init?: RequestInit): Promise<Response> {
  return fetchAsPerson(`${address}${path}`, init);
}

/** Where Realtime of a Supabase project is, and as whom to enter. */
export const realtime = { address: `${address.replace(/^http/, 'ws')}/realtime/v1`, key, currentToken };
