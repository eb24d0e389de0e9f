import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn, visitor } from '../../support/database.ts';
import { block, put, putCommune, putMember, spot } from '../hand-made-map.ts';
import { REAL } from './rule.ts';

type Part = {
  name: string | null;
  count: number | null;
  total: number | null;
  late_count: number | null;
  starts_on: string;
};

let backend: Backend;
let commune: string;
let police: SupabaseClient;
let leader: SupabaseClient;
beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  for (const role of ['police', 'leader', 'front_officer'] as const)
    await putMember(backend, commune, await createUser(backend, { email: `${role}@xa.vn` }), role);
  police = await signedIn(backend, 'police@xa.vn');
  leader = await signedIn(backend, 'leader@xa.vn');
  // Six hamlets side by side, each 2 units wide; east of them lies none.
  for (const [index, name] of HAMLETS.entries())
    await put(backend, 'hamlets', {
      commune_id: commune,
      name,
      valid_from: '2024-01-01',
      geom: block(2 * index, 0, 2 * index + 2, 10),
    });
});

const HAMLETS = ['Thôn 1', 'Thôn 2', 'Thôn 3', 'Thôn 4', 'Thôn 5', 'Thôn 6'];
const write = (hamlet: number, day: string, more: Record<string, unknown> = {}) =>
  put(backend, 'incidents', {
    commune_id: commune,
    kind: 'theft',
    occurred_at: `${day}T08:00:00+07:00`,
    state: 'open',
    geom: spot(2 * hamlet - 1, 5),
    ...more,
  });
async function writeCounts(counts: readonly number[], day: string): Promise<void> {
  for (const [index, count] of counts.entries())
    for (let each = 0; each < count; each += 1) await write(index + 1, day);
}
async function call<Answer>(client: SupabaseClient, name: string, parameters = {}): Promise<Answer> {
  const { data, error } = await client.rpc(name, parameters);
  if (error) throw new Error(`${name}: ${error.code} ${error.hint} ${error.message}`);
  return data;
}
const close = (starts_on: string) => call<string>(police, 'close_incident_period', { starts_on });
const release = (id: string) => call<string>(police, 'release_incident_period', { id });
const publish = async (starts_on: string) => release(await close(starts_on));
const read = (client: SupabaseClient, as_of?: string) =>
  call<Part[]>(client, 'published_incidents', { as_of });
const counts = (parts: Part[]) => parts.map(({ count }) => count);

describe('a period', () => {
  it('is read by nobody but police until they release it, and by every member then', async () => {
    await writeCounts([6, 1, 2, 1, 2, 0], '2026-02-10');
    const id = await close('2026-01-01');
    expect(await read(leader)).toEqual([]);
    expect((await leader.from('published_periods').select('*')).data).toEqual([]);
    const review = await call<{ count: number; is_shown: boolean }[]>(police, 'review_incident_period', {
      starts_on: '2026-01-01',
    });
    expect(review.map(({ count, is_shown }) => [count, is_shown])).toEqual([
      [6, true],
      [1, false],
      [2, false],
      [1, false],
      [2, false],
      [0, false],
    ]);
    await release(id);
    const parts = await read(leader);
    expect(counts(parts)).toEqual([6, null, null, null, null, null]);
    expect(parts[0]).toMatchObject({ name: 'Thôn 1', total: 12, late_count: null, starts_on: '2026-01-01' });
    expect(await read(visitor(backend))).toEqual([]);
  });

  it('has no total where it would betray a part', async () => {
    await writeCounts([6, 0, 1, 0, 0, 0], '2026-02-10');
    await publish('2026-01-01');
    expect((await read(leader))[0]).toMatchObject({ count: 6, total: null });
  });

  it('never counts what is not to be published, nor what was withdrawn', async () => {
    await writeCounts([5, 0, 0, 0, 0, 0], '2026-02-10');
    await write(1, '2026-02-10', { kind: 'domestic_violence' });
    await write(1, '2026-02-10', { kind: 'other' });
    await write(1, '2026-02-10', { withdrawn_on: '2026-02-11', withdrawn_reason: 'mistake' });
    await publish('2026-01-01');
    expect(counts(await read(leader))[0]).toBe(5);
  });

  it('gives what lies outside every hamlet to the nearest', async () => {
    for (let each = 0; each < 5; each += 1) await write(1, '2026-02-10', { geom: spot(15, 12) });
    await publish('2026-01-01');
    expect(counts(await read(leader))).toEqual([null, null, null, null, null, 5]);
  });

  it('counts the days of its own, by the clock of Vietnam, and what came late once, in the next', async () => {
    await writeCounts([5, 0, 0, 0, 0, 0], '2026-03-31');
    await writeCounts([0, 5, 0, 0, 0, 0], '2026-04-01');
    await publish('2026-01-01');
    expect(counts(await read(leader, '2026-06-30'))[0]).toBe(5);
    await writeCounts([0, 0, 6, 0, 0, 0], '2026-02-01');
    await publish('2026-04-01');
    expect(counts(await read(leader, '2026-06-29'))).toEqual([5, null, null, null, null, null]);
    expect(counts(await read(leader, '2026-06-30'))).toEqual([null, 5, 6, null, null, null]);
  });

  it('says how many came late where that is no small number and the total stands', async () => {
    await publish('2026-01-01');
    await writeCounts([6, 0, 0, 0, 0, 0], '2026-02-01');
    await writeCounts([6, 1, 1, 1, 1, 1], '2026-05-01');
    await publish('2026-04-01');
    expect((await read(leader))[0]).toMatchObject({ total: 17, late_count: 6 });
  });

  it('is never written over: not by later entries, by withdrawals, by another closing or another release', async () => {
    await writeCounts([6, 0, 0, 0, 0, 0], '2026-02-10');
    const id = await close('2026-01-01');
    await writeCounts([3, 0, 0, 0, 0, 0], '2026-02-10');
    expect(await close('2026-01-01')).toBe(id);
    await release(id);
    await backend.query(`update app.incidents set withdrawn_on = '2026-04-01', withdrawn_reason = 'mistake'`);
    await release(id);
    expect(counts(await read(leader))[0]).toBe(6);
  });

  it('is cut by cells where the commune says so, and visitors read none of those', async () => {
    await put(backend, 'settings', {
      commune_id: commune,
      key: 'publication_parts',
      value: '"cells"',
      valid_from: '2026-01-01',
    });
    await put(backend, 'settings', {
      commune_id: commune,
      key: 'publication_for_visitors',
      value: '"yes"',
      valid_from: '2025-01-01',
    });
    await writeCounts([7, 0, 0, 1, 0, 0], '2026-02-10');
    await publish('2026-01-01');
    const parts = await read(leader);
    expect(parts.length).toBeGreaterThan(50);
    expect(counts(parts).filter((count) => count !== null)).toEqual([7]);
    expect(await read(visitor(backend))).toEqual([]);
  });

  it('is read by visitors where the commune publishes its hamlets', async () => {
    await put(backend, 'settings', {
      commune_id: commune,
      key: 'publication_for_visitors',
      value: '"yes"',
      valid_from: '2025-01-01',
    });
    await writeCounts([7, 1, 0, 0, 0, 0], '2026-02-10');
    await publish('2026-01-01');
    expect(counts(await read(visitor(backend)))).toEqual([7, null, null, null, null, null]);
  });
});

describe('closing is refused', () => {
  const refusal = async (starts_on: string, client = police) =>
    (await client.rpc('close_incident_period', { starts_on })).error?.hint;

  it('of what is no period, is not over, or lies before one that was closed', async () => {
    expect(await refusal('2026-02-01')).toBe('not_a_period');
    expect(await refusal('2089-01-01')).toBe('period_not_over');
    await close('2026-04-01');
    expect(await refusal('2026-01-01')).toBe('later_period_closed');
  });

  it('without any hamlet', async () => {
    expect(await refusal('2023-01-01')).toBe('no_hamlets');
  });
});

describe('the rules', () => {
  const save = async (setting: object) => {
    const officer = await signedIn(backend, 'front_officer@xa.vn');
    return officer.rpc('save_setting', {
      setting: { id: 'eeeeeeee-0000-7000-8000-000000000001', legal_basis: '', confirmed: false, ...setting },
    });
  };

  it.each(['2089-02-01', '2020-01-01'])(
    'do not change with %s, only with a year that is still to come',
    async (valid_from) => {
      const { error } = await save({ key: 'publication_parts', value: 'cells', valid_from });
      expect(JSON.parse(error?.details ?? '{}').fields).toEqual([
        { field: 'valid_from', code: 'not_a_new_year', detail: null },
      ]);
    },
  );

  it('change with a year that is still to come, to one of the choices', async () => {
    expect(
      (await save({ key: 'publication_parts', value: 'cells', valid_from: '2089-01-01' })).error,
    ).toBeNull();
    expect(
      (await save({ key: 'publication_period', value: 'week', valid_from: '2089-01-01' })).error?.hint,
    ).toBe('fields_with_errors');
  });

  it('that count already are not taken back', async () => {
    await put(backend, 'settings', {
      commune_id: commune,
      key: 'publication_parts',
      value: '"cells"',
      valid_from: '2026-01-01',
    });
    const officer = await signedIn(backend, 'front_officer@xa.vn');
    const { data } = await officer.from('changes').select('id').eq('table_name', 'settings');
    const { error } = await officer.rpc('undo_changes', { change: data?.[0]?.id });
    expect(error?.code).toBe('42501');
  });
});

it('the rule in SQL is the rule of the attack', async () => {
  const random = (most: number) => Math.floor(Math.random() * most);
  const sets = Array.from({ length: 500 }, () => Array.from({ length: random(9) }, () => random(8)));
  const rows = await backend.query<{ counts: number[]; tells: boolean }>(
    `select s.counts, app.shows_total(array(select c::integer from jsonb_array_elements_text(s.counts) c)) as tells
     from jsonb_array_elements($1::jsonb) s (counts)`,
    [JSON.stringify(sets)],
  );
  expect(rows.map(({ tells }) => tells)).toEqual(sets.map((set) => REAL.tellsTotal(set)));
  expect(new Set(rows.map(({ tells }) => tells)).size).toBe(2);
});
