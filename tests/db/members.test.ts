import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { signedIn } from '../support/database.ts';
import { addPerson, COMMUNES, newMember, signedInPerson, twoEmptyCommunes } from './people.ts';

let backend: Backend;
let admin: Awaited<ReturnType<typeof signedInPerson>>;
beforeEach(async () => {
  backend = await twoEmptyCommunes();
  admin = await signedInPerson(backend, 'administrator');
});

const attempts = () =>
  backend.query<{ act: string; reason: string; attempted_by: string; member_id: string | null }>(
    'select act, reason, attempted_by, member_id from app.refused_attempts order by id',
  );
const memberOf = async (id: string) =>
  (await backend.query<Record<string, unknown>>('select * from app.members where id = $1', [id]))[0];
const save = (client: typeof admin.client, member: object, version: number | null = null) =>
  client.rpc('save_member', { member, version });
const setActive = (client: typeof admin.client, id: string, active: boolean, version = 1) =>
  client.rpc('set_member_active', { member_id: id, active, version });

describe('an administrator adds a member', () => {
  it('with a phone number, and sees the member as invited', async () => {
    const member = newMember();
    const { data, error } = await save(admin.client, member);
    expect(error).toBeNull();
    expect(data).toMatchObject({ id: member.id, sign_in: '0912345678', role: 'front_officer', version: 1 });
    const { data: list } = await admin.client.rpc('list_members');
    expect(list.find(({ id }: { id: string }) => id === member.id)).toMatchObject({
      display_name: 'Nguyễn Thị Hoa',
      sign_in: '0912345678',
      active: true,
      joined_at: null,
      last_sign_in_at: null,
      acts: ['edit', 'reset', 'deactivate'],
    });
  });

  it('once, when the form is sent twice at once', async () => {
    const member = newMember();
    const answers = await Promise.all([save(admin.client, member), save(admin.client, member)]);
    expect(answers.map(({ error }) => error)).toEqual([null, null]);
    expect(answers[0]?.data).toEqual(answers[1]?.data);
    expect(await backend.query('select from app.members where id = $1', [member.id])).toHaveLength(1);
    expect(
      await backend.query(`select from auth.users where email = '0912345678@phone.invalid'`),
    ).toHaveLength(1);
  });

  it('never over an account that is there, so that no way opens into it', async () => {
    const elsewhere = await addPerson(backend, 'leader', { commune: 'B' });
    const { status, error } = await save(admin.client, newMember({ sign_in: elsewhere.email.toUpperCase() }));
    expect([status, error?.hint]).toEqual([409, 'sign_in_taken']);
  });

  it.each([
    ['display_name_invalid', { display_name: '  ' }],
    ['sign_in_invalid', { sign_in: '12345' }],
    ['sign_in_invalid', { sign_in: 'hoa@xa' }],
    ['role_missing', { role: 'chu_tich' }],
    ['organization_missing', { role: 'association' }],
    ['hamlet_missing', { role: 'hamlet_committee' }],
    ['organization_missing', { organization_id: '01990000-0000-7000-8000-00000000000a' }],
  ])('but not without what the role needs: %s', async (hint, more) => {
    const { status, error } = await save(admin.client, newMember(more));
    expect([status, error?.hint]).toEqual([422, hint]);
    expect(await backend.query('select from auth.users')).toHaveLength(1);
  });

  it('sees when people last signed in', async () => {
    const { data } = await admin.client.rpc('list_members');
    expect(Date.parse(data[0].last_sign_in_at)).toBeGreaterThan(Date.now() - 600_000);
  });
});

describe('two administrators edit one member', () => {
  it('and the later one is shown both versions; nothing is overwritten', async () => {
    const other = await signedInPerson(backend, 'administrator');
    const member = newMember();
    await save(admin.client, member);
    expect((await save(admin.client, { ...member, display_name: 'Nguyễn Thị Hoa A' }, 1)).data).toMatchObject(
      {
        version: 2,
      },
    );
    const { status, error } = await save(other.client, { ...member, display_name: 'Nguyễn Thị Hoa B' }, 1);
    expect([status, error?.code, error?.hint]).toEqual([409, 'PT409', 'stale']);
    expect(JSON.parse(String(error?.details))).toMatchObject({
      theirs: { display_name: 'Nguyễn Thị Hoa A', version: 2 },
      yours: { display_name: 'Nguyễn Thị Hoa B' },
    });
    expect((await memberOf(member.id))?.display_name).toBe('Nguyễn Thị Hoa A');
    expect((await setActive(other.client, member.id, false, 1)).error?.hint).toBe('stale');
  });

  it('a changed phone number opens the account under the new one only', async () => {
    const member = newMember();
    await save(admin.client, member);
    expect((await save(admin.client, { ...member, sign_in: 'hoa@xa.vn' }, 1)).data).toMatchObject({
      sign_in: 'hoa@xa.vn',
      version: 2,
    });
    expect(
      await backend.query('select email from auth.users where email in ($1, $2)', [
        '0912345678@phone.invalid',
        'hoa@xa.vn',
      ]),
    ).toEqual([{ email: 'hoa@xa.vn' }]);
  });
});

describe('an account that is switched off', () => {
  it('is refused at its next request, and answers again when switched on', async () => {
    const leader = await signedInPerson(backend, 'leader');
    expect((await setActive(admin.client, leader.id, false)).error).toBeNull();
    expect((await leader.client.from('communes').select('id')).error?.hint).toBe('member_inactive');
    expect((await setActive(admin.client, leader.id, true, 2)).error).toBeNull();
    expect((await leader.client.from('communes').select('id')).data).toEqual([{ id: COMMUNES.A }]);
  });

  it('switched off twice at once is switched off once', async () => {
    const leader = await addPerson(backend, 'leader');
    const answers = await Promise.all([1, 2].map(() => setActive(admin.client, leader.id, false)));
    expect(answers.map(({ error }) => error)).toEqual([null, null]);
    expect(await memberOf(leader.id)).toMatchObject({ active: false, version: 2 });
  });
});

describe('the last administrator', () => {
  it('is neither switched off nor given another role', async () => {
    expect((await setActive(admin.client, admin.id, false)).error?.hint).toBe('last_administrator');
    const { status } = await setActive(admin.client, admin.id, false);
    expect(status).toBe(409);
  });

  it('stays while the other administrator has never signed in', async () => {
    await save(admin.client, newMember({ role: 'administrator' }));
    expect((await setActive(admin.client, admin.id, false)).error?.hint).toBe('last_administrator');
  });

  it('remains when two remove each other at once', async () => {
    const other = await signedInPerson(backend, 'administrator');
    const answers = await Promise.all([
      setActive(admin.client, other.id, false),
      setActive(other.client, admin.id, false),
    ]);
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    expect(
      await backend.query(`select from app.members where role = 'administrator' and active`),
    ).toHaveLength(1);
  });

  it('remains under the API too', async () => {
    await expect(
      backend.query(`update app.members set role = 'leader' where id = $1`, [admin.id]),
    ).rejects.toMatchObject({
      hint: 'last_administrator',
    });
  });

  it('goes when another one can sign in', async () => {
    await addPerson(backend, 'administrator');
    expect((await setActive(admin.client, admin.id, false)).error).toBeNull();
  });
});

describe('nobody raises himself', () => {
  it('not an administrator by another role of his own', async () => {
    await addPerson(backend, 'administrator');
    const own = { ...newMember({ sign_in: admin.email, role: 'leader' }), id: admin.id };
    const { status, error } = await save(admin.client, own, 1);
    expect([status, error?.hint]).toEqual([403, 'own_role']);
    expect(await attempts()).toMatchObject([{ act: 'edit', reason: 'own_role', attempted_by: admin.userId }]);
  });

  it.each(['leader', 'front_officer', 'association', 'hamlet_committee', 'police'])(
    'not the %s, and the try is in the log',
    async (role) => {
      const person = await signedInPerson(backend, role);
      const own = { ...newMember({ sign_in: person.email, role: 'administrator' }), id: person.id };
      const { status, error } = await save(person.client, own, 1);
      expect([status, error?.hint]).toEqual([403, 'administrators_only']);
      expect((await memberOf(person.id))?.role).toBe(role);
      expect(await attempts()).toMatchObject([
        { act: 'edit', reason: 'administrators_only', attempted_by: person.userId },
      ]);
    },
  );

  it('and a leader adds nobody', async () => {
    const leader = await signedInPerson(backend, 'leader');
    expect((await save(leader.client, newMember({ role: 'administrator' }))).status).toBe(403);
    expect(await backend.query(`select from auth.users where email like '%phone.invalid'`)).toEqual([]);
  });
});

describe('an administrator of another commune', () => {
  it('changes nobody here, and writes nothing into the log of this one', async () => {
    const other = await signedInPerson(backend, 'administrator', { commune: 'B' });
    const leader = await addPerson(backend, 'leader');
    expect((await setActive(other.client, leader.id, false)).status).toBe(404);
    expect((await other.client.rpc('make_member_code', { member_id: leader.id })).status).toBe(403);
    expect(
      (await other.client.rpc('save_member', { member: newMember(), commune_id: COMMUNES.A })).status,
    ).toBe(403);
    expect(await attempts()).toEqual([]);
  });

  it('does not reset an account that is also at home here', async () => {
    const other = await signedInPerson(backend, 'administrator', { commune: 'B' });
    const leader = await addPerson(backend, 'leader');
    const guest = await addPerson(backend, 'leader', { commune: 'B', userId: leader.userId });
    const { status, error } = await other.client.rpc('make_member_code', { member_id: guest.id });
    expect([status, error?.hint]).toEqual([409, 'account_shared']);
    const changed = { ...newMember({ role: 'leader', sign_in: 'cua-toi@xa.vn' }), id: guest.id };
    expect((await save(other.client, changed, 1)).error?.hint).toBe('account_shared');
    await signedIn(backend, leader.email);
  });
});
