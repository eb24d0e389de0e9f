import { createClient } from '@supabase/supabase-js';
import type { Database } from './database.types.ts';

/** Where the API lives: the server that sent this page, unless the build names a Supabase project. */
const address: string = import.meta.env.VITE_SUPABASE_URL ?? globalThis.location.origin;
const key: string = import.meta.env.VITE_SUPABASE_ANON_KEY ?? 'sb_publishable_embedded';

/** The one client. Its session is kept in local storage and shared between tabs. */
export const client = createClient<Database>(address, key, {
  auth: { storageKey: 'xa-hanh-phuc', detectSessionInUrl: false },
});
