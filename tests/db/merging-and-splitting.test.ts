import { beforeEach, describe, expect, it } from 'vitest';
import { block, path, ring } from './hand-made-map.ts';
import { act, count, type Desk, layerAt, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await save('hamlet', hamlet(1, block(0, 0, 4, 4)));
  await save('hamlet', hamlet(2, block(4, 0, 8, 4)));
  await save('hamlet', hamlet(3, block(12, 0, 16, 4)));
});

const save = (verb: string, feature: Row, edited_version?: number) =>
  act(desk.officer, `save_${verb}`, { feature, edited_version });
const hamlet = (number: number, geometry: object, more: Row = {}): Row => ({
  id: recordId(number),
  name: `Thôn ${number}`,
  former_commune: 'Du Lễ',
  valid_from: '2026-01-01',
  geometry,
  ...more,
});
const NEW = recordId(10);
const merge = (numbers: number[], more: Row = {}, person = desk.officer) =>
  act(person, 'merge_hamlets', {
    hamlets: numbers.map((number) => ({ id: recordId(number), version: 1 })),
    hamlet: { id: NEW, name: 'Thôn Đông' },
    on_date: '2026-06-01',
    ...more,
  });
const part = (number: number, geometry: object, name = `Thôn ${number}`) => ({
  id: recordId(number),
  name,
  geometry,
});
const split = (parts: object[], more: Row = {}, person = desk.officer) =>
  act(person, 'split_hamlet', { id: recordId(1), parts, on_date: '2026-06-01', edited_version: 1, ...more });
const halves = [part(21, block(0, 0, 2, 4), 'Thôn 1'), part(22, block(2, 0, 4, 4), 'Thôn 1 Đông')];
const names = async (day?: string) => (await layerAt(desk, 'hamlets', day)).map(({ name }) => name);
const report = (number: number, figures: Row) =>
  act(desk.officer, 'record_hamlet_statistics', {
    fact: { id: recordId(100 + number), hamlet_id: recordId(number), valid_from: '2026-02-01', ...figures },
  });

describe('a merger', () => {
  it('ends the old ones and begins the new one on its day', async () => {
    const { data } = await merge([1, 2]);
    expect(data).toMatchObject({
      id: NEW,
      version: 1,
      ended: [
        { id: recordId(1), version: 2 },
        { id: recordId(2), version: 2 },
      ],
      warnings: [],
    });
    expect(await names('2026-05-31')).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    expect(await names('2026-06-01')).toEqual(['Thôn 3', 'Thôn Đông']);
    const [, merged] = await layerAt(desk, 'hamlets');
    expect(merged).toMatchObject({ former_commune: 'Du Lễ', households: null, valid_from: '2026-06-01' });
    const old = await layerAt(desk, 'hamlets', '2026-05-31');
    expect(old[0]?.successors).toEqual([{ id: NEW, name: 'Thôn Đông' }]);
    expect(Number(merged?.area_m2)).toBeCloseTo(Number(old[0]?.area_m2) + Number(old[1]?.area_m2), 0);
  });

  it('takes the model roads along', async () => {
    const road = {
      id: recordId(40),
      name: 'Đường 1',
      registered_on: '2026-02-01',
      geometry: path([1, 1], [1, 3]),
    };
    await save('model_road', road);
    await merge([1, 2]);
    expect(await layerAt(desk, 'model_roads', '2026-05-31')).toMatchObject([{ hamlet_name: 'Thôn 1' }]);
    expect(await layerAt(desk, 'model_roads')).toMatchObject([{ hamlet_name: 'Thôn Đông' }]);
    // Somebody had the road's form open meanwhile.
    const { fields } = await save(
      'model_road',
      { id: recordId(40), name: 'Đường hoa', hamlet_id: recordId(1) },
      1,
    );
    expect(fields).toMatchObject([
      { field: 'hamlet_id', code: 'hamlet_ended', detail: { successors: [{ id: NEW, name: 'Thôn Đông' }] } },
    ]);
  });

  it('offers the sum of what all reported, and stores none', async () => {
    await report(1, { households: 100, population: 400 });
    await report(2, { households: 50 });
    const versions = [1, 2].map((number) => ({ id: recordId(number), version: 2 }));
    const { data } = await merge([], { hamlets: versions });
    expect(data.statistics_sum).toEqual({ households: 150, population: null, cultivated_area_ha: null });
    expect(await count(desk.backend, 'hamlet_statistics')).toBe(2);
  });

  it('may keep the name of one of them', async () => {
    expect((await merge([1, 2], { hamlet: { id: NEW, name: 'Thôn 1' } })).status).toBe(200);
    expect(await names()).toEqual(['Thôn 1', 'Thôn 3']);
  });

  it('of hamlets that do not touch is odd, and said', async () => {
    expect(told((await merge([1, 3])).data.warnings)).toEqual(['hamlets not_adjacent']);
  });

  it('closes a slit between borders that were drawn apart', async () => {
    await save(
      'hamlet',
      hamlet(4, ring([4, 4], [0, 4], [0, 8], [8, 8], [8, 4], [4.002, 4], [4.002, 4.002], [4, 4.002])),
    );
    await merge([1, 2, 4]);
    const merged = (await layerAt(desk, 'hamlets')).find(({ id }) => id === NEW);
    expect(
      ((merged?.geometry ?? {}) as { coordinates?: unknown[][] }).coordinates?.map((rings) => rings.length),
    ).toEqual([1]);
  });

  it('is stored once when sent twice', async () => {
    const first = await merge([1, 2]);
    const rows = await count(desk.backend, 'changes');
    expect(await merge([1, 2])).toEqual(first);
    expect(await count(desk.backend, 'changes')).toBe(rows);
  });

  it.each<[string, number[], Row, string[]]>([
    ['of one alone', [1], {}, ['hamlets too_few']],
    ['of one with itself', [1, 1], {}, ['hamlets too_few']],
    [
      'before one of them began',
      [1, 2],
      { on_date: '2026-01-01' },
      ['on_date before_start', 'on_date before_start'],
    ],
    ['on no day', [1, 2], { on_date: null }, ['on_date required', 'on_date required']],
    [
      'under a name that another has',
      [1, 2],
      { hamlet: { id: NEW, name: 'Thôn 3' } },
      ['name exists_already'],
    ],
    ['under no name', [1, 2], { hamlet: { id: NEW } }, ['name required']],
  ])('%s is refused', async (_what, numbers, more, expected) => {
    const { status, fields } = await merge(numbers, more);
    expect([status, told(fields)]).toEqual([422, expected]);
    expect(await names()).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
  });

  it('of one that has merged already is refused with what it became', async () => {
    await merge([1, 2]);
    const { fields } = await merge([2, 3], { hamlet: { id: recordId(11), name: 'Thôn Nam' } });
    expect(fields).toMatchObject([
      { row: 1, code: 'already_ended', detail: { ended_on: '2026-06-01', successors: [{ id: NEW }] } },
    ]);
  });

  it('of one that somebody has changed meanwhile is not done over it', async () => {
    await save('hamlet', { id: recordId(2), name: 'Tên khác' }, 1);
    const { hint, conflict } = await merge([1, 2]);
    expect([hint, conflict.id]).toEqual(['stale', recordId(2)]);
    expect(await names()).toEqual(['Tên khác', 'Thôn 1', 'Thôn 3']);
  });

  it('is done by nobody else', async () => {
    for (const person of [desk.leader, desk.police])
      expect((await merge([1, 2], {}, person)).status).toBe(403);
    expect((await merge([1, 2], {}, desk.anybody)).status).toBe(401);
    expect(await names()).toHaveLength(3);
  });

  it('cannot be taken back by restoring an old one', async () => {
    await merge([1, 2]);
    const { fields } = await act(desk.officer, 'restore', {
      layer: 'hamlets',
      id: recordId(1),
      edited_version: 2,
    });
    expect(told(fields)).toEqual(['id has_successors']);
    const { data } = await desk.officer.rpc('retired_records');
    expect((data as Row[]).map(({ restorable }) => restorable)).toEqual([false, false]);
  });
});

describe('a split', () => {
  const tiles = async () => {
    const [row] = await desk.backend.query(`
      select extensions.ST_Equals(extensions.ST_Union(n.geom), (select geom from app.hamlets where id = '${recordId(1)}')) as same,
        (sum(extensions.ST_Area(n.geom)) / (select extensions.ST_Area(geom) from app.hamlets where id = '${recordId(1)}'))::numeric(12, 9)::float8 as share
      from app.hamlets n where n.valid_from = '2026-06-01'`);
    return row;
  };

  it('ends the old one and begins the parts on its day, without figures', async () => {
    await report(1, { households: 100 });
    const { data } = await split(halves, { edited_version: 2 });
    expect(data).toEqual({
      hamlets: [
        { id: recordId(21), version: 1 },
        { id: recordId(22), version: 1 },
      ],
      ended: { id: recordId(1), version: 3 },
      repairs: [],
      warnings: [],
    });
    expect(await names('2026-05-31')).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    expect(await layerAt(desk, 'hamlets', '2026-06-01')).toMatchObject([
      { name: 'Thôn 1', households: null, former_commune: 'Du Lễ' },
      { name: 'Thôn 1 Đông', households: null },
      { name: 'Thôn 2' },
      { name: 'Thôn 3' },
    ]);
    expect(await tiles()).toEqual({ same: true, share: 1 });
  });

  it('shares the built-up land out', async () => {
    await save('hamlet', { id: recordId(1), residential_geometry: block(1, 1, 3, 3) }, 1);
    await split(halves, { edited_version: 2 });
    const parts = (await layerAt(desk, 'hamlets')).filter(({ valid_from }) => valid_from === '2026-06-01');
    expect(parts.map(({ residential_geometry }) => (residential_geometry as { type: string }).type)).toEqual([
      'MultiPolygon',
      'MultiPolygon',
    ]);
  });

  it('fits edges that are not drawn to the centimetre, and says so', async () => {
    const rough = [
      part(21, ring([0.004, 0.003], [2.0037, 0.0021], [1.9, 2.1234567], [2.0012, 4.003], [0.001, 3.998])),
      part(22, ring([2, 0], [4.004, 0.001], [3.998, 4.002], [2.003, 3.997], [1.9027, 2.1211])),
    ];
    const { status, data } = await split(rough);
    expect([status, told(data.repairs)]).toEqual([200, ['geometry edges_fitted', 'geometry edges_fitted']]);
    expect(await tiles()).toEqual({ same: true, share: 1 });
    const [row] = await desk.backend.query<{ overlap: number }>(`
      select extensions.ST_Area(extensions.ST_Intersection(a.geom, b.geom)) as overlap from app.hamlets a, app.hamlets b
      where a.id = '${recordId(21)}' and b.id = '${recordId(22)}'`);
    expect(row?.overlap).toBe(0);
  });

  it.each<[string, object[], string[]]>([
    [
      'with a strip that belongs to nobody',
      [part(21, block(0, 0, 2, 4)), part(22, block(2.1, 0, 4, 4))],
      ['geometry parts_leave_gap'],
    ],
    [
      'with a strip that belongs to two',
      [part(21, block(0, 0, 2.1, 4)), part(22, block(2, 0, 4, 4))],
      ['geometry parts_overlap'],
    ],
    [
      'over the border',
      [part(21, block(0, 0, 2, 4)), part(22, block(2, 0, 4.1, 4))],
      ['geometry part_outside'],
    ],
    ['into one', [part(21, block(0, 0, 4, 4))], ['parts too_few']],
    [
      'without an outline and a name',
      [part(21, block(0, 0, 2, 4)), { id: recordId(22) }],
      ['geometry geometry_missing', 'name required'],
    ],
    [
      'into two of one name',
      [part(21, block(0, 0, 2, 4), 'Thụy'), part(22, block(2, 0, 4, 4), 'Thuỵ')],
      ['name same_name_twice'],
    ],
    [
      'under a neighbour’s name',
      [part(21, block(0, 0, 2, 4)), part(22, block(2, 0, 4, 4), 'Thôn 2')],
      ['name exists_already'],
    ],
  ])('%s is refused', async (_what, parts, expected) => {
    const { status, fields } = await split(parts);
    expect([status, told(fields)]).toEqual([422, expected]);
    expect(await names()).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
  });

  it('that does not tile says where', async () => {
    const { fields } = await split([part(21, block(0, 0, 2, 4)), part(22, block(2.5, 0, 4, 4))]);
    expect(fields[0]?.detail).toMatchObject({ area_m2: expect.any(Number), place: { type: 'Point' } });
    const place = fields[0]?.detail?.place as { coordinates: number[] } | undefined;
    expect(place?.coordinates[0]).toBeCloseTo(106.62225, 5);
  });

  it('is stored once when sent twice', async () => {
    const first = await split(halves);
    const rows = await count(desk.backend, 'changes');
    expect(await split(halves)).toEqual(first);
    expect(await count(desk.backend, 'changes')).toBe(rows);
  });

  it('is done by who saw it as it is, and has the right', async () => {
    expect((await split(halves, { edited_version: 7 })).hint).toBe('stale');
    for (const person of [desk.leader, desk.police])
      expect((await split(halves, {}, person)).status).toBe(403);
    expect(await names()).toHaveLength(3);
  });
});
