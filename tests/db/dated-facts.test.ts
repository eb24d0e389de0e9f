import { beforeEach, describe, expect, it } from 'vitest';
import { block, path, spot } from './hand-made-map.ts';
import { act, count, type Desk, layerAt, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  const put = (verb: string, feature: Row) => act(desk.officer, `save_${verb}`, { feature });
  await put('hamlet', { id: HAMLET, name: 'Thôn 1', valid_from: '2026-01-01', geometry: block(0, 0, 4, 4) });
  await put('waste_point', {
    id: POINT,
    name: 'Điểm 1',
    kind: 'collection',
    state: 'active',
    valid_from: '2026-02-01',
    geometry: spot(1, 1),
  });
  await put('model_road', {
    id: ROAD,
    name: 'Đường 1',
    registered_on: '2026-02-01',
    geometry: path([1, 1], [1, 3]),
  });
});

const [HAMLET, POINT, ROAD] = [recordId(1), recordId(2), recordId(3)];
const figures: Row = { id: recordId(10), hamlet_id: HAMLET, valid_from: '2026-03-01', households: 120 };
const closed: Row = {
  id: recordId(20),
  waste_point_id: POINT,
  valid_from: '2026-04-01',
  state: 'needs_attention',
};
const assessment: Row = {
  id: recordId(30),
  model_road_id: ROAD,
  assessed_on: '2026-04-01',
  criteria: { green: true, clean: false },
};

const add = (verb: string, fact: Row, person = desk.officer) => act(person, `record_${verb}`, { fact });
const correct = (verb: string, fact: Row, edited_version: number, person = desk.officer) =>
  act(person, `correct_${verb}`, { fact, edited_version });

const FACTS: [verb: string, layer: string, fact: Row, about: string, change: Row, day: string][] = [
  ['hamlet_statistics', 'hamlets', figures, HAMLET, { households: 125 }, 'valid_from'],
  ['waste_point_state', 'waste_points', closed, POINT, { state: 'closed' }, 'valid_from'],
  [
    'model_road_assessment',
    'model_roads',
    assessment,
    ROAD,
    { criteria: { green: true, clean: true } },
    'assessed_on',
  ],
];

describe.each(FACTS)('a %s', (verb, layer, fact, about, change, dayField) => {
  const shown = async (day?: string) => (await layerAt(desk, layer, day)).find(({ id }) => id === about);

  it('added counts from its day on, and raises the version of what it is about', async () => {
    const before = await shown('2026-03-15');
    const { data } = await add(verb, { ...fact, [dayField]: '2026-04-01' });
    expect(data).toEqual({
      id: fact.id,
      version: 1,
      record: { id: about, version: 2 },
      repairs: [],
      warnings: [],
    });
    expect(await shown('2026-03-15')).toEqual({ ...before, version: 2 });
    const [key, value] = Object.entries(fact).at(-1) ?? [];
    expect(await shown('2026-04-01')).toMatchObject({ [key ?? '']: value });
  });

  it('corrected changes what was, and is not a second fact', async () => {
    await add(verb, fact);
    const { data } = await correct(verb, { id: fact.id, ...change }, 1);
    expect(data).toMatchObject({ id: fact.id, version: 2, record: { id: about, version: 3 } });
    expect(await shown('2026-04-01')).toMatchObject(change);
  });

  it('on a day that has one already is refused with the one that is there, to be corrected', async () => {
    await add(verb, fact);
    const { fields } = await add(verb, { ...fact, ...change, id: recordId(99) });
    expect(told(fields)).toEqual([`${dayField} day_taken`]);
    expect(fields[0]?.detail).toMatchObject({ id: fact.id, version: 1 });
  });

  it('is stored once when sent twice, added or corrected', async () => {
    const added = await add(verb, fact);
    const rows = await count(desk.backend, 'changes');
    expect(await add(verb, fact)).toEqual(added);
    const corrected = await correct(verb, { id: fact.id, ...change }, 1);
    expect(await correct(verb, { id: fact.id, ...change }, 1)).toEqual(corrected);
    // One line for the correction: that a version was raised besides is no news.
    expect(await count(desk.backend, 'changes')).toBe(rows + 1);
  });

  it('that somebody else has corrected meanwhile is not written over', async () => {
    await add(verb, fact);
    await correct(verb, { id: fact.id, [dayField]: '2026-05-01' }, 1);
    const { hint, conflict } = await correct(verb, { id: fact.id, ...change }, 1);
    expect([hint, conflict.version]).toEqual(['stale', 2]);
    expect([conflict.yours, conflict.theirs?.[dayField]]).toEqual([change, '2026-05-01']);
  });

  it('in the future, before its record or about nothing is refused', async () => {
    expect(told((await add(verb, { ...fact, [dayField]: '2126-01-01' })).fields)).toEqual([
      `${dayField} in_future`,
    ]);
    const [reference] = Object.entries(fact)[1] ?? [''];
    expect((await add(verb, { ...fact, [reference]: recordId(98) })).hint).toBe('not_found');
    expect(told((await add(verb, { ...fact, [reference]: null })).fields)).toEqual([`${reference} required`]);
  });

  it('stays with its record', async () => {
    await add(verb, fact);
    const [reference] = Object.entries(fact)[1] ?? [''];
    const { fields } = await correct(verb, { id: fact.id, [reference]: recordId(98) }, 1);
    expect(told(fields)).toEqual([`${reference} record_fixed`]);
  });

  it('is written by nobody else', async () => {
    for (const person of [desk.leader, desk.police]) expect((await add(verb, fact, person)).status).toBe(403);
    await add(verb, fact);
    for (const person of [desk.leader, desk.police])
      expect((await correct(verb, { id: fact.id, ...change }, 1, person)).status).toBe(403);
    expect((await add(verb, fact, desk.anybody)).status).toBe(401);
    expect((await correct(verb, { ...fact, id: recordId(97) }, 1)).hint).toBe('not_found');
  });

  it('is listed for the form that corrects it', async () => {
    await add(verb, fact);
    const view = { hamlet_statistics: 'hamlet_statistics' }[verb] ?? `${verb}s`;
    const { data } = await desk.officer.from(view).select('*').eq('id', fact.id);
    expect(data).toMatchObject([{ ...fact, version: 1 }]);
  });
});

describe('figures of a hamlet', () => {
  it('are at least one, and what is not reported stays unknown', async () => {
    expect(told((await add('hamlet_statistics', { ...figures, households: null })).fields)).toEqual([
      'households nothing_reported',
    ]);
    await add('hamlet_statistics', { ...figures, cultivated_area_ha: 30.5 });
    expect(await layerAt(desk, 'hamlets')).toMatchObject([
      { households: 120, population: null, cultivated_area_ha: 30.5, statistics_id: figures.id },
    ]);
  });

  it('are no older than the hamlet', async () => {
    const { fields } = await add('hamlet_statistics', { ...figures, valid_from: '2025-12-31' });
    expect(fields).toEqual([
      { field: 'valid_from', code: 'before_start', detail: { starts_on: '2026-01-01' } },
    ]);
  });
});

describe('an assessment', () => {
  it('has criteria of the list of that day, each true or false', async () => {
    await desk.backend.query(
      `insert into app.settings (id, commune_id, key, value, valid_from)
       values (gen_random_uuid(), $1, 'model_road_criteria', '[{"code": "green"}, {"code": "clean"}]', '2025-01-01')`,
      [desk.commune],
    );
    const judge = async (criteria: unknown) =>
      told((await add('model_road_assessment', { ...assessment, criteria })).fields);
    expect(await judge({ green: true, golden: true })).toEqual(['criteria criterion_unknown']);
    expect(await judge({ green: 'yes' })).toEqual(['criteria criteria_invalid']);
    expect(await judge([true])).toEqual(['criteria criteria_invalid']);
    expect(await judge({ clean: false })).toEqual([]);
  });
});
