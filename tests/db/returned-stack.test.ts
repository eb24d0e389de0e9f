import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedCluster, openCluster } from '../../supabase/local/cluster.ts';
import { stackOf } from '../../supabase/local/returned-stack.ts';
import { freshSecrets } from '../../supabase/local/secrets.ts';

const SUPPORT = join(import.meta.dirname, '../support');
let cluster: EmbeddedCluster;

beforeAll(async () => {
  cluster = await openCluster(
    {
      dataFolder: null,
      migrationsFolder: join(SUPPORT, 'migrations'),
      cacheFolder: join(SUPPORT, '../../.cache/small'),
    },
    freshSecrets(),
  );
});
afterAll(() => cluster.close());

it.each([
  ['a statement', () => cluster.session.query('select 1 / 0')],
  ['a statement that does not read', () => cluster.session.query('selekt 1')],
  ['a batch of statements', () => cluster.connection.driver.exec('select 1; select 1 / 0; select 2')],
  ['a transaction', () => cluster.connection.driver.transaction((inside) => inside.query('select 1 / 0'))],
])('the embedded database takes its stack back when %s is refused', async (_what, refused) => {
  const stack = stackOf(cluster.connection.driver);
  const before = stack.value;
  for (let time = 0; time < 5; time += 1) await expect(refused()).rejects.toThrow();
  expect(stack.value).toBe(before);
  expect(await cluster.session.query('select 1 as one')).toEqual([{ one: 1 }]);
});
