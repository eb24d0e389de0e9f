import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { COMMUNES, signedInPerson, twoEmptyCommunes } from './people.ts';

let backend: Backend;
let officer: Awaited<ReturnType<typeof signedInPerson>>;
beforeEach(async () => {
  backend = await twoEmptyCommunes();
  officer = await signedInPerson(backend, 'front_officer');
});

type Organization = { id: string; code: string; name: string; retired_on: string | null; version: number };
const list = async (): Promise<(Organization & { members: number })[]> =>
  (await officer.client.rpc('list_organizations')).data;
const save = (client: typeof officer.client, organization: object, version: number | null = null) =>
  client.rpc('save_organization', { organization, version });
const retire = (id: string, retired: boolean, version: number) =>
  officer.client.rpc('set_organization_retired', { organization_id: id, retired, version });

describe('the organizations of a commune', () => {
  it('begin with the bodies that the plan names', async () => {
    expect((await list()).map(({ name }) => name).sort()).toEqual(
      [
        'Ban công tác Mặt trận các thôn',
        'Công an xã',
        'Hội Cựu chiến binh',
        'Hội Liên hiệp Phụ nữ',
        'Hội Nông dân',
        'Hội đồng nhân dân xã',
        'Đoàn Thanh niên',
        'Đảng ủy xã',
        'Ủy ban MTTQ Việt Nam xã',
        'Ủy ban nhân dân xã',
      ]
        .map((name) => name.normalize('NFC'))
        .sort(),
    );
  });

  it('are added to, once, when the form is sent twice at once', async () => {
    const organization = { id: randomUUID(), name: ' Hợp tác xã Nghi Dương '.normalize('NFD') };
    const answers = await Promise.all([
      save(officer.client, organization),
      save(officer.client, organization),
    ]);
    expect(answers.map(({ error }) => error)).toEqual([null, null]);
    expect((await list()).filter(({ id }) => id === organization.id)).toMatchObject([
      { name: 'Hợp tác xã Nghi Dương', version: 1, retired_on: null, members: 0 },
    ]);
  });

  it('are renamed and keep their code', async () => {
    const veterans = (await list()).find(({ code }) => code === 'veterans') as Organization;
    const { data } = await save(officer.client, { ...veterans, code: 'mine', name: 'Hội CCB xã' }, 1);
    expect(data).toMatchObject({ code: 'veterans', name: 'Hội CCB xã', version: 2 });
    const { status, error } = await save(officer.client, { ...veterans, name: 'Hội khác' }, 1);
    expect([status, error?.hint]).toEqual([409, 'stale']);
    expect(JSON.parse(String(error?.details))).toMatchObject({
      theirs: { name: 'Hội CCB xã' },
      yours: { name: 'Hội khác' },
    });
  });

  it('bear one name once, however its tone is written, until one is retired', async () => {
    const youth = (await list()).find(({ code }) => code === 'youth') as Organization;
    const another = { id: randomUUID(), name: 'ĐOÀN  thanh niên' };
    expect((await save(officer.client, another)).error?.hint).toBe('name_taken');
    expect((await retire(youth.id, true, 1)).data).toMatchObject({
      version: 2,
      retired_on: expect.stringMatching(/^\d{4}-/),
    });
    expect((await save(officer.client, another)).error).toBeNull();
    expect((await retire(youth.id, false, 2)).error?.hint).toBe('name_taken');
  });

  it('are retired and taken up again, and retired twice is retired once', async () => {
    const women = (await list()).find(({ code }) => code === 'women') as Organization;
    const answers = await Promise.all([retire(women.id, true, 1), retire(women.id, true, 1)]);
    expect(answers.map(({ error }) => error)).toEqual([null, null]);
    expect((await retire(women.id, false, 2)).data).toMatchObject({ retired_on: null, version: 3 });
    expect((await retire(women.id, true, 1)).error?.hint).toBe('stale');
  });

  it('need a name', async () => {
    for (const name of ['', '   ', null, 'x'.repeat(121)]) {
      const { status, error } = await save(officer.client, { id: randomUUID(), name });
      expect([status, error?.hint]).toEqual([422, 'name_invalid']);
    }
  });

  it('are not kept by others, nor from another commune', async () => {
    const [some] = await list();
    for (const role of ['leader', 'association', 'hamlet_committee', 'police']) {
      const { client } = await signedInPerson(backend, role);
      expect((await save(client, { id: randomUUID(), name: 'Mới' })).status).toBe(403);
      expect((await save(client, { ...some, name: 'Mới' }, 1)).status).toBe(403);
      expect(
        (
          await client.rpc('set_organization_retired', {
            organization_id: some?.id,
            retired: true,
            version: 1,
          })
        ).status,
      ).toBe(403);
    }
    const elsewhere = await signedInPerson(backend, 'front_officer', { commune: 'B' });
    const foreign = { organization: { id: randomUUID(), name: 'Mới' }, commune_id: COMMUNES.A };
    expect((await elsewhere.client.rpc('save_organization', foreign)).status).toBe(403);
    expect((await save(elsewhere.client, { ...some, name: 'Mới' }, 1)).status).toBe(404);
    expect((await list()).every(({ version }) => version === 1)).toBe(true);
  });
});
