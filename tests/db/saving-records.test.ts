import { beforeEach, describe, expect, it } from 'vitest';
import { block, path, spot } from './hand-made-map.ts';
import { act, count, type Desk, layerAt, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const save = (verb: string, feature: Row, edited_version?: number, person = desk.officer) =>
  act(person, `save_${verb}`, { feature, edited_version });

const hamlet = (number: number, geometry: object, more: Row = {}): Row => ({
  id: recordId(number),
  name: `Thôn ${number}`,
  valid_from: '2026-01-01',
  geometry,
  ...more,
});
const road: Row = {
  id: recordId(10),
  name: 'Đường trục xã',
  class: 'commune',
  valid_from: '2026-01-01',
  geometry: path([1, 1], [3, 1]),
};
const modelRoad: Row = {
  id: recordId(20),
  name: 'Đường mẫu',
  registered_on: '2026-02-01',
  geometry: path([1, 1], [1, 3]),
};
const wastePoint: Row = {
  id: recordId(30),
  name: 'Điểm tập kết',
  kind: 'collection',
  state: 'active',
  valid_from: '2026-02-01',
  collection_days: [1, 4],
  geometry: spot(1, 1),
};
const cemetery: Row = {
  id: recordId(40),
  name: 'Nghĩa trang',
  graves: 87,
  valid_from: '2026-01-01',
  geometry: block(1, 1, 2, 2),
};

const RECORDS: [verb: string, layer: string, feature: Row, edit: Row][] = [
  ['road', 'roads', road, { class: 'hamlet' }],
  ['model_road', 'model_roads', modelRoad, { name: 'Đường hoa' }],
  ['waste_point', 'waste_points', wastePoint, { collection_days: [2, 5] }],
  ['cemetery', 'cemeteries', cemetery, { graves: null }],
  ['hamlet', 'hamlets', hamlet(2, block(10, 0, 12, 4)), { former_commune: 'Du Lễ' }],
];

describe.each(RECORDS)('a %s', (verb, layer, feature, edit) => {
  beforeEach(async () => {
    await save('hamlet', hamlet(1, block(0, 0, 4, 4)));
  });
  const stored = async () => (await layerAt(desk, layer)).find(({ id }) => id === feature.id);

  it('is made, and is on the map', async () => {
    const { status, data } = await save(verb, feature);
    expect(status).toBe(200);
    expect(data).toMatchObject({ id: feature.id, version: 1, repairs: [], warnings: [] });
    const { id, name } = feature;
    expect(await stored()).toMatchObject({ id, name, version: 1 });
  });

  it('is changed in the fields that were sent, and in no other', async () => {
    await save(verb, feature);
    const before = await stored();
    const { data } = await save(verb, { id: feature.id, ...edit }, 1);
    expect(data).toMatchObject({ id: feature.id, version: 2 });
    expect(await stored()).toEqual({ ...before, ...edit, version: 2 });
  });

  it('is stored once when sent twice, made or changed', async () => {
    const made = await save(verb, feature);
    const rows = await count(desk.backend, 'changes');
    expect(await save(verb, feature)).toEqual(made);
    expect(await count(desk.backend, 'changes')).toBe(rows);
    const changed = await save(verb, { id: feature.id, ...edit }, 1);
    expect(await save(verb, { id: feature.id, ...edit }, 1)).toEqual(changed);
    expect(await count(desk.backend, 'changes')).toBe(rows + 1);
  });

  it('that somebody else has changed meanwhile is not written over: both versions come back', async () => {
    await save(verb, feature);
    const other = { id: feature.id, name: 'Tên khác' };
    await save(verb, other, 1);
    const mine = { id: feature.id, ...edit, name: 'Tên của tôi' };
    const { status, hint, conflict } = await save(verb, mine, 1);
    expect([status, hint]).toEqual([409, 'stale']);
    expect(conflict.yours).toEqual({ ...edit, name: 'Tên của tôi' });
    expect(conflict.theirs).toMatchObject({ name: 'Tên khác', geometry: { type: expect.any(String) } });
    expect(await stored()).toMatchObject({ name: 'Tên khác', version: 2 });
    // Having seen both, a person sends what was chosen against the version that was shown.
    expect((await save(verb, mine, conflict.version)).data.version).toBe(3);
  });

  it('is not changed without the right to, nor by who knows no version', async () => {
    await save(verb, feature);
    const change = { id: feature.id, ...edit };
    for (const person of [desk.leader, desk.police])
      expect((await save(verb, change, 1, person)).status).toBe(403);
    expect((await save(verb, change, 1, desk.anybody)).status).toBe(401);
    expect((await save(verb, change)).hint).toBe('stale');
    expect(await stored()).toMatchObject({ version: 1 });
  });

  it('is not changed where there is none', async () => {
    const { status, hint } = await save(verb, { id: feature.id, ...edit }, 1);
    // What is missing is said first where a new one could not be made of it.
    expect([status, hint]).toEqual([422, 'fields_with_errors']);
    expect((await save(verb, feature, 1)).hint).toBe('not_found');
    expect(await stored()).toBeUndefined();
  });
});

describe('fields that are wrong', () => {
  it('are all named at once, and nothing is stored', async () => {
    const answer = await save('cemetery', {
      id: recordId(1),
      name: ' ',
      graves: -1,
      organization_id: recordId(9),
      valid_from: '2026-02-30',
      note: 'x',
      geometry: path([1, 1], [2, 2]),
    });
    expect([answer.status, answer.hint]).toEqual([422, 'fields_with_errors']);
    expect(told(answer.fields)).toEqual([
      'geometry geometry_type',
      'graves integer_invalid',
      'name required',
      'note field_unknown',
      'organization_id organization_invalid',
      'valid_from date_invalid',
    ]);
    expect(answer.message).toMatch(/^Có 6 chỗ chưa đúng nên chưa lưu gì\./);
    expect(await count(desk.backend, 'cemeteries')).toBe(0);
  });

  it.each<[string, string, Row, string[]]>([
    ['no id', 'road', { ...road, id: null }, ['id required']],
    [
      'a kind that does not exist',
      'waste_point',
      { ...wastePoint, kind: 'volcano' },
      ['kind choice_invalid'],
    ],
    [
      'an eighth day of the week',
      'waste_point',
      { ...wastePoint, collection_days: [1, 8] },
      ['collection_days days_invalid'],
    ],
    ['markup', 'road', { ...road, name: '<b>' }, ['name markup']],
    [
      'degrees the other way round',
      'waste_point',
      { ...wastePoint, geometry: { type: 'Point', coordinates: [20.72, 106.62] } },
      ['geometry swapped_axes'],
    ],
    [
      'a place in another province',
      'cemetery',
      { ...cemetery, geometry: spot(900, 900) },
      ['geometry outside_commune'],
    ],
    ['no hamlet around a model road', 'model_road', modelRoad, ['geometry no_hamlet_here']],
    [
      'a built-up area that is a line',
      'hamlet',
      hamlet(1, block(0, 0, 2, 2), { residential_geometry: path([0, 0], [1, 1]) }),
      ['residential_geometry geometry_type'],
    ],
  ])('%s', async (_what, verb, feature, expected) => {
    expect(told((await save(verb, feature)).fields)).toEqual(expected);
  });

  it('in a field that nobody touched do not stand in the way of another', async () => {
    await save('road', road);
    await desk.backend.query(`update app.roads set name = repeat('x', 150)`);
    expect((await save('road', { id: road.id, class: 'alley' }, 2)).data.version).toBe(3);
  });

  it('a second hamlet of the same name is refused, also when only the former commune makes it so', async () => {
    await save('hamlet', hamlet(1, block(0, 0, 2, 2), { name: 'Thuỵ', former_commune: 'Du Lễ' }));
    await save('hamlet', hamlet(2, block(2, 0, 4, 2), { name: 'Thụy' }));
    const { fields } = await save('hamlet', { id: recordId(2), former_commune: 'Du Lễ' }, 1);
    expect(told(fields)).toEqual(['name exists_already']);
  });
});

describe('what can be repaired is, and is said', () => {
  it('a fold in an outline, and text that is not composed', async () => {
    const spike = {
      type: 'Polygon',
      coordinates: [
        [
          [106.62, 20.72],
          [106.624, 20.72],
          [106.624, 20.7240001],
          [106.6240001, 20.724],
          [106.6239999, 20.724],
          [106.62, 20.724],
          [106.62, 20.72],
        ],
      ],
    };
    const { data } = await save('hamlet', hamlet(1, spike, { name: 'Thôn Đoài'.normalize('NFD') }));
    expect(told(data.repairs)).toEqual(['geometry self_crossing_repaired', 'name text_normalised']);
    expect(await layerAt(desk, 'hamlets')).toMatchObject([{ name: 'Thôn Đoài' }]);
  });
});

describe('first facts of a new record', () => {
  it('are stored with it and are not changed by editing it', async () => {
    await save('waste_point', wastePoint);
    expect(await layerAt(desk, 'waste_points')).toMatchObject([
      { state: 'active', state_since: '2026-02-01', collection_days: [1, 4] },
    ]);
    const edit = { id: wastePoint.id, state: 'closed', valid_from: '2026-02-01' };
    expect(told((await save('waste_point', edit, 1)).fields)).toEqual(['state dated_fact_apart']);
    expect(await count(desk.backend, 'waste_point_states')).toBe(1);
  });
});

describe('the hamlet of a model road', () => {
  beforeEach(async () => {
    await save('hamlet', hamlet(1, block(0, 0, 4, 4)));
    await save('hamlet', hamlet(2, block(4, 0, 8, 4)));
  });
  const hamletOf = async (day?: string) => (await layerAt(desk, 'model_roads', day))[0]?.hamlet_id;
  const putOld = () =>
    desk.backend.execute(`
      insert into app.hamlets (id, commune_id, name, valid_from, valid_to, geom)
      select '${recordId(3)}', commune_id, 'Thôn cũ', '2020-01-01', '2026-01-01', geom from app.hamlets where id = '${recordId(1)}';
      insert into app.hamlet_successions (id, commune_id, hamlet_id, successor_id)
      values (gen_random_uuid(), '${desk.commune}', '${recordId(3)}', '${recordId(1)}')`);

  it('is the one that holds most of it unless somebody says', async () => {
    await save('model_road', { ...modelRoad, geometry: path([3.5, 1], [5, 1]) });
    expect(await hamletOf()).toBe(recordId(2));
    await save('model_road', { id: modelRoad.id, hamlet_id: recordId(1) }, 1);
    expect(await hamletOf()).toBe(recordId(1));
  });

  it('is the one of the day on which it was registered', async () => {
    await putOld();
    await save('model_road', { ...modelRoad, registered_on: '2025-06-01', hamlet_id: recordId(1) });
    expect([await hamletOf('2025-07-01'), await hamletOf()]).toEqual([recordId(3), recordId(1)]);
    // The form shows today's hamlet and sends it back: nothing changes.
    const rows = await count(desk.backend, 'changes');
    expect((await save('model_road', { id: modelRoad.id, hamlet_id: recordId(1) }, 1)).data.version).toBe(1);
    expect(await count(desk.backend, 'changes')).toBe(rows);
  });

  it('that has ended is refused with the ones that it has become', async () => {
    await putOld();
    await save('model_road', modelRoad);
    const { status, fields } = await save('model_road', { id: modelRoad.id, hamlet_id: recordId(3) }, 1);
    expect(status).toBe(422);
    expect(fields).toEqual([
      {
        field: 'hamlet_id',
        code: 'hamlet_ended',
        detail: {
          ended_on: '2026-01-01',
          successors: [{ id: recordId(1), name: 'Thôn 1', former_commune: null }],
        },
      },
    ]);
    const unknown = await save('model_road', { id: modelRoad.id, hamlet_id: recordId(99) }, 1);
    expect(told(unknown.fields)).toEqual(['hamlet_id hamlet_unknown']);
  });
});
