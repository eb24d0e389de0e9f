import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { signedIn, visitor } from '../support/database.ts';
import { addPerson, COMMUNES, newMember, type Person, signedInPerson, twoEmptyCommunes } from './people.ts';

const PASSWORD = 'mat-khau-cua-hoa';

let backend: Backend;
let admin: Awaited<ReturnType<typeof signedInPerson>>;
let invited: ReturnType<typeof newMember>;
beforeEach(async () => {
  backend = await twoEmptyCommunes();
  admin = await signedInPerson(backend, 'administrator');
  invited = newMember();
  await admin.client.rpc('save_member', { member: invited });
});

async function newCode(id: string = invited.id): Promise<string> {
  const { data, error } = await admin.client.rpc('make_member_code', { member_id: id });
  if (error) throw new Error(error.message);
  return data.code;
}
const redeem = (code: string, more: object = {}) =>
  visitor(backend).rpc('redeem_code', { code, password: PASSWORD, ...more });
const holder = (code: string) => visitor(backend).rpc('code_holder', { code });

describe('a one-time code', () => {
  it('tells for whom it is, sets the password, and the person signs in', async () => {
    const code = await newCode();
    expect((await holder(code)).data).toMatchObject({
      purpose: 'set_password',
      commune: 'Xã A',
      display_name: 'Nguyễn Thị Hoa',
      sign_in: '0912345678',
    });
    const { data, error } = await redeem(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect([error, data]).toEqual([null, { address: '0912345678@phone.invalid' }]);
    const client = await signedIn(backend, data.address, PASSWORD);
    expect((await client.from('members').select('role')).data).toEqual([{ role: 'front_officer' }]);
    const { data: list } = await admin.client.rpc('list_members');
    const shown = list.find(({ id }: { id: string }) => id === invited.id);
    expect(
      [shown.joined_at, shown.last_sign_in_at, shown.code_expires_at].map((value) => value === null),
    ).toEqual([false, false, true]);
  });

  it('is kept as SHA-256 only, and the hash is read by nobody', async () => {
    const code = await newCode();
    const [row] = await backend.query<{ code_hash: string }>('select * from app.one_time_codes');
    expect(row?.code_hash).toBe(createHash('sha256').update(code.replaceAll('-', '')).digest('hex'));
    expect(JSON.stringify(row)).not.toContain(code.replaceAll('-', ''));
    expect(JSON.stringify(await backend.query('select * from app.changes'))).not.toContain(row?.code_hash);
  });

  it('is another one each time, of letters that cannot be confused', async () => {
    const rows = await backend.query<{ code: string }>(
      'select app.make_code() as code from generate_series(1, 300)',
    );
    expect(new Set(rows.map(({ code }) => code)).size).toBe(300);
    expect(rows.every(({ code }) => /^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){3}$/.test(code))).toBe(true);
    // 4,800 letters of 31: each comes some 155 times.
    const letters = rows.map(({ code }) => code.replaceAll('-', '')).join('');
    for (const letter of new Set(letters)) expect(letters.split(letter).length).toBeGreaterThan(90);
    expect(new Set(letters).size).toBe(31);
  });

  it('sent twice at once sets one password', async () => {
    const code = await newCode();
    const answers = await Promise.all([redeem(code), redeem(code, { password: 'mat-khau-thu-hai' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(answers.find(({ error }) => error)?.error?.hint).toBe('code_used');
    expect((await redeem(code)).error?.hint).toBe('code_used');
    expect((await holder(code)).error?.hint).toBe('code_used');
  });

  it('is refused when it is late', async () => {
    const code = await newCode();
    await backend.query(`update app.one_time_codes set expires_at = now()`);
    expect([(await redeem(code)).error?.hint, (await holder(code)).error?.hint]).toEqual([
      'code_expired',
      'code_expired',
    ]);
  });

  it('lasts seven days', async () => {
    await newCode();
    expect(
      await backend.query('select expires_at - made_at = $1::interval as week from app.one_time_codes', [
        '7 days',
      ]),
    ).toEqual([{ week: true }]);
  });

  it('gives way to a newer one', async () => {
    const [first, second] = [await newCode(), await newCode()];
    expect((await redeem(first)).error?.hint).toBe('code_replaced');
    expect((await redeem(second)).error).toBeNull();
  });

  it('ends with the account, and does not come back with it', async () => {
    const code = await newCode();
    await admin.client.rpc('set_member_active', { member_id: invited.id, active: false, version: 1 });
    expect((await redeem(code)).error?.hint).toBe('code_replaced');
    expect((await admin.client.rpc('make_member_code', { member_id: invited.id })).error?.hint).toBe(
      'member_switched_off',
    );
    await admin.client.rpc('set_member_active', { member_id: invited.id, active: true, version: 2 });
    expect((await redeem(code)).error?.hint).toBe('code_replaced');
  });

  it.each([['ABCD-EFGH-JKMN-PQRS'], [''], ['%']])('is refused when it is wrong: "%s"', async (code) => {
    await newCode();
    const { status, error } = await redeem(code);
    expect([status, error?.hint]).toEqual([403, 'code_wrong']);
  });

  it('is not spent on a password that cannot be', async () => {
    const code = await newCode();
    for (const password of ['chin-chu!', '', 'ơ'.repeat(37)])
      expect((await redeem(code, { password })).error?.hint).toBe('password_length');
    expect((await redeem(code)).error).toBeNull();
  });

  it('resets a password: who was signed in with the old one is out at once', async () => {
    const leader = await signedInPerson(backend, 'leader');
    expect((await redeem(await newCode(leader.id))).error).toBeNull();
    expect((await leader.client.from('members').select('id')).status).toBe(401);
    await signedIn(backend, leader.email, PASSWORD);
    await expect(signedIn(backend, leader.email)).rejects.toThrow();
  });
});

describe('the code from the terminal', () => {
  const issue = async (commune: string | null = '10001') =>
    (await backend.query<{ code: string }>('select app.issue_police_code($1) as code', [commune]))[0]?.code ??
    '';
  const person = { display_name: 'Trần Văn An', sign_in: '+84 987 654 321' };

  it('makes the first police member of the commune', async () => {
    const code = await issue();
    expect((await holder(code)).data).toMatchObject({
      purpose: 'first_police',
      commune: 'Xã A',
      display_name: null,
    });
    const { data, error } = await redeem(code, { person });
    expect([error, data]).toEqual([null, { address: '0987654321@phone.invalid' }]);
    const client = await signedIn(backend, data.address, PASSWORD);
    expect((await client.from('members').select('role, display_name, commune_id')).data).toEqual([
      { role: 'police', display_name: 'Trần Văn An', commune_id: COMMUNES.A },
    ]);
    expect((await redeem(code, { person })).error?.hint).toBe('code_used');
  });

  it('is not given, and no longer works, where there is police already', async () => {
    const code = await issue();
    await addPerson(backend, 'police');
    await expect(issue()).rejects.toMatchObject({ hint: 'has_police' });
    expect((await redeem(code, { person })).error?.hint).toBe('code_replaced');
  });

  it('needs to know the commune where there are several', async () => {
    await expect(issue(null)).rejects.toMatchObject({ hint: 'several_communes' });
    await expect(issue('99999')).rejects.toMatchObject({ hint: 'no_commune' });
  });

  it.each([
    ['display_name_invalid', { ...person, display_name: ' ' }],
    ['sign_in_invalid', { ...person, sign_in: 'an' }],
    ['display_name_invalid', null],
  ])('is not spent on somebody who cannot be: %s', async (hint, wrong) => {
    const code = await issue();
    expect((await redeem(code, { person: wrong })).error?.hint).toBe(hint);
    expect((await redeem(code, { person })).error).toBeNull();
  });

  it('makes nobody else police: not the administrator, not by his own address', async () => {
    const code = await issue();
    const { status, error } = await redeem(code, { person: { ...person, sign_in: admin.email } });
    expect([status, error?.hint]).toEqual([409, 'sign_in_taken']);
    expect(await backend.query(`select from app.members where role = 'police'`)).toEqual([]);
  });

  it('opens the account again of the last police member who lost the password', async () => {
    const lost: Person = await addPerson(backend, 'police', { active: false });
    expect((await redeem(await issue(), { person: { ...person, sign_in: lost.email } })).error).toBeNull();
    const client = await signedIn(backend, lost.email, PASSWORD);
    expect((await client.from('members').select('id')).data).toEqual([{ id: lost.id }]);
  });

  it('is not for the API to issue', async () => {
    expect((await admin.client.rpc('issue_police_code')).status).toBe(404);
  });
});

describe('the address behind a sign-in', () => {
  it.each([
    ['0912345678', '0912345678@phone.invalid'],
    [' 0912 345 678 ', '0912345678@phone.invalid'],
    ['0912.345.678', '0912345678@phone.invalid'],
    ['+84912345678', '0912345678@phone.invalid'],
    ['+84 (0)912 345 678', '0912345678@phone.invalid'],
    ['84912345678', '0912345678@phone.invalid'],
    ['0084 912 345 678', '0912345678@phone.invalid'],
    ['0225 3 123 456', '02253123456@phone.invalid'],
    ['Hoa@Xa.gov.vn ', 'hoa@xa.gov.vn'],
    ['0912345678@PHONE.invalid', '0912345678@phone.invalid'],
    ['091234567', null],
    ['09123456789', null],
    ['8491234567', null],
    ['912345678', null],
    ['0112345678', null],
    ['hoa', null],
    ['hoa@xa', null],
    ['', null],
  ])('of "%s" is %s', async (given, address) => {
    expect((await visitor(backend).rpc('sign_in_address', { sign_in: given })).data).toBe(address);
  });
});
