import { beforeEach, describe, expect, it } from 'vitest';
import { block, path, spot } from './hand-made-map.ts';
import { act, count, type Desk, layerAt, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  for (const [verb, feature] of Object.entries(RECORDS).map(([layer, row]) => [VERBS[layer], row] as const))
    await act(desk.officer, `save_${verb}`, { feature });
});

const VERBS: Record<string, string> = {
  hamlets: 'hamlet',
  roads: 'road',
  model_roads: 'model_road',
  waste_points: 'waste_point',
  cemeteries: 'cemetery',
};
const common = { valid_from: '2026-01-01' };
const RECORDS: Record<string, Row> = {
  hamlets: { ...common, id: recordId(1), name: 'Thôn 1', geometry: block(0, 0, 4, 4) },
  roads: { ...common, id: recordId(2), name: 'Đường', class: 'alley', geometry: path([1, 1], [3, 1]) },
  model_roads: {
    id: recordId(3),
    name: 'Đường mẫu',
    registered_on: '2026-01-01',
    geometry: path([1, 1], [1, 3]),
  },
  waste_points: {
    ...common,
    id: recordId(4),
    name: 'Bể',
    kind: 'pesticide_tank',
    state: 'active',
    geometry: spot(1, 1),
  },
  cemeteries: { ...common, id: recordId(5), name: 'Nghĩa trang', geometry: spot(2, 2) },
};

const retire = (layer: string, more: Row = {}, person = desk.officer) =>
  act(person, 'retire', {
    layer,
    id: RECORDS[layer]?.id,
    on_date: '2026-06-01',
    reason: 'Không còn sử dụng',
    edited_version: 1,
    ...more,
  });
const restore = (layer: string, edited_version: number, person = desk.officer) =>
  act(person, 'restore', { layer, id: RECORDS[layer]?.id, edited_version });
const there = async (layer: string, day?: string) =>
  (await layerAt(desk, layer, day)).some(({ id }) => id === RECORDS[layer]?.id);

describe.each(Object.keys(RECORDS))('what is no more in %s', (layer) => {
  it('is there on earlier days and on none from its end on', async () => {
    expect((await retire(layer)).data).toMatchObject({ id: RECORDS[layer]?.id, version: 2 });
    expect(
      await Promise.all(['2026-05-31', '2026-06-01', undefined].map((day) => there(layer, day))),
    ).toEqual([true, false, false]);
    const [row] = (await layerAt(desk, layer, '2026-05-31')).filter(({ id }) => id === RECORDS[layer]?.id);
    expect(row).toMatchObject({ valid_to: '2026-06-01', retired_reason: 'Không còn sử dụng', version: 2 });
  });

  it('is listed, and comes back', async () => {
    await retire(layer);
    const { data } = await desk.officer.rpc('retired_records');
    expect(data).toMatchObject([
      {
        layer,
        id: RECORDS[layer]?.id,
        name: RECORDS[layer]?.name,
        valid_to: '2026-06-01',
        version: 2,
        restorable: true,
      },
    ]);
    expect((await restore(layer, 2)).data).toMatchObject({ version: 3, warnings: [] });
    expect(await there(layer)).toBe(true);
    expect((await desk.officer.rpc('retired_records')).data).toEqual([]);
  });

  it('ends once when sent twice, and comes back once', async () => {
    const first = await retire(layer);
    const rows = await count(desk.backend, 'changes');
    expect((await retire(layer)).data).toMatchObject({ version: first.data.version });
    const back = await restore(layer, 2);
    expect(await restore(layer, 2)).toEqual(back);
    expect(await count(desk.backend, 'changes')).toBe(rows + 1);
  });

  it('needs a day after its first, and a reason', async () => {
    expect(told((await retire(layer, { on_date: '2026-01-01', reason: ' ' })).fields)).toEqual([
      'on_date before_start',
      'reason required',
    ]);
    expect(told((await retire(layer, { on_date: null, reason: '<a>' })).fields)).toEqual([
      'on_date required',
      'reason markup',
    ]);
    expect(await there(layer)).toBe(true);
  });

  it('is ended by who saw it as it is, and has the right', async () => {
    await act(desk.officer, `save_${VERBS[layer]}`, {
      feature: { id: RECORDS[layer]?.id, name: 'Tên khác' },
      edited_version: 1,
    });
    expect((await retire(layer)).hint).toBe('stale');
    for (const person of [desk.leader, desk.police])
      expect((await retire(layer, { edited_version: 2 }, person)).status).toBe(403);
    await retire(layer, { edited_version: 2 });
    expect((await restore(layer, 2)).hint).toBe('stale');
    expect((await restore(layer, 3, desk.leader)).status).toBe(403);
    expect(await there(layer)).toBe(false);
  });
});

describe('a hamlet that ends', () => {
  it('without a successor says which model roads lose theirs', async () => {
    const { data } = await retire('hamlets');
    expect(data.warnings).toEqual([
      { field: 'id', code: 'model_roads_without_hamlet', detail: { count: 1 } },
    ]);
  });

  it('does not come back over one that has its name or its ground by now', async () => {
    await retire('hamlets');
    const feature = { ...RECORDS.hamlets, id: recordId(9), valid_from: '2026-06-01' };
    await act(desk.officer, 'save_hamlet', { feature });
    expect(told((await restore('hamlets', 2)).fields)).toEqual(['name exists_already']);
    await act(desk.officer, 'save_hamlet', {
      feature: { id: recordId(9), name: 'Thôn 9' },
      edited_version: 1,
    });
    expect(told((await restore('hamlets', 2)).fields)).toEqual(['geometry overlaps']);
    expect((await desk.officer.rpc('retired_records')).data).toHaveLength(1);
  });
});

describe('an incident that was no incident', () => {
  const incident = {
    id: recordId(50),
    kind: 'theft',
    occurred_at: '2026-03-10T20:00:00+07:00',
    state: 'open',
  };
  const withdraw = (reason: string, person = desk.police) =>
    act(person, 'retire', { layer: 'incidents', id: incident.id, on_date: null, reason, edited_version: 1 });
  const read = async () =>
    (await desk.police.rpc('read_incidents', { from_date: '2026-03-01', to_date: '2026-03-31' })).data;
  const counted = async () => {
    const { data } = await desk.police.rpc('incident_cells', {
      from_month: '2026-03-01',
      to_month: '2026-03-01',
    });
    return (data as { count: number }[]).reduce((sum, cell) => sum + cell.count, 0);
  };
  beforeEach(async () => {
    await act(desk.police, 'save_incident', { feature: { ...incident, geometry: spot(2, 2) } });
  });

  it('is withdrawn for a reason of the list, counts nowhere, and comes back', async () => {
    expect(told((await withdraw('Ông A kể nhầm')).fields)).toEqual(['reason choice_invalid']);
    expect([(await read()).length, await counted()]).toEqual([1, 1]);
    expect((await withdraw('duplicate')).data).toEqual({ id: incident.id });
    expect((await withdraw('duplicate')).status).toBe(200);
    expect([await read(), await counted()]).toEqual([[], 0]);
    const back = { layer: 'incidents', id: incident.id, edited_version: 2 };
    expect((await act(desk.police, 'restore', back)).data).toEqual({ id: incident.id });
    expect(await read()).toMatchObject([{ id: incident.id, version: 3 }]);
  });

  it('is nobody else’s to withdraw', async () => {
    expect((await withdraw('mistake', desk.officer)).hint).toBe('not_found');
    expect(await read()).toHaveLength(1);
  });
});

it('a layer that does not exist has nothing that could end', async () => {
  expect((await retire('members', { id: recordId(1) })).status).toBe(400);
  expect((await act(desk.officer, 'restore', { layer: 'members', id: recordId(1) })).status).toBe(400);
});
