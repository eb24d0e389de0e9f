import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { freshDatabase, visitor } from '../support/database.ts';
import { block, path, put, putCommune } from './hand-made-map.ts';

type Row = Record<string, unknown>;

let backend: Backend;
let anybody: SupabaseClient;
let commune: string;
beforeEach(async () => {
  backend = await freshDatabase();
  anybody = visitor(backend);
  commune = await putCommune(backend);
});

/** Rows of a layer at the end of a day, by name. */
async function layerAt(layer: string, day: string | null, client = anybody): Promise<Row[]> {
  const { data, error } = await client.rpc(`${layer}_at`, day === null ? {} : { as_of: day });
  if (error) throw new Error(`${error.code} ${error.message}`);
  return data.toSorted((one: Row, other: Row) => String(one.name).localeCompare(String(other.name)));
}

async function only(layer: string, day: string): Promise<Row> {
  const rows = await layerAt(layer, day);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

const hamlet = (name: string, row: Row) =>
  put(backend, 'hamlets', { commune_id: commune, name, valid_from: '2020-01-01', ...row });
const modelRoad = (name: string, hamletId: string, geom: object) =>
  put(backend, 'model_roads', { commune_id: commune, hamlet_id: hamletId, name, geom });
const state = (road: string, day: string, word: string, more: Row = {}) =>
  put(backend, 'model_road_states', {
    commune_id: commune,
    model_road_id: road,
    valid_from: day,
    state: word,
    ...more,
  });
const becomes = (from: string, to: string) =>
  put(backend, 'hamlet_successions', { commune_id: commune, hamlet_id: from, successor_id: to });
const assessment = (road: string, day: string, criteria: Row) =>
  put(backend, 'model_road_assessments', {
    commune_id: commune,
    model_road_id: road,
    assessed_on: day,
    criteria,
  });
const setting = (key: string, day: string, codes: string[]) =>
  backend.query(
    `insert into app.settings (id, commune_id, key, value, valid_from)
     select gen_random_uuid(), $1, $2, jsonb_agg(jsonb_build_object('code', code)), $3::date from unnest($4::text[]) code`,
    [commune, key, day, codes],
  );

describe('a model road at a date', () => {
  it('is registered, recognised and lapsed from the very day of each state', async () => {
    const road = await modelRoad(
      'Đường 1',
      await hamlet('Thôn 1', { geom: block(0, 0, 5, 5) }),
      path([1, 1], [1, 2]),
    );
    await state(road, '2026-01-10', 'registered');
    await state(road, '2026-03-05', 'recognised', {
      decision_number: '12/QĐ-UBND',
      decision_date: '2026-03-02',
    });
    await state(road, '2026-06-01', 'lapsed');

    expect(await layerAt('model_roads', '2026-01-09')).toEqual([]);
    const registered = { state: 'registered', state_since: '2026-01-10', registered_on: '2026-01-10' };
    const nothingDecided = { recognised_on: null, decision_number: null, decision_date: null };
    expect(await only('model_roads', '2026-01-10')).toMatchObject({ ...registered, ...nothingDecided });
    expect(await only('model_roads', '2026-03-04')).toMatchObject({ ...registered, ...nothingDecided });
    const recognised = {
      state: 'recognised',
      state_since: '2026-03-05',
      registered_on: '2026-01-10',
      recognised_on: '2026-03-05',
      decision_number: '12/QĐ-UBND',
      decision_date: '2026-03-02',
    };
    expect(await only('model_roads', '2026-03-05')).toMatchObject(recognised);
    expect(await only('model_roads', '2026-05-31')).toMatchObject(recognised);
    expect(await only('model_roads', '2026-06-01')).toMatchObject({
      state: 'lapsed',
      state_since: '2026-06-01',
      registered_on: '2026-01-10',
      ...nothingDecided,
    });
  });

  it('is as long as the ellipsoid says', async () => {
    // One unit north at 20.7205° N on WGS84: sin² = 0.12518, so the meridian's radius is
    // 6335439.3 / (1 - 0.00669438 × 0.12518)^1.5 = 6343411 m; times 0.001° (1.745329e-5) = 110.71 m.
    const road = await modelRoad(
      'Đường 1',
      await hamlet('Thôn 1', { geom: block(0, 0, 5, 5) }),
      path([1, 0], [1, 1]),
    );
    await state(road, '2026-01-10', 'registered');
    expect((await only('model_roads', '2026-02-01')).length_m).toBeCloseTo(110.71, 2);
  });

  it('counts the criteria of the list that was valid then, by the assessment of then', async () => {
    const road = await modelRoad(
      'Đường 1',
      await hamlet('Thôn 1', { geom: block(0, 0, 5, 5) }),
      path([1, 1], [1, 2]),
    );
    await state(road, '2026-01-10', 'registered');
    await assessment(road, '2026-02-01', { bright: true, green: true, clean: false, old_one: true });
    await assessment(road, '2026-09-01', { bright: true, green: true, clean: true });
    await setting('model_road_criteria', '2026-03-01', ['bright', 'green', 'clean', 'beautiful', 'safe']);
    await setting('model_road_criteria', '2026-06-01', ['green', 'clean', 'safe']);
    const counts = async (day: string) => {
      const row = await only('model_roads', day);
      return [row.assessed_on, row.criteria_met, row.criteria_total];
    };
    expect(await counts('2026-01-31')).toEqual([null, null, null]);
    // Assessed, but no list said yet what counts: not 0.
    expect(await counts('2026-02-28')).toEqual(['2026-02-01', null, null]);
    // bright and green of five; old_one is in no list.
    expect(await counts('2026-03-01')).toEqual(['2026-02-01', 2, 5]);
    // green of green, clean and safe.
    expect(await counts('2026-06-01')).toEqual(['2026-02-01', 1, 3]);
    // green and clean.
    expect(await counts('2026-09-01')).toEqual(['2026-09-01', 2, 3]);
  });
});

describe('hamlets that merge and split', () => {
  it('stand until the day of the merger, name who comes after them, and hand their roads over', async () => {
    const [east, west] = [
      await hamlet('Thôn 1', { geom: block(0, 0, 2, 2), valid_to: '2026-04-01' }),
      await hamlet('Thôn 2', { geom: block(2, 0, 4, 2), valid_to: '2026-04-01' }),
    ];
    const merged = await hamlet('Thôn Đông', { geom: block(0, 0, 4, 2), valid_from: '2026-04-01' });
    await becomes(east, merged);
    await becomes(west, merged);
    const road = await modelRoad('Đường 1', east, path([1, 1], [1, 2]));
    await state(road, '2026-01-10', 'registered');

    const before = await layerAt('hamlets', '2026-03-31');
    expect(before.map(({ id, successors }) => [id, successors])).toEqual([
      [east, [{ id: merged, name: 'Thôn Đông' }]],
      [west, [{ id: merged, name: 'Thôn Đông' }]],
    ]);
    expect((await layerAt('hamlets', '2026-04-01')).map(({ id, successors }) => [id, successors])).toEqual([
      [merged, null],
    ]);
    expect(await only('model_roads', '2026-03-31')).toMatchObject({ hamlet_id: east, hamlet_name: 'Thôn 1' });
    expect(await only('model_roads', '2026-04-01')).toMatchObject({
      hamlet_id: merged,
      hamlet_name: 'Thôn Đông',
    });
  });

  it('follow one another over several steps', async () => {
    const first = await hamlet('Thôn A', { geom: block(0, 0, 2, 2), valid_to: '2021-01-01' });
    const second = await hamlet('Thôn B', {
      geom: block(0, 0, 2, 2),
      valid_from: '2021-01-01',
      valid_to: '2022-01-01',
    });
    const third = await hamlet('Thôn C', { geom: block(0, 0, 2, 2), valid_from: '2022-01-01' });
    await becomes(first, second);
    await becomes(second, third);
    await state(await modelRoad('Đường 1', first, path([1, 1], [1, 2])), '2020-06-01', 'registered');
    const names = [];
    for (const day of ['2020-12-31', '2021-12-31', '2022-01-01'])
      names.push((await only('model_roads', day)).hamlet_name);
    expect(names).toEqual(['Thôn A', 'Thôn B', 'Thôn C']);
  });

  it('give a road to the part that holds most of it', async () => {
    const whole = await hamlet('Thôn 1', { geom: block(0, 0, 10, 2), valid_to: '2026-04-01' });
    const west = await hamlet('Thôn 1 Tây', { geom: block(0, 0, 6, 2), valid_from: '2026-04-01' });
    const east = await hamlet('Thôn 1 Đông', { geom: block(6, 0, 10, 2), valid_from: '2026-04-01' });
    await becomes(whole, west);
    await becomes(whole, east);
    // From 5 to 8: one unit lies west of the new border at 6, two lie east of it.
    await state(await modelRoad('Đường 1', whole, path([5, 1], [8, 1])), '2026-01-10', 'registered');
    expect(await only('model_roads', '2026-03-31')).toMatchObject({ hamlet_id: whole });
    expect(await only('model_roads', '2026-04-01')).toMatchObject({ hamlet_id: east });
  });
});

describe('progress of the hamlets', () => {
  it('follows the roads and the declaration through time', async () => {
    const here = await hamlet('Thôn 1', {
      geom: block(0, 0, 2, 2),
      roads_declared_complete_on: '2026-08-01',
    });
    const road = await modelRoad('Đường 1', here, path([1, 1], [1, 2]));
    await state(road, '2026-02-01', 'registered');
    await state(road, '2026-05-01', 'recognised');
    await state(road, '2026-07-01', 'lapsed');
    const progress = async (day: string) => {
      const row = await only('hamlets', day);
      return [row.progress, row.recognised_roads, row.registered_roads, row.roads_declared_complete_on];
    };
    expect(await progress('2026-01-31')).toEqual(['not_reported', null, null, null]);
    expect(await progress('2026-02-01')).toEqual(['on_the_way', 0, 1, null]);
    expect(await progress('2026-05-01')).toEqual(['met', 1, 0, null]);
    // Its only road lapsed, and nobody said that there is no other.
    expect(await progress('2026-07-01')).toEqual(['not_reported', null, null, null]);
    expect(await progress('2026-08-01')).toEqual(['behind', 0, 0, '2026-08-01']);
  });

  it('tells the four states apart at one date', async () => {
    const met = await hamlet('Thôn 1', { geom: block(0, 0, 2, 2) });
    const onTheWay = await hamlet('Thôn 2', { geom: block(2, 0, 4, 2) });
    await hamlet('Thôn 3', { geom: block(4, 0, 6, 2), roads_declared_complete_on: '2026-05-01' });
    await hamlet('Thôn 4', { geom: block(6, 0, 8, 2) });
    await state(await modelRoad('Đường 1', met, path([1, 1], [1, 2])), '2026-01-01', 'recognised');
    await state(await modelRoad('Đường 2', met, path([1, 0], [1, 1])), '2026-01-01', 'registered');
    await state(await modelRoad('Đường 3', onTheWay, path([3, 1], [3, 2])), '2026-01-01', 'registered');
    const rows = await layerAt('hamlets', '2026-06-30');
    expect(rows.map((row) => [row.name, row.progress, row.recognised_roads, row.registered_roads])).toEqual([
      ['Thôn 1', 'met', 1, 1],
      ['Thôn 2', 'on_the_way', 0, 1],
      ['Thôn 3', 'behind', 0, 0],
      ['Thôn 4', 'not_reported', null, null],
    ]);
  });

  it('counts for a merged hamlet the roads of those it came from', async () => {
    const [one, two] = [
      await hamlet('Thôn 1', { geom: block(0, 0, 2, 2), valid_to: '2026-04-01' }),
      await hamlet('Thôn 2', { geom: block(2, 0, 4, 2), valid_to: '2026-04-01' }),
    ];
    const merged = await hamlet('Thôn Đông', { geom: block(0, 0, 4, 2), valid_from: '2026-04-01' });
    await becomes(one, merged);
    await becomes(two, merged);
    await state(await modelRoad('Đường 1', one, path([1, 1], [1, 2])), '2026-01-01', 'recognised');
    await state(await modelRoad('Đường 2', two, path([3, 1], [3, 2])), '2026-01-01', 'registered');
    const progress = async (day: string) =>
      (await layerAt('hamlets', day)).map((row) => [row.name, row.progress]);
    expect(await progress('2026-03-31')).toEqual([
      ['Thôn 1', 'met'],
      ['Thôn 2', 'on_the_way'],
    ]);
    expect(await only('hamlets', '2026-04-01')).toMatchObject({
      progress: 'met',
      recognised_roads: 1,
      registered_roads: 1,
    });
  });

  it('shows the criteria of the registered road that is nearest to recognition', async () => {
    await setting('model_road_criteria', '2025-01-01', ['bright', 'green', 'clean', 'beautiful', 'safe']);
    const here = await hamlet('Thôn 1', { geom: block(0, 0, 2, 2) });
    const [far, near] = [
      await modelRoad('Đường 1', here, path([1, 0], [1, 1])),
      await modelRoad('Đường 2', here, path([1, 1], [1, 2])),
    ];
    await state(far, '2026-01-01', 'registered');
    await state(near, '2026-01-01', 'registered');
    await assessment(far, '2026-02-01', { bright: true });
    await assessment(near, '2026-02-01', { bright: true, green: true, clean: true, safe: true });
    expect(await only('hamlets', '2026-03-01')).toMatchObject({
      progress: 'on_the_way',
      criteria_met: 4,
      criteria_total: 5,
    });
  });
});
