import { AuthClient } from '@supabase/auth-js';
import { PostgrestClient } from '@supabase/postgrest-js';
import type { Database } from './database.types.ts';

/** Where the API lives: the server that sent this page, unless the build names a Supabase project. */
const address: string = import.meta.env.VITE_SUPABASE_URL ?? globalThis.location.origin;
const key: string = import.meta.env.VITE_SUPABASE_ANON_KEY ?? 'sb_publishable_embedded';

/** Whether the API is a Supabase project's; fixed when the page is built. */
export const isSupabaseProject: boolean = import.meta.env.VITE_SUPABASE_URL !== undefined;

/** The session is kept in local storage and shared between tabs. */
const auth = new AuthClient({
  url: `${address}/auth/v1`,
  headers: { apikey: key },
  storageKey: 'xa-hanh-phuc',
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
  return fetch(input, { ...init, headers });
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
