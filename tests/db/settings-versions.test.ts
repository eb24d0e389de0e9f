import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { signedIn } from '../support/database.ts';
import { type Actor, accountOf, fillTwoCommunes, rowId } from './two-communes.ts';

let backend: Backend;
let officer: SupabaseClient;
beforeEach(async () => {
  backend = await fillTwoCommunes();
  officer = await as('front officer of A');
});

const as = (actor: Actor) => signedIn(backend, accountOf(actor)?.email ?? '');
const id = (number: number) => `eeeeeeee-0000-7000-8000-00000000000${number}`;
const version = (more: object) => ({
  id: id(1),
  key: 'model_roads_per_hamlet',
  value: 2,
  legal_basis: 'Nghị quyết 12/NQ-HĐND',
  valid_from: '2026-07-01',
  confirmed: true,
  ...more,
});
const save = (setting: object, client = officer) => client.rpc('save_setting', { setting });
const fieldsOf = (error: { details?: string } | null) =>
  JSON.parse(error?.details ?? '{}').fields as { field: string; code: string }[];

describe('a version of a setting', () => {
  it('is stored beside the others and counts from its day, at every date', async () => {
    const { data, error } = await save(version({}));
    expect(error).toBeNull();
    expect(data).toMatchObject({ id: id(1), value: 2, valid_from: '2026-07-01', confirmed: true });
    const progressOn = async (asOf: string) =>
      (await officer.rpc('hamlets_at', { as_of: asOf, commune_id: rowId('A', 'commune') })).data[0].progress;
    expect([await progressOn('2026-06-30'), await progressOn('2026-07-01')]).toEqual(['met', 'on_the_way']);
  });

  it('sent twice is stored once', async () => {
    const first = await save(version({}));
    const second = await save(version({}));
    expect(second.error).toBeNull();
    expect(second.data).toEqual(first.data);
    const { data } = await officer.from('settings').select('id').eq('key', 'model_roads_per_hamlet');
    expect(data).toEqual([{ id: id(1) }]);
  });

  it('never writes over the one that somebody else saved for that day, and shows it', async () => {
    await save(version({}), await as('administrator of A'));
    const { status, error } = await save(version({ id: id(2), value: 3 }));
    expect(status).toBe(409);
    expect(error).toMatchObject({ code: 'PT409', hint: 'day_taken' });
    expect(JSON.parse(error?.details ?? '')).toMatchObject({ id: id(1), value: 2 });
  });

  it.each([
    ['a key that nobody knows', { key: 'so_tien' }, [{ field: 'key', code: 'choice_invalid' }]],
    ['a number out of range', { value: 0 }, [{ field: 'value', code: 'number_out_of_range' }]],
    ['half a road', { value: 1.5 }, [{ field: 'value', code: 'number_out_of_range' }]],
    ['text for a number', { value: '2' }, [{ field: 'value', code: 'number_out_of_range' }]],
    [
      'a day that does not exist',
      { valid_from: '2026-02-30' },
      [{ field: 'valid_from', code: 'date_invalid' }],
    ],
    ['confirmed by nothing', { legal_basis: ' ' }, [{ field: 'legal_basis', code: 'required' }]],
    [
      'an overdue before due',
      { key: 'care_interval_days', value: { due: 45, overdue: 45 } },
      [{ field: 'overdue', code: 'not_after_due' }],
    ],
    [
      'no days at all',
      { key: 'care_interval_days', value: {} },
      [
        { field: 'due', code: 'number_out_of_range' },
        { field: 'overdue', code: 'number_out_of_range' },
      ],
    ],
    [
      'an empty list',
      { key: 'model_road_criteria', value: [] },
      [{ field: 'value', code: 'criteria_count' }],
    ],
    ['no list', { key: 'model_road_criteria', value: 'Sáng' }, [{ field: 'value', code: 'criteria_count' }]],
    [
      'criteria without names, with one code',
      {
        key: 'model_road_criteria',
        value: [
          { code: 'a', name: { vi: '', en: 'Bright' } },
          { code: 'a', name: { vi: 'Xanh', en: '<b>' } },
        ],
      },
      [
        { field: 'criteria.1.vi', code: 'required' },
        { field: 'criteria.2.en', code: 'markup' },
        { field: 'criteria.2.vi', code: 'same_name_twice' },
      ],
    ],
  ])('with %s is refused field by field, and nothing is stored', async (_words, wrong, expected) => {
    const { status, error } = await save(version(wrong));
    expect(status).toBe(422);
    expect(error).toMatchObject({ code: 'PT422', hint: 'fields_with_errors' });
    const told = fieldsOf(error).map(({ field, code }) => ({ field, code }));
    expect(told.toSorted((one, other) => one.field.localeCompare(other.field))).toEqual(expected);
    expect(await backend.query(`select id from app.settings where id = '${id(1)}'`)).toEqual([]);
  });

  it('everything wrong is said at once', async () => {
    const { error } = await save(version({ value: 0, valid_from: '', legal_basis: '<b>' }));
    expect(
      fieldsOf(error)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['legal_basis', 'valid_from', 'value']);
  });
});

describe('confirming', () => {
  it('names the legal basis and changes nothing else', async () => {
    await save(version({ confirmed: false, legal_basis: null }));
    const { data, error } = await officer.rpc('confirm_setting', {
      id: id(1),
      legal_basis: 'Quyết định 5/QĐ-UBND',
    });
    expect(error).toBeNull();
    expect(data).toMatchObject({
      value: 2,
      valid_from: '2026-07-01',
      confirmed: true,
      legal_basis: 'Quyết định 5/QĐ-UBND',
    });
  });

  it('without a legal basis is refused', async () => {
    const { status, error } = await officer.rpc('confirm_setting', {
      id: rowId('A', 'setting'),
      legal_basis: '',
    });
    expect([status, fieldsOf(error)]).toEqual([422, [{ field: 'legal_basis', code: 'required' }]]);
  });

  it('is not for another commune', async () => {
    const { status } = await officer.rpc('confirm_setting', {
      id: rowId('B', 'setting'),
      legal_basis: 'Căn cứ',
    });
    expect(status).toBe(403);
  });
});

it('what the commune has not set counts as the program has it', async () => {
  const on = (day: string) =>
    backend.query<{ value: unknown }>('select app.setting_on($1, $2, $3) as value', [
      'care_interval_days',
      day,
      rowId('A', 'commune'),
    ]);
  await save(
    version({ key: 'care_interval_days', value: { due: 20, overdue: 25 }, valid_from: '2026-07-01' }),
  );
  expect((await on('2026-06-30'))[0]?.value).toEqual({ due: 30, overdue: 45 });
  expect((await on('2026-07-01'))[0]?.value).toEqual({ due: 20, overdue: 25 });
});
