import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Backend, openBackend } from '../../supabase/local/backend.ts';
import { STATEMENT_MILLISECONDS } from '../../supabase/local/postgres-pool.ts';
import { visitor } from '../support/database.ts';
import { openSmallBackend } from '../support/small-backend.ts';

// The same questions to both databases.
let embedded: Backend;
let server: Backend;

beforeAll(async () => {
  [embedded, server] = await Promise.all([
    openBackend({
      dataFolder: null,
      migrationsFolder: join(import.meta.dirname, '../support/migrations'),
      cacheFolder: join(import.meta.dirname, '../../.cache/small'),
      log: () => undefined,
    }),
    openSmallBackend(),
  ]);
});
afterAll(() => Promise.all([embedded.close(), server.close()]));

async function both(sql: string, parameters?: unknown[]): Promise<[unknown[], unknown[]]> {
  return Promise.all([embedded.query(sql, parameters), server.query(sql, parameters)]);
}

it.each([
  `date '2026-02-28' as value`,
  `time '07:08:09.5' as value`,
  `timetz '07:08:09+07' as value`,
  `timestamp '2026-02-28 07:08:09.25' as value`,
  `timestamptz '2026-02-28 07:08:09.25+07' as value`,
  `interval '1 day 2 hours' as value`,
  `numeric '12345678901234567890.5' as value`,
  `numeric '0.10' as value`,
  `numeric 'NaN' as value`,
  `9007199254740991::int8 as value`,
  `7::int2 as value`,
  `1.5::float4 as value`,
  `1e300::float8 as value`,
  `true as value`,
  `null::int as value`,
  `'\\x00ff'::bytea as value`,
  `'{"a": [1, null, "â"]}'::jsonb as value`,
  `'[1, 2]'::json as value`,
  `'6f1d3d0e-7c1b-4b5e-8f6a-111111111111'::uuid as value`,
  `array['a', null, 'b,"c"']::text[] as value`,
  `array[1, 2]::int[] as value`,
  `array[1.5, 2]::numeric[] as value`,
  `array[date '2026-02-28'] as value`,
  `array['{"a": 1}'::jsonb] as value`,
  `array[]::uuid[] as value`,
  `array[array[1, 2], array[3, 4]] as value`,
  `point '(1, 2)' as value`,
  `row(1, 'a') as value`,
  `int4range(1, 5) as value`,
  `'a'::"char" as value`,
  `'anon'::name as value`,
])('%s is read alike', async (expression) => {
  const [here, there] = await both(`select ${expression}`);
  expect(there).toEqual(here);
});

it.each([
  ['jsonb', { a: [1, 'â'], b: null }],
  ['jsonb', [{ a: 1 }, { a: 2 }]],
  ['jsonb', '{"a": 1}'],
  ['text[]', ['a', null, 'b,"c"']],
  ['uuid[]', []],
  ['date', '2026-02-28'],
  ['timestamptz', new Date('2026-02-28T07:08:09.250Z')],
  ['timestamp', new Date('2026-02-28T07:08:09.250Z')],
  ['numeric', 12.5],
  ['int8', 9007199254740991],
  ['boolean', false],
  ['bytea', Uint8Array.from([0, 255])],
  ['text', 'Đường Nguyễn Thị Định'],
  ['text', null],
])('a value for %s is written alike: %j', async (type, value) => {
  const [here, there] = await both(`select $1::${type} as value, pg_typeof($1::${type})::text as type`, [
    value,
  ]);
  expect(there).toEqual(here);
});

it('requests are told the same, and run under the limits of a server', async () => {
  const setting = (name: string) => `create function public.${name}() returns text language sql stable
    set search_path = '' as $$ select current_setting('${name}') $$; grant execute on function public.${name}() to anon`;
  const NAMES = ['statement_timeout', 'jit', 'timezone', 'datestyle'];
  for (const name of NAMES) await server.execute(setting(name));
  const told = await Promise.all(NAMES.map(async (name) => (await visitor(server).rpc(name)).data));
  expect(told).toEqual([`${STATEMENT_MILLISECONDS / 1000}s`, 'off', 'UTC', 'ISO, MDY']);
});
