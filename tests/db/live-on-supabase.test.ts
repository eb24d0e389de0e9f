import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { layTableProbe, trySql } from './tables.ts';
import { type Actor, fillTwoCommunes, rowId } from './two-communes.ts';

// What a Supabase project has and the embedded backend lacks, as small as the migration needs it.
const REALTIME = `
  create schema realtime;
  grant usage on schema realtime to anon, authenticated;
  create table realtime.messages (topic text, extension text, payload jsonb, event text, private boolean);
  alter table realtime.messages enable row level security;
  grant select on realtime.messages to anon, authenticated;
  create function realtime.topic() returns text language sql stable as $$ select current_setting('realtime.topic', true) $$;
  grant execute on function realtime.topic() to anon, authenticated;
  create function realtime.send(payload jsonb, event text, topic text, private boolean) returns void language sql as
    $$ insert into realtime.messages values (topic, 'broadcast', payload, event, private) $$;`;

let backend: Backend;
beforeAll(async () => {
  backend = await fillTwoCommunes();
  await layTableProbe(backend);
  const migration = readFileSync(
    join(import.meta.dirname, '../../supabase/migrations/20261125003100_live.sql'),
    'utf8',
  );
  await backend.execute(REALTIME + migration.slice(migration.lastIndexOf('\ndo $$')));
});
afterAll(() => backend.execute('drop schema realtime cascade'));

const topic = (commune: 'A' | 'B', table: string) => `live:${rowId(commune, 'commune')}:${table}`;

it('a write is sent once, into the private channel of its table, with nothing of the row', async () => {
  await backend.query(`update app.roads set name = 'Một' where commune_id = $1`, [rowId('A', 'commune')]);
  await backend.query(`update app.incidents set state = 'resolved' where commune_id = $1`, [
    rowId('A', 'commune'),
  ]);
  const sent = await backend.query('select * from realtime.messages order by topic');
  expect(sent).toEqual(
    ['incidents', 'roads'].map((table) => ({
      topic: topic('A', table),
      extension: 'broadcast',
      payload: { commune: rowId('A', 'commune'), table },
      event: 'change',
      private: true,
    })),
  );
});

it.each([
  ['visitor', 'A', 'roads', true],
  ['visitor', 'A', 'incidents', false],
  ['police of A', 'A', 'incidents', true],
  ['police of B', 'A', 'incidents', false],
  ['administrator of A', 'A', 'incidents', false],
  ['administrator of A', 'A', 'members', true],
  ['leader of A', 'A', 'members', false],
  ['leader of A', 'B', 'roads', false],
  ['leader of B', 'B', 'roads', true],
] as [Actor, 'A' | 'B', string, boolean][])(
  '%s in the channel of %s %s: %s',
  async (actor, commune, table, may) => {
    // In one transaction with the look: another session of a pool would not know the topic.
    const look = `do $look$ begin
    perform set_config('realtime.topic', '${topic(commune, table)}', true);
    if not exists (select from realtime.messages) then raise exception using errcode = '42501'; end if;
  end $look$`;
    expect(await trySql(backend, actor, look)).toBe(may ? 'yes' : 'no');
  },
);
