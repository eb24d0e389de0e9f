import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Backend } from '../../supabase/local/backend.ts';
import { openMemoryBackend } from './memory-backend.ts';

const TEST_PASSWORD = 'mat-khau-thu-nghiem';

// Vitest runs every file in one process without isolation; the backend outlives the file that opened it.
const shared = globalThis as typeof globalThis & { testBackend?: Promise<Backend>; refill?: string };

/** The one backend of this run, with the product's migrations applied. */
function testBackend(): Promise<Backend> {
  shared.testBackend ??= openTestBackend();
  return shared.testBackend;
}

async function openTestBackend(): Promise<Backend> {
  // Everybody of the permission matrix tries a wrong code.
  const backend = await openMemoryBackend({ wait: async () => undefined });
  await keepReferenceRows(backend);
  return backend;
}

/** The test backend as right after its migrations: no users, no communes, reference rows as migrated. */
export async function freshDatabase(): Promise<Backend> {
  const backend = await testBackend();
  // Emptying by `delete` takes a tenth of what `truncate` takes; what a test made long is truncated all the same, for
  // nothing here would ever clear deleted rows away.
  const tables = await backend.query<{ name: string; isLong: boolean }>(`
    select c.oid::regclass::text as name, pg_relation_size(c.oid) > 262144 as "isLong"
    from pg_catalog.pg_class c
    where c.relkind = 'r' and (c.relnamespace = 'app'::regnamespace
      or c.oid in ('auth.users'::regclass, 'auth.sessions'::regclass, 'auth.refresh_tokens'::regclass, 'auth.identities'::regclass))`);
  const long = tables.filter(({ isLong }) => isLong).map(({ name }) => name);
  const short = tables.filter(({ isLong }) => !isLong).map(({ name }) => `delete from ${name};`);
  // Not by `backend.execute`, after which the library would read the whole catalogue anew for each test.
  await backend.transaction((transaction) =>
    transaction.execute(`
    set local session_replication_role = replica;
    ${long.length > 0 ? `truncate ${long.join(', ')} cascade;` : ''}
    ${short.join('\n')}
    select setval(c.oid, s.seqstart, false) from pg_catalog.pg_class c join pg_catalog.pg_sequence s on s.seqrelid = c.oid
    where c.relnamespace = 'app'::regnamespace;
    ${shared.refill ?? ''}`),
  );
  return backend;
}

/** A supabase-js client whose requests go straight to `backend.fetch`: no port, but every guard of the server. */
export function visitor(backend: Pick<Backend, 'fetch' | 'keys'>): SupabaseClient {
  return createClient('http://127.0.0.1', backend.keys.publishable, {
    global: { fetch: (input, init) => backend.fetch(new Request(input, init)) },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}

/** A client signed in by email and password. Throws when the sign-in is refused. */
export async function signedIn(
  backend: Pick<Backend, 'fetch' | 'keys'>,
  email: string,
  password = TEST_PASSWORD,
): Promise<SupabaseClient> {
  const client = visitor(backend);
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw new Error(`sign-in of ${email}: ${error.message}`);
  return client;
}

/** Makes a sign-in account (no membership of any commune) and answers with its id. */
export async function createUser(
  backend: Pick<Backend, 'query'>,
  { email, password = TEST_PASSWORD, id = randomUUID() }: { email: string; password?: string; id?: string },
): Promise<string> {
  // The lowest cost of bcrypt: tests sign in hundreds of times.
  await backend.query(
    `insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at,
       raw_app_meta_data, raw_user_meta_data, confirmation_token, recovery_token)
     values ($1, 'authenticated', 'authenticated', $2, extensions.crypt($3, extensions.gen_salt('bf', 4)), now(),
       '{"provider":"email","providers":["email"]}', '{}', '', '')`,
    [id, email, password],
  );
  await backend.query(
    `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
     values (gen_random_uuid(), 'email', $1::text, $1::text::uuid,
       jsonb_build_object('sub', $1::text, 'email', $2::text, 'email_verified', true))`,
    [id, email],
  );
  return id;
}

type AppTable = { name: string; columns: string[] };

function tablesOf(backend: Backend): Promise<AppTable[]> {
  return backend.query<AppTable>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_catalog.pg_class c
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = to_regnamespace('app') and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`);
}

// Rows that migrations themselves put in (roles, coordinate systems) come back after each test.
async function keepReferenceRows(backend: Backend): Promise<void> {
  const tables = await tablesOf(backend);
  const copies = tables.map(({ name }) => `create table kept.${quoted(name)} as table app.${quoted(name)};`);
  await backend.execute(`create schema kept; ${copies.join('\n')}`);
  const refills: string[] = [];
  for (const { name, columns } of tables) {
    const kept = await backend.query(`select from kept.${quoted(name)} limit 1`);
    if (kept.length === 0) continue;
    const list = columns.map(quoted).join(', ');
    refills.push(
      `insert into app.${quoted(name)} (${list}) overriding system value select ${list} from kept.${quoted(name)};`,
    );
  }
  shared.refill = refills.join('\n');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
