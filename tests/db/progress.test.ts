import { beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { freshDatabase, visitor } from '../support/database.ts';
import { block, path, put, putCommune, spot } from './hand-made-map.ts';

type Row = {
  hamlet_id: string;
  indicator: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
  state: string;
  change: number | null;
};

let backend: Backend;
let commune: string;
let hamlet: string;

const progress = async (as_of: string, compare_to_date?: string) => {
  const { data, error } = await visitor(backend).rpc('progress_at', { as_of, compare_to_date });
  if (error) throw error;
  return data as Row[];
};
const of = async (indicator: string, as_of: string, compareTo?: string, hamletId = hamlet) =>
  (await progress(as_of, compareTo)).find((row) => row.indicator === indicator && row.hamlet_id === hamletId);
const total = async (indicator: string, as_of: string) => {
  const { data, error } = await visitor(backend).rpc('progress_totals_at', { as_of });
  if (error) throw error;
  return (data as { indicator: string }[]).find((row) => row.indicator === indicator);
};
const report = (indicator: string, period: string, numerator: number | null, more: object = {}) =>
  put(backend, 'reports', {
    commune_id: commune,
    hamlet_id: hamlet,
    indicator,
    period,
    numerator,
    ...more,
  });
const households = (count: number, valid_from: string, hamlet_id = hamlet) =>
  put(backend, 'hamlet_statistics', { commune_id: commune, hamlet_id, valid_from, households: count });
const target = (indicator: string, value: number, valid_from: string, more: object = {}) =>
  put(backend, 'targets', { commune_id: commune, indicator, scope: 'hamlets', value, valid_from, ...more });

beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  hamlet = await put(backend, 'hamlets', {
    commune_id: commune,
    name: 'Thôn 1',
    valid_from: '2020-01-01',
    geom: block(0, 0, 5, 5),
  });
});

describe('what a hamlet reports', () => {
  // 300 of 400 households: 75 %. The target is 60 from January and 80 from April; 75 is 93,75 % of 80, above the 80 %
  // from which it is on the way. March's report counts from 31 March until May's is due at the end of June.
  test('counts from the last day of its month, against the target of the day, until it is too old', async () => {
    await households(400, '2026-01-01');
    await target('waste-sorting', 60, '2026-01-01');
    await target('waste-sorting', 80, '2026-04-01');
    await report('waste-sorting', '2026-03-01', 300);
    const seen = [];
    for (const day of ['2026-03-30', '2026-03-31', '2026-04-01', '2026-05-30', '2026-05-31']) {
      const row = await of('waste-sorting', day);
      seen.push([day, row?.value, row?.numerator, row?.denominator, row?.target, row?.state]);
    }
    expect(seen).toEqual([
      ['2026-03-30', null, null, null, 60, 'not_reported'],
      ['2026-03-31', 75, 300, 400, 60, 'met'],
      ['2026-04-01', 75, 300, 400, 80, 'on_the_way'],
      ['2026-05-30', 75, 300, 400, 80, 'on_the_way'],
      ['2026-05-31', null, null, null, 80, 'not_reported'],
    ]);
  });

  // 180 of 400 is 45 %, of a target of 80 that is 56 %: behind. With the commune's rule at 50 % it is on the way.
  test('is behind or on the way as the commune’s own rule says', async () => {
    await households(400, '2026-01-01');
    await target('waste-sorting', 80, '2026-01-01');
    await report('waste-sorting', '2026-03-01', 180);
    expect((await of('waste-sorting', '2026-04-02'))?.state).toBe('behind');
    await put(backend, 'settings', {
      commune_id: commune,
      key: 'on_the_way_percent',
      value: '50',
      valid_from: '2026-04-03',
    });
    expect((await of('waste-sorting', '2026-04-02'))?.state).toBe('behind');
    expect((await of('waste-sorting', '2026-04-03'))?.state).toBe('on_the_way');
  });

  // February 200 of 400 (50 %), March 300 of 400 (75 %): 25 points more. January was not reported: no change known.
  test('is compared with another day, and with nothing where there was nothing', async () => {
    await households(400, '2026-01-01');
    await report('waste-sorting', '2026-02-01', 200);
    await report('waste-sorting', '2026-03-01', 300);
    expect((await of('waste-sorting', '2026-03-31', '2026-02-28'))?.change).toBe(25);
    expect((await of('waste-sorting', '2026-03-31', '2026-01-31'))?.change).toBeNull();
  });

  // Corrected from 300 to 260 of 400: 65 %, on the days on which 75 % was read before as well.
  test('is corrected for the days of its period too', async () => {
    await households(400, '2026-01-01');
    await report('waste-sorting', '2026-03-01', 300);
    await report('waste-sorting', '2026-03-01', 260, { revision: 2, reason: 'Đếm trùng' });
    expect((await of('waste-sorting', '2026-03-31'))?.value).toBe(65);
  });

  test('without a case or a household has nothing to measure, which is not zero', async () => {
    await report('conciliation', '2026-03-01', 0, { denominator: 0 });
    await report('waste-sorting', '2026-03-01', 3);
    const conciliation = await of('conciliation', '2026-03-31');
    expect([conciliation?.value, conciliation?.denominator, conciliation?.state]).toEqual([
      null,
      0,
      'not_reported',
    ]);
    expect((await of('waste-sorting', '2026-03-31'))?.value).toBeNull();
    expect(await total('conciliation', '2026-03-31')).toMatchObject({
      value: null,
      hamlets_reported: 0,
      hamlets_empty: 1,
      hamlets_total: 1,
    });
  });

  test('has a figure and neither met nor missed anything where nobody set a target', async () => {
    await report('conciliation', '2026-03-01', 1, { denominator: 4 });
    expect(await of('conciliation', '2026-03-31')).toMatchObject({
      value: 25,
      target: null,
      state: 'on_the_way',
    });
  });

  // A year's report counts from its last day. One hamlet of two said yes: 50 % of those that said it would be 100 %.
  test('of a year counts from the year’s end, and a total rests on those that said something', async () => {
    const silent = await put(backend, 'hamlets', {
      commune_id: commune,
      name: 'Thôn 2',
      valid_from: '2020-01-01',
      geom: block(5, 0, 10, 5),
    });
    await report('drug-free', '2025-01-01', 1);
    expect((await of('drug-free', '2025-12-30'))?.state).toBe('not_reported');
    expect(await of('drug-free', '2025-12-31')).toMatchObject({ value: 1, denominator: 1 });
    expect((await of('drug-free', '2026-02-01', undefined, silent))?.value).toBeNull();
    expect(await total('drug-free', '2026-02-01')).toMatchObject({
      value: 100,
      numerator: 1,
      denominator: 1,
      hamlets_reported: 1,
      hamlets_total: 2,
    });
  });
});

describe('a hamlet that is split', () => {
  // Thôn 1 had 400 households and 300 sorting until 30 June; from 1 July its halves have 250 and 150, and the first
  // reports 100 of 250 = 40 % in July. Before: 75 % of one hamlet. After: 40 % of the one half, the other silent.
  test('keeps its figures before, and its parts begin with their own', async () => {
    await households(400, '2026-01-01');
    await report('waste-sorting', '2026-06-01', 300);
    await backend.query('update app.hamlets set valid_to = $1 where id = $2', ['2026-07-01', hamlet]);
    const parts = [];
    for (const [name, west] of [
      ['Thôn 1A', 0],
      ['Thôn 1B', 3],
    ] as const) {
      const part = await put(backend, 'hamlets', {
        commune_id: commune,
        name,
        valid_from: '2026-07-01',
        geom: block(west, 0, west + 2, 5),
      });
      parts.push(part);
      await put(backend, 'hamlet_successions', {
        commune_id: commune,
        hamlet_id: hamlet,
        successor_id: part,
      });
    }
    const [first = '', second = ''] = parts;
    await households(250, '2026-07-01', first);
    await households(150, '2026-07-01', second);
    await report('waste-sorting', '2026-07-01', 100, { hamlet_id: first });
    expect((await of('waste-sorting', '2026-06-30'))?.value).toBe(75);
    expect(await of('waste-sorting', '2026-07-01')).toBeUndefined();
    expect((await of('waste-sorting', '2026-07-01', undefined, first))?.state).toBe('not_reported');
    expect((await of('waste-sorting', '2026-07-31', '2026-06-30', first))?.value).toBe(40);
    expect((await of('waste-sorting', '2026-07-31', '2026-06-30', first))?.change).toBeNull();
    expect((await of('waste-sorting', '2026-07-31', undefined, second))?.value).toBeNull();
    expect(await total('waste-sorting', '2026-07-31')).toMatchObject({
      value: 40,
      hamlets_reported: 1,
      hamlets_total: 2,
    });
  });
});

describe('care', () => {
  const road = async (to: [number, number]) => {
    const id = await put(backend, 'model_roads', {
      commune_id: commune,
      hamlet_id: hamlet,
      name: 'Đường 1',
      geom: path([1, 1], to),
    });
    await put(backend, 'model_road_states', {
      commune_id: commune,
      model_road_id: id,
      valid_from: '2026-01-01',
      state: 'recognised',
    });
    return id;
  };
  const care = (row: object) => put(backend, 'care_records', { commune_id: commune, ...row });

  // Two stretches of one road, 0–60 % and 50–80 %, overlap: 80 % of it. A second road of the same length, recognised
  // but not cared for: 40 % of both. On 10 April the first stretch (done 11 March, 30 days) no longer counts: 30 % of
  // one of two roads is 15 %. On 1 May nothing does: 0 %, not unknown.
  test('of roads is the length of the stretches within the interval, each part once', async () => {
    const cared = await road([1, 2]);
    await road([2, 1]);
    await care({ model_road_id: cared, done_on: '2026-03-11', stretch_from: 0, stretch_to: 0.6 });
    await care({ model_road_id: cared, done_on: '2026-03-20', stretch_from: 0.5, stretch_to: 0.8 });
    const share = async (day: string) =>
      Math.round(((await of('road-care', day))?.value ?? Number.NaN) * 10) / 10;
    expect((await of('road-care', '2026-03-10'))?.value).toBeNull();
    // The second road runs east, the first north: a degree of longitude is shorter here, so the halves are not equal.
    const row = await of('road-care', '2026-03-25');
    // A thousandth of a degree is 110.7 m to the north here and 104.2 m to the east: 0.8 of the one, of both.
    expect(row?.numerator).toBeCloseTo(0.8 * 110.7, 0);
    expect(row?.denominator).toBeCloseTo(110.7 + 104.2, 0);
    const ofCared = (row?.numerator ?? 0) / 0.8;
    expect((await of('road-care', '2026-04-10'))?.numerator).toBeCloseTo(ofCared * 0.3, 4);
    expect(await share('2026-03-25')).toBeCloseTo(((ofCared * 0.8) / (row?.denominator ?? 1)) * 100, 1);
    expect(await share('2026-05-01')).toBe(0);
  });

  test('of cemeteries counts those cared for, and none are known where nobody wrote anything down', async () => {
    const [first, second] = [
      await put(backend, 'cemeteries', {
        commune_id: commune,
        name: 'Nghĩa trang 1',
        valid_from: '2020-01-01',
        geom: spot(1, 1),
      }),
      await put(backend, 'cemeteries', {
        commune_id: commune,
        name: 'Nghĩa trang 2',
        valid_from: '2020-01-01',
        geom: spot(2, 1),
      }),
    ];
    expect(second).not.toBe(first);
    const before = await of('cemetery-care', '2026-03-20');
    await care({ cemetery_id: first, done_on: '2026-03-20' });
    const row = await of('cemetery-care', '2026-03-20');
    expect([before?.value, before?.denominator]).toEqual([null, row?.denominator]);
    // One of two.
    expect(row?.value).toBe(50);
  });
});

test('totals are the sums of the hamlets that said something, on the sample as on any commune', async () => {
  const { seedSampleCommune } = await import('../../supabase/seed/index.ts');
  backend = await freshDatabase();
  await seedSampleCommune(backend, { lastDay: '2026-10-31' });
  const rows = await progress('2026-10-31');
  const { data } = await visitor(backend).rpc('progress_totals_at', { as_of: '2026-10-31' });
  for (const one of data ?? []) {
    if (one.indicator === 'model-roads') continue;
    const said = rows.filter((row) => row.indicator === one.indicator && row.value !== null);
    const sum = (pick: (row: Row) => number | null) =>
      said.reduce((whole, row) => whole + (pick(row) ?? 0), 0);
    expect(one.hamlets_reported, one.indicator).toBe(said.length);
    expect(one.numerator ?? 0, one.indicator).toBeCloseTo(
      sum((row) => row.numerator),
      3,
    );
    expect(one.denominator ?? 0, one.indicator).toBeCloseTo(
      sum((row) => row.denominator),
      3,
    );
  }
  // Silence has no figure, and a figure is no silence: who shows one need not ask for the other.
  expect(rows.filter(({ state, value }) => (state === 'not_reported') !== (value === null))).toEqual([]);
  const states = new Set(rows.map(({ state }) => state));
  expect([...states].sort()).toEqual(['behind', 'met', 'not_reported', 'on_the_way']);
});
