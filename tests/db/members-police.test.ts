import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { addPerson, newMember, signedInPerson, twoEmptyCommunes } from './people.ts';

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

describe('an administrator has no way to what police read', () => {
  const policeOf = () => addPerson(backend, 'police');

  it('by appointing police', async () => {
    const { status, error } = await save(admin.client, newMember({ role: 'police' }));
    expect([status, error?.hint]).toEqual([403, 'police_only']);
    expect(await attempts()).toMatchObject([
      { act: 'add', reason: 'police_only', attempted_by: admin.userId },
    ]);
  });

  it('by making a member police', async () => {
    const leader = await addPerson(backend, 'leader');
    const changed = { ...newMember({ sign_in: leader.email, role: 'police' }), id: leader.id };
    expect((await save(admin.client, changed, 1)).error?.hint).toBe('police_only');
    expect((await memberOf(leader.id))?.role).toBe('leader');
  });

  it('by changing the role, the name or the sign-in of police', async () => {
    const police = await policeOf();
    for (const more of [{ role: 'leader' }, { role: 'police' }, { role: 'police', sign_in: '0987654321' }]) {
      const changed = { ...newMember({ sign_in: police.email, ...more }), id: police.id };
      expect((await save(admin.client, changed, 1)).error?.hint).toBe('police_only');
    }
    expect(await memberOf(police.id)).toMatchObject({ role: 'police', version: 1 });
    expect(await attempts()).toHaveLength(3);
  });

  it("by resetting a police member's password", async () => {
    const police = await policeOf();
    const { status, error } = await admin.client.rpc('make_member_code', { member_id: police.id });
    expect([status, error?.hint]).toEqual([403, 'police_only']);
    expect(await backend.query('select from app.one_time_codes')).toEqual([]);
    expect(await attempts()).toMatchObject([{ act: 'reset', member_id: police.id }]);
  });

  it('by switching off and on again: he may switch off, and only police switch on', async () => {
    const police = await policeOf();
    expect((await setActive(admin.client, police.id, false)).error).toBeNull();
    expect(await memberOf(police.id)).toMatchObject({ active: false, version: 2 });
    expect((await setActive(admin.client, police.id, true, 2)).error?.hint).toBe('police_only');
    expect(await attempts()).toMatchObject([
      { act: 'activate', reason: 'police_only', member_id: police.id },
    ]);
    const colleague = await signedInPerson(backend, 'police');
    expect((await setActive(colleague.client, police.id, true, 2)).error).toBeNull();
  });

  it('and the attempts are read by police and by administrators of the commune alone', async () => {
    await save(admin.client, newMember({ role: 'police' }));
    const police = await signedInPerson(backend, 'police');
    const leader = await signedInPerson(backend, 'leader');
    const elsewhere = await signedInPerson(backend, 'police', { commune: 'B' });
    const seen = async (client: typeof admin.client) =>
      (await client.from('refused_attempts').select('act, reason, attempted_by_name')).data;
    const one = [{ act: 'add', reason: 'police_only', attempted_by_name: 'Người administrator' }];
    expect([
      await seen(police.client),
      await seen(admin.client),
      await seen(leader.client),
      await seen(elsewhere.client),
    ]).toEqual([one, one, [], []]);
  });
});

describe('police of a commune', () => {
  it('add police, reset them and see police alone', async () => {
    const police = await signedInPerson(backend, 'police');
    const colleague = newMember({ role: 'police', display_name: 'Trần Văn An' });
    expect((await save(police.client, colleague)).error).toBeNull();
    expect((await police.client.rpc('make_member_code', { member_id: colleague.id })).data.code).toMatch(
      /^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/,
    );
    const { data } = await police.client.rpc('list_members');
    expect(data.map(({ id }: { id: string }) => id).sort()).toEqual([police.id, colleague.id].sort());
  });

  it('add nobody else', async () => {
    const police = await signedInPerson(backend, 'police');
    expect((await save(police.client, newMember({ role: 'administrator' }))).error?.hint).toBe(
      'administrators_only',
    );
  });

  it('do not reset an administrator', async () => {
    const police = await signedInPerson(backend, 'police');
    expect((await police.client.rpc('make_member_code', { member_id: admin.id })).error?.hint).toBe(
      'administrators_only',
    );
  });
});
