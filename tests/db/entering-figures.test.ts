import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { block, path, put, putCommune, putMember } from './hand-made-map.ts';

let backend: Backend;
let commune: string;
let hamlet: string;
let other: string;
let officer: SupabaseClient;
let committee: SupabaseClient;

const person = async (role: string, more: object = {}) => {
  const email = `${role}@xa.vn`;
  const user = await createUser(backend, { email });
  const member = await putMember(backend, commune, user, role);
  for (const [column, value] of Object.entries(more))
    await backend.query(`update app.members set ${column} = $1 where id = $2`, [value, member]);
  return signedIn(backend, email);
};
const cell = (more: object = {}) => ({
  id: randomUUID(),
  hamlet_id: hamlet,
  indicator: 'waste-sorting',
  period: '2026-03-01',
  numerator: 300,
  denominator: null,
  ...more,
});
const save = (client: SupabaseClient, ...entries: object[]) => client.rpc('save_reports', { entries });
const fields = (answer: { error: { details?: string | null } | null }) =>
  (JSON.parse(answer.error?.details ?? '{}').fields ?? []).map(
    ({ field, code }: { field: string; code: string }) =>
      `${field.split('/').slice(1).join('/') || field} ${code}`,
  );
const stored = () =>
  backend.query(
    'select numerator::integer as numerator, revision from app.reports order by revision, numerator',
  );

beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  [hamlet = '', other = ''] = [
    await put(backend, 'hamlets', {
      commune_id: commune,
      name: 'Thôn 1',
      valid_from: '2020-01-01',
      geom: block(0, 0, 5, 5),
    }),
    await put(backend, 'hamlets', {
      commune_id: commune,
      name: 'Thôn 2',
      valid_from: '2026-03-15',
      geom: block(5, 0, 10, 5),
    }),
  ];
  await put(backend, 'hamlet_statistics', {
    commune_id: commune,
    hamlet_id: hamlet,
    valid_from: '2026-01-01',
    households: 400,
  });
  officer = await person('front_officer');
  committee = await person('hamlet_committee', { hamlet_id: hamlet });
});

describe('a month that is entered', () => {
  test('is stored whole or not at all, and every wrong cell is named', async () => {
    const answer = await save(
      officer,
      cell(),
      cell({ indicator: 'green-sunday', numerator: 401 }),
      cell({ indicator: 'conciliation', numerator: 3, denominator: 2 }),
      cell({ indicator: 'conciliation', numerator: 1.5, denominator: 2 }),
      cell({ indicator: 'drug-free', period: '2026-02-01', numerator: 2 }),
      cell({ indicator: 'model-roads' }),
      cell({ hamlet_id: other, period: '2026-02-01' }),
      cell({ period: '2099-01-01' }),
    );
    expect(answer.error?.hint).toBe('fields_with_errors');
    expect(fields(answer).sort()).toEqual(
      [
        'green-sunday/numerator above_denominator',
        'conciliation/numerator above_denominator',
        'conciliation/numerator number_invalid',
        'drug-free/numerator number_out_of_range',
        'drug-free/period date_invalid',
        'model-roads/indicator choice_invalid',
        'waste-sorting/hamlet_id not_in_period',
        'waste-sorting/period in_future',
      ].sort(),
    );
    expect(await stored()).toEqual([]);
  });

  test('is stored once however often it is sent, and empty is not zero', async () => {
    const sent = cell();
    expect((await save(officer, sent)).error).toBeNull();
    expect((await save(officer, sent)).error).toBeNull();
    expect((await save(officer, cell({ indicator: 'green-sunday', numerator: null }))).error).toBeNull();
    expect(await stored()).toEqual([{ numerator: 300, revision: 1 }]);
  });

  test('entered from two places shows the second what the first wrote, and the second decides', async () => {
    await save(officer, cell({ numerator: 300 }));
    const second = await save(committee, cell({ numerator: 280 }));
    expect(second.error?.hint).toBe('stale');
    const [row] = JSON.parse(second.error?.details ?? '{}').rows;
    expect([row.yours.numerator, row.theirs.numerator, row.theirs.version]).toEqual([280, 300, 1]);
    expect(await stored()).toEqual([{ numerator: 300, revision: 1 }]);
    expect((await save(committee, cell({ numerator: 280, edited_version: 1 }))).error).toBeNull();
    expect(await stored()).toEqual([{ numerator: 280, revision: 1 }]);
  });

  test('of another hamlet is not a committee’s to enter', async () => {
    const answer = await save(committee, cell({ hamlet_id: other, denominator: 500 }));
    expect(answer.error?.code).toBe('42501');
    expect(answer.error?.message).toContain('thôn mình');
    expect(await stored()).toEqual([]);
  });
});

describe('a month that is confirmed', () => {
  const lock = (client: SupabaseClient, period = '2026-03-01') =>
    client.rpc('confirm_reports', {
      locks: [{ id: randomUUID(), hamlet_id: hamlet, every: 'month', period }],
    });

  test('is entered no more, and corrected with a reason as a new version', async () => {
    const first = cell();
    await save(officer, first);
    const correction = { ...cell({ numerator: 280 }), replaces: first.id, reason: 'Đếm trùng một xóm' };
    expect((await officer.rpc('correct_report', { report: correction })).error?.hint).toBe('not_locked');
    expect((await lock(committee)).error).toBeNull();
    expect((await lock(officer)).error).toBeNull();
    expect(fields(await save(officer, cell({ numerator: 280, edited_version: 1 })))).toEqual([
      'waste-sorting/period locked',
    ]);
    expect(fields(await officer.rpc('correct_report', { report: { ...correction, reason: ' ' } }))).toEqual([
      'reason required',
    ]);
    expect((await officer.rpc('correct_report', { report: correction })).error).toBeNull();
    // Sent again: stored once.
    expect((await officer.rpc('correct_report', { report: correction })).error).toBeNull();
    expect(await stored()).toEqual([
      { numerator: 300, revision: 1 },
      { numerator: 280, revision: 2 },
    ]);
    const late = { ...correction, id: randomUUID(), numerator: 290 };
    expect((await officer.rpc('correct_report', { report: late })).error?.hint).toBe('stale');
    const { data } = await officer.rpc('reports_of', { month: '2026-03-01' });
    const row = data?.find(
      (one: { hamlet_id: string; indicator: string }) =>
        one.hamlet_id === hamlet && one.indicator === 'waste-sorting',
    );
    expect(row).toMatchObject({ numerator: 280, revision: 2, is_locked: true, households: 400 });
  });

  test('must have ended', async () => {
    const answer = await lock(officer, new Date().toISOString().slice(0, 8).concat('01'));
    expect(fields(answer)).toEqual(['period not_ended']);
  });
});

describe('a target', () => {
  const target = (more: object = {}) => ({
    id: randomUUID(),
    indicator: 'waste-sorting',
    scope: 'hamlets',
    value: 60,
    valid_from: '2026-01-01',
    valid_to: null,
    legal_basis: null,
    confirmed: false,
    ...more,
  });
  const put = (row: object, edited_version: number | null = null) =>
    officer.rpc('save_target', { target: row, edited_version });

  test('that overlaps another or runs backwards is refused at its day', async () => {
    expect((await put(target({ valid_from: '2026-01-01', valid_to: '2027-01-01' }))).error).toBeNull();
    expect(fields(await put(target({ valid_from: '2026-06-01' })))).toEqual(['valid_from overlaps']);
    expect(fields(await put(target({ valid_from: '2025-06-01', valid_to: '2026-02-01' })))).toEqual([
      'valid_from overlaps',
    ]);
    expect(fields(await put(target({ valid_from: '2028-01-01', valid_to: '2027-01-01' })))).toEqual([
      'valid_to not_after_start',
    ]);
    expect(fields(await put(target({ valid_from: '2028-01-01', value: 101 })))).toEqual([
      'value number_out_of_range',
    ]);
    expect(fields(await put(target({ valid_from: '2028-01-01', confirmed: true })))).toEqual([
      'legal_basis required',
    ]);
    expect(fields(await put(target({ indicator: 'model-roads', value: 2 })))).toEqual([
      'scope kept_in_rules',
    ]);
    expect((await put(target({ valid_from: '2027-01-01' }))).error).toBeNull();
    // An open version gives way to the next.
    expect((await put(target({ valid_from: '2028-01-01', value: 80 }))).error).toBeNull();
  });

  test('is corrected as it was seen, and sent twice it is one', async () => {
    const row = target();
    const { data } = await put(row);
    expect(data).toMatchObject({ value: 60, version: 1 });
    expect((await put(row)).data).toMatchObject({ version: 1 });
    expect((await put({ id: row.id, value: 65 }, 1)).data).toMatchObject({ value: 65, version: 2 });
    expect((await put({ id: row.id, value: 70 }, 1)).error?.hint).toBe('stale');
  });
});

describe('care that is recorded', () => {
  test('is its organization’s to record, another’s to approve', async () => {
    const organization = await put(backend, 'organizations', {
      commune_id: commune,
      code: 'veterans',
      name: 'Hội Cựu chiến binh',
    });
    const road = await put(backend, 'model_roads', {
      commune_id: commune,
      hamlet_id: hamlet,
      organization_id: organization,
      name: 'Đường 1',
      geom: path([1, 1], [1, 2]),
    });
    const veteran = await person('association', { organization_id: organization });
    const record = { id: randomUUID(), model_road_id: road, done_on: '2026-03-11' };
    const stranger = await committee.rpc('record_care', { record });
    expect(stranger.error?.code).toBe('42501');
    expect((await veteran.rpc('record_care', { record })).data).toMatchObject({ state: 'sent', version: 1 });
    expect((await veteran.rpc('record_care', { record })).data).toMatchObject({ state: 'sent', version: 1 });
    expect((await veteran.rpc('approve_care', { id: record.id })).error?.code).toBe('42501');
    expect((await officer.rpc('approve_care', { id: record.id })).data).toMatchObject({ state: 'approved' });
    const wrong = { ...record, id: randomUUID(), done_on: '2099-01-01', stretch_from: 0.8, stretch_to: 0.2 };
    expect(fields(await veteran.rpc('record_care', { record: wrong })).sort()).toEqual([
      'done_on in_future',
      'stretch number_out_of_range',
    ]);
  });
});
