import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { signedIn } from '../support/database.ts';
import { type Actor, accountOf, fillTwoCommunes, placeIn, rowId } from './two-communes.ts';

let backend: Backend;
let officer: SupabaseClient;
beforeEach(async () => {
  backend = await fillTwoCommunes();
  officer = await as('front officer of A');
});

const as = (actor: Actor) => signedIn(backend, accountOf(actor)?.email ?? '');
const POINT = 'eeeeeeee-0000-7000-8000-000000000001';
const SETTING = 'eeeeeeee-0000-7000-8000-000000000002';

async function addPoint(): Promise<void> {
  const { error } = await officer.rpc('load_features', {
    layer: 'waste_points',
    features: [
      {
        id: POINT,
        name: 'Điểm mới',
        kind: 'collection',
        state: 'active',
        valid_from: '2026-01-01',
        geometry: placeIn('A'),
      },
    ],
    commune_id: rowId('A', 'commune'),
  });
  if (error) throw new Error(error.message);
}

async function addSetting(value = 2): Promise<void> {
  const setting = {
    id: SETTING,
    key: 'model_roads_per_hamlet',
    value,
    valid_from: '2026-07-01',
    legal_basis: 'Nghị quyết 1',
    confirmed: false,
  };
  const { error } = await officer.rpc('save_setting', { setting });
  if (error) throw new Error(error.message);
}

type Act = {
  act: string;
  act_name: string | null;
  changes: number;
  undone: number;
  parts: object[];
  subjects: string[] | null;
  undoes_act: string | null;
  changed_by: string;
};
async function latestAct(client = officer): Promise<Act> {
  const { data, error } = await client.rpc('read_acts');
  if (error) throw new Error(error.message);
  const act = (data as Act[])[0];
  if (!act) throw new Error('expected an act');
  return act;
}
const undo = (parameters: object, client = officer) => client.rpc('undo_changes', parameters);
const contentOf = async (table: string, id: string) =>
  (
    await backend.query<{ row: object }>(
      `select to_jsonb(t) - 'version' as row from app.${table} t where id = $1`,
      [id],
    )
  )[0]?.row ?? null;

describe('the log', () => {
  it('tells of an act: who, what, how much', async () => {
    await addPoint();
    expect(await latestAct()).toMatchObject({
      act_name: 'load_features',
      changed_by: accountOf('front officer of A')?.id,
      changes: 2,
      undone: 0,
      undoes_act: null,
      parts: [
        { table: 'waste_points', action: 'insert', count: 1 },
        { table: 'waste_point_states', action: 'insert', count: 1 },
      ],
      subjects: ['Điểm mới'],
    });
  });

  it('tells of a change field by field, without those that follow from others', async () => {
    await addSetting();
    await officer.rpc('confirm_setting', { id: SETTING, legal_basis: 'Nghị quyết 1' });
    const { data } = await officer
      .from('changes')
      .select('fields, subject')
      .eq('row_id', SETTING)
      .order('id', { ascending: false });
    expect(data?.[0]).toEqual({ fields: ['confirmed'], subject: 'model_roads_per_hamlet' });
  });

  it('is asked by person, table and day', async () => {
    await addPoint();
    const count = async (filter: object) =>
      ((await officer.rpc('read_acts', filter)).data as Act[]).filter(({ act_name }) => act_name).length;
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(await count({ person: accountOf('front officer of A')?.id })).toBe(1);
    expect(await count({ person: accountOf('administrator of A')?.id })).toBe(0);
    expect(await count({ tables: ['waste_point_states'] })).toBe(1);
    expect(await count({ tables: ['roads'] })).toBe(0);
    expect(await count({ from_day: today, to_day: today })).toBe(1);
    expect(await count({ from_day: '2020-01-01', to_day: '2020-01-02' })).toBe(0);
  });
});

describe('names in the log', () => {
  const namesFor = async (actor: Actor) => {
    const { data, error } = await (await as(actor)).rpc('change_authors');
    if (error) throw new Error(error.message);
    return (data as { display_name: string }[]).map(({ display_name }) => display_name).sort();
  };

  it('those who steer the plan know everybody’s but the police’s', async () => {
    expect(await namesFor('leader of A')).toEqual([
      'administrator of A',
      'association of A',
      'front officer of A',
      'hamlet committee of A',
      'leader of A',
      'moved: was administrator of A, is leader of B',
    ]);
  });

  it('police know the police’s alone', async () => {
    expect(await namesFor('police of A')).toEqual(['inactive: was police of A', 'police of A']);
  });

  it('who may not read the log learns no name', async () => {
    expect(await namesFor('association of A')).toEqual([]);
  });
});

describe('undoing', () => {
  it('an added row takes it away at every date, keeps it in the log, and can be undone in its turn', async () => {
    await addPoint();
    const before = await contentOf('waste_points', POINT);
    const added = await latestAct();
    const { data, error } = await undo({ act: added.act });
    expect(error).toBeNull();
    expect(data.undone).toBe(2);
    expect(await contentOf('waste_points', POINT)).toBeNull();
    const taken = await latestAct();
    expect(taken).toMatchObject({
      act: data.act,
      act_name: 'undo_changes',
      changes: 2,
      undoes_act: added.act,
    });

    expect((await undo({ act: taken.act })).error).toBeNull();
    expect(await contentOf('waste_points', POINT)).toEqual(before);
    expect((await officer.rpc('waste_points_at', { as_of: '2026-02-01' })).data).toContainEqual(
      expect.objectContaining({ id: POINT, state: 'active' }),
    );
  });

  it('a changed field gives it back its old value and leaves the others', async () => {
    await addSetting();
    await officer.rpc('confirm_setting', { id: SETTING, legal_basis: 'Nghị quyết 2' });
    expect((await undo({ act: (await latestAct()).act })).error).toBeNull();
    expect(await contentOf('settings', SETTING)).toMatchObject({
      value: 2,
      legal_basis: 'Nghị quyết 1',
      confirmed: false,
    });
  });

  it('one change of an act leaves the others', async () => {
    await addPoint();
    const { data } = await officer
      .from('changes')
      .select('id, table_name')
      .eq('act', (await latestAct()).act);
    const state = data?.find(({ table_name }) => table_name === 'waste_point_states');
    expect((await undo({ change: state?.id })).data.undone).toBe(1);
    expect(await contentOf('waste_points', POINT)).not.toBeNull();
    expect(await latestAct()).toMatchObject({ changes: 1 });
  });

  it('sent twice does nothing the second time', async () => {
    await addPoint();
    const { act } = await latestAct();
    await undo({ act });
    expect((await undo({ act })).data).toEqual({ act: null, undone: 0 });
    const { data } = await officer.rpc('read_acts');
    expect((data as Act[]).find((one) => one.act === act)).toMatchObject({ changes: 2, undone: 2 });
  });
});

describe('what would be lost', () => {
  it('later changes of the same field are named, and lost only when they were seen', async () => {
    await addSetting();
    await officer.rpc('confirm_setting', { id: SETTING, legal_basis: 'Nghị quyết 2' });
    const first = await latestAct();
    await (await as('administrator of A')).rpc('confirm_setting', {
      id: SETTING,
      legal_basis: 'Nghị quyết 3',
    });

    const refused = await undo({ act: first.act });
    expect(refused.status).toBe(409);
    expect(refused.error).toMatchObject({ code: 'PT409', hint: 'later_changes' });
    const { lost, seen } = JSON.parse(refused.error?.details ?? '');
    expect(lost).toEqual([
      expect.objectContaining({
        table: 'settings',
        subject: 'model_roads_per_hamlet',
        fields: ['legal_basis'],
        changed_by: accountOf('administrator of A')?.id,
      }),
    ]);
    expect(await contentOf('settings', SETTING)).toMatchObject({ legal_basis: 'Nghị quyết 3' });

    expect((await undo({ act: first.act, seen: seen - 1 })).status).toBe(409);
    expect((await undo({ act: first.act, seen })).error).toBeNull();
    expect(await contentOf('settings', SETTING)).toMatchObject({
      legal_basis: 'Nghị quyết 1',
      confirmed: false,
    });
  });

  it('what hangs on an added row is named', async () => {
    await addPoint();
    const { act } = await latestAct();
    await backend.query(
      `insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from) values (gen_random_uuid(), $1, $2, 'closed', '2026-05-01')`,
      [rowId('A', 'commune'), POINT],
    );
    const refused = await undo({ act });
    expect(refused.error).toMatchObject({ hint: 'later_changes' });
    const { lost, seen } = JSON.parse(refused.error?.details ?? '');
    expect(lost).toEqual([{ table: 'waste_point_states', count: 1, subject: 'Điểm mới' }]);
    expect((await undo({ act, seen })).error).toBeNull();
    expect(await contentOf('waste_points', POINT)).toBeNull();
  });
});

describe('who may not', () => {
  it.each(['leader of A', 'administrator of B', 'association of A', 'police of A'] as Actor[])(
    '%s',
    async (actor) => {
      await addPoint();
      const { act } = await latestAct();
      const { status } = await undo({ act }, await as(actor));
      expect([403, 404]).toContain(status);
      expect(await contentOf('waste_points', POINT)).not.toBeNull();
    },
  );

  it('nobody undoes what police wrote, or reads it in the log', async () => {
    await backend.query(`update app.incidents set state = 'resolved' where id = $1`, [
      rowId('A', 'incident'),
    ]);
    const [{ act } = { act: '' }] = await backend.query<{ act: string }>(
      `select act from app.changes where table_name = 'incidents' order by id desc limit 1`,
    );
    expect((await undo({ act })).status).toBe(404);
    const police = await as('police of A');
    expect((await undo({ act }, police)).status).toBe(403);
    expect(
      (await police.from('changes').select('before, after, fields, subject').eq('act', act)).data,
    ).toEqual([{ before: null, after: null, fields: null, subject: null }]);
  });

  it('the administrator does not undo what was done to a member', async () => {
    const administrator = await as('administrator of A');
    await backend.query(`update app.members set role = 'leader' where display_name = 'association of A'`);
    const { data } = await administrator
      .from('changes')
      .select('id')
      .eq('table_name', 'members')
      .order('id', { ascending: false });
    const { status, error } = await undo({ change: data?.[0]?.id }, administrator);
    expect([status, error?.hint]).toEqual([422, 'not_undoable']);
  });
});
