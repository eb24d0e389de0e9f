import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { signedIn } from '../support/database.ts';
import { type Ear, listenAs } from '../support/live-ear.ts';
import { type Actor, accountOf, fillTwoCommunes, membershipId, rowId } from './two-communes.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await fillTwoCommunes();
});

/** An ear for an actor, with the token of a session of its own. */
async function earOf(actor: Actor, ago = 0): Promise<Ear> {
  const account = accountOf(actor);
  const client = account ? await signedIn(backend, account.email) : null;
  const { data } = (await client?.auth.getSession()) ?? { data: { session: null } };
  return listenAs(backend, data.session?.access_token ?? null, ago);
}

const write = {
  road: () =>
    backend.query('update app.roads set name = $1 where id = $2', [
      `Đường ${Math.random()}`,
      rowId('A', 'road'),
    ]),
  incident: () =>
    backend.query(
      `update app.incidents set state = case state when 'open' then 'resolved' else 'open' end where id = $1`,
      [rowId('A', 'incident')],
    ),
  member: () =>
    backend.query('update app.members set display_name = $1 where id = $2', [
      `Người ${Math.random()}`,
      membershipId('leader of A', 'A'),
    ]),
  roadOfB: () =>
    backend.query('update app.roads set name = $1 where id = $2', [
      `Đường ${Math.random()}`,
      rowId('B', 'road'),
    ]),
};

// After what is asked about comes a road of the public commune, which everybody hears: what did not come
// before it, will not come.
async function heardOf(ear: Ear, act: () => Promise<unknown>): Promise<string[]> {
  ear.forget();
  await act();
  await write.road();
  await ear.until((heard) => heard.includes('A roads'));
  return ear.heard().filter((one) => one !== 'A roads');
}

describe('who hears what', () => {
  const HEARD: [Actor, string[]][] = [
    ['visitor', []],
    ['leader of A', []],
    ['front officer of A', []],
    ['association of A', []],
    ['police of A', ['A incidents']],
    ['administrator of A', ['A members']],
    ['leader of B', ['B roads']],
    ['police of B', ['B roads']],
    ['signed in, member of nothing', []],
  ];
  it.each(HEARD)('%s', async (actor, expected) => {
    const ear = await earOf(actor);
    const heard = [
      ...(await heardOf(ear, write.incident)),
      ...(await heardOf(ear, write.member)),
      ...(await heardOf(ear, write.roadOfB)),
    ];
    ear.close();
    expect(heard).toEqual(expected);
  });

  it('nothing but a table and a commune travels', async () => {
    const ear = await earOf('police of A');
    await write.incident();
    await ear.until((heard) => heard.includes('A incidents'));
    ear.close();
    expect(ear.words()).toContain(
      `event: change\ndata: {"commune":"${rowId('A', 'commune')}","table":"incidents"}\n\n`,
    );
    expect(
      ear
        .words()
        .replace(/^(: nghe|:|event: change|data: \{"commune":"[0-9a-f-]{36}","table":"[a-z_]+"\}|)$/gm, '')
        .trim(),
    ).toBe('');
  });
});

describe('rights that change while somebody listens', () => {
  let ear: Ear;
  beforeEach(async () => {
    const police = membershipId('police of A', 'A');
    await backend.query(
      'delete from app.members where id <> $1 and user_id = (select user_id from app.members where id = $1)',
      [police],
    );
    await backend.query('update app.members set active = true where id = $1', [police]);
    ear = await earOf('police of A');
  });

  it('who is police no more hears of no incident written after', async () => {
    // No longer police of A, and still somebody: a leader of B.
    const police = membershipId('police of A', 'A');
    await backend.transaction(async (session) => {
      await session.query(
        `insert into app.members (id, commune_id, user_id, role, display_name)
         select gen_random_uuid(), $1, user_id, 'leader', display_name from app.members where id = $2`,
        [rowId('B', 'commune'), police],
      );
      await session.query('update app.members set active = false where id = $1', [police]);
    });
    const heard = await heardOf(ear, write.incident);
    ear.close();
    expect(heard).toEqual(['everything']);
  });

  it('who is made inactive hears the end', async () => {
    await backend.query('update app.members set active = false where id = $1', [
      membershipId('police of A', 'A'),
    ]);
    await ear.ended;
  });

  // At once, and not when the server looks again by the clock, every 20 seconds.
  it('who signs out hears the end', { timeout: 18_000 }, async () => {
    const client = await signedIn(backend, accountOf('police of A')?.email ?? '');
    await client.auth.signOut({ scope: 'global' });
    await ear.ended;
  });
});

describe('a listener', () => {
  it('is refused with the API’s own words when its account is switched off', async () => {
    const client = await signedIn(backend, accountOf('inactive: was police of A')?.email ?? '');
    const { data } = await client.auth.getSession();
    const answer = await backend.fetch(
      new Request('http://127.0.0.1/live', {
        headers: { apikey: backend.keys.publishable, authorization: `Bearer ${data.session?.access_token}` },
      }),
    );
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ hint: 'member_inactive' });
  });

  it('with a forged token is refused', async () => {
    const answer = await backend.fetch(
      new Request('http://127.0.0.1/live', { headers: { authorization: 'Bearer a.b.c' } }),
    );
    expect(answer.status).toBe(401);
  });

  it('is told what it missed while it was away', async () => {
    await write.road();
    const ear = await earOf('leader of A', 20_000);
    await ear.until((heard) => heard.includes('A roads'));
    expect(ear.heard()).not.toContain('A incidents');
    ear.close();
  });

  it('who was away for too long asks for everything again', async () => {
    const ear = await earOf('leader of A', 3_600_000);
    await ear.until((heard) => heard.includes('everything'));
    ear.close();
  });

  it('is one of twelve of one person at most', async () => {
    const client = await signedIn(backend, accountOf('leader of A')?.email ?? '');
    const { data } = await client.auth.getSession();
    const token = data.session?.access_token ?? null;
    const ears: Ear[] = [];
    for (let index = 0; index < 12; index += 1) ears.push(await listenAs(backend, token));
    await expect(listenAs(backend, token)).rejects.toThrow('503');
    ears[0]?.close();
    const another = await listenAs(backend, token);
    for (const ear of [...ears, another]) ear.close();
  });

  it('does not keep anybody else waiting', async () => {
    const ear = await earOf('leader of A');
    expect(await backend.query('select 1 as one')).toEqual([{ one: 1 }]);
    ear.close();
  });
});

it('an act of many rows is announced once', async () => {
  const said: string[] = [];
  const stop = await backend.listen('changes', (payload) => said.push(payload));
  await backend.query(
    `insert into app.settings (id, commune_id, key, value, valid_from)
     select gen_random_uuid(), $1, 'model_roads_per_hamlet', '1', date '2027-01-01' + n from generate_series(1, 50) n`,
    [rowId('A', 'commune')],
  );
  // What is announced arrives in its order, on PostgreSQL after the act has answered: the last word ends the wait.
  await backend.query(`select pg_notify('changes', 'the last word')`);
  await expect.poll(() => said.at(-1)).toBe('the last word');
  await stop();
  expect(said.slice(0, -1).map((words) => JSON.parse(words))).toEqual([
    { table: 'settings', commune: rowId('A', 'commune') },
  ]);
});
