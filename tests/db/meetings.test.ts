import { beforeEach, describe, expect, it } from 'vitest';
import { createUser, signedIn } from '../support/database.ts';
import { block, path, put } from './hand-made-map.ts';
import { act, type Desk, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
let north: string;
let south: string;
let road: string;

// Two hamlets, both said to have all their roads in the list. The north one's road was recognised on 1 March 2026;
// the south one has a road that nobody has recognised. So on 30 June one hamlet of two has a model road.
beforeEach(async () => {
  desk = await openDesk();
  const { backend, commune } = desk;
  const hamlet = (name: string, from: number) =>
    put(backend, 'hamlets', {
      commune_id: commune,
      name,
      valid_from: '2025-01-01',
      roads_declared_complete_on: '2025-01-01',
      geom: block(0, from, 20, from + 10),
    });
  south = await hamlet('Thôn Nam', 0);
  north = await hamlet('Thôn Bắc', 10);
  const modelRoad = (of: string, height: number) =>
    put(backend, 'model_roads', {
      commune_id: commune,
      hamlet_id: of,
      name: `Đường ${height}`,
      geom: path([2, height], [8, height]),
    });
  await recognise(await modelRoad(north, 15), '2026-03-01');
  road = await modelRoad(south, 5);
  await put(backend, 'model_road_states', {
    commune_id: commune,
    model_road_id: road,
    state: 'registered',
    valid_from: '2026-01-10',
  });
});

const recognise = (model_road_id: string, valid_from: string) =>
  put(desk.backend, 'model_road_states', {
    commune_id: desk.commune,
    model_road_id,
    state: 'recognised',
    valid_from,
  });

const MEETING = recordId(1);
const meet = (change: Row = {}, version: number | null = null) =>
  act(desk.leader, 'save_meeting', {
    meeting: { id: MEETING, title: 'Giao ban tháng 6', held_on: '2026-07-01', ...change },
    edited_version: version,
  });
const show = (number: number, change: Row = {}, version: number | null = null) =>
  act(desk.leader, 'save_scene', {
    scene: {
      id: recordId(number),
      meeting_id: MEETING,
      title: `Cảnh ${number}`,
      note: null,
      view: '?layers=hamlets,roads',
      indicator: 'model-roads',
      bounds: [106.62, 20.72, 106.64, 20.74],
      frozen_on: '2026-06-30',
      ...change,
    },
    edited_version: version,
  });
const conclude = (number: number, change: Row = {}, version: number | null = null) =>
  act(desk.leader, 'save_conclusion', {
    conclusion: { id: recordId(number), meeting_id: MEETING, text: 'Hoàn thành tuyến đường', ...change },
    edited_version: version,
  });
type Scene = {
  id: string;
  position: number;
  version: number;
  figures: { total: Row; hamlets: Row[] } | null;
  corrected: { kept: Row; known: Row; hamlets: { name: string; kept: Row; known: Row }[] } | null;
  bounds: number[];
};
const scenes = async (): Promise<Scene[]> => {
  const { data, error } = await desk.leader.rpc('meeting_scenes', { meeting_id: MEETING });
  if (error) throw new Error(error.message);
  return data;
};

describe('a scene', () => {
  beforeEach(() => meet());

  it('keeps the figures of its day, and shows nothing as corrected while nothing was', async () => {
    expect((await show(11)).status).toBe(200);
    const [scene] = await scenes();
    expect(scene?.figures?.total).toMatchObject({ hamlets_met: 1, hamlets_total: 2 });
    expect(scene?.figures?.hamlets).toMatchObject([
      { hamlet_id: north, name: 'Thôn Bắc', value: 1, state: 'met' },
      { hamlet_id: south, name: 'Thôn Nam', value: 0 },
    ]);
    expect(scene?.corrected).toBeNull();
    expect(scene?.bounds).toEqual([106.62, 20.72, 106.64, 20.74]);
  });

  it('shows both where a fact of that day was written down later', async () => {
    await show(11);
    // Decided in May, entered after the scene was frozen: on 30 June two hamlets of two had a model road.
    await recognise(road, '2026-05-20');
    const [scene] = await scenes();
    expect(scene?.figures?.total).toMatchObject({ hamlets_met: 1 });
    expect(scene?.corrected).toMatchObject({
      kept: { hamlets_met: 1, hamlets_total: 2 },
      known: { hamlets_met: 2, hamlets_total: 2 },
      hamlets: [{ name: 'Thôn Nam', kept: { value: 0 }, known: { value: 1, state: 'met' } }],
    });
  });

  it('is not corrected by what happened after its day', async () => {
    await show(11);
    await recognise(road, '2026-07-15');
    expect((await scenes())[0]?.corrected).toBeNull();
  });

  it('keeps its figures when its words change, and takes them anew when asked', async () => {
    await show(11);
    await recognise(road, '2026-05-20');
    expect((await show(11, { title: 'Tên mới' }, 1)).data).toMatchObject({ title: 'Tên mới', version: 2 });
    expect((await scenes())[0]?.corrected).not.toBeNull();
    await show(11, { title: 'Tên mới', freeze_again: true }, 2);
    const [scene] = await scenes();
    expect([scene?.figures?.total.hamlets_met, scene?.corrected]).toEqual([2, null]);
  });

  it('without an indicator keeps no figures', async () => {
    await show(11, { indicator: null });
    expect((await scenes())[0]).toMatchObject({ figures: null, corrected: null });
  });

  it('of an indicator that there is none of keeps no figures, and is shown', async () => {
    await show(11, { indicator: 'gone' });
    expect((await scenes())[0]).toMatchObject({ id: recordId(11), figures: null, corrected: null });
  });

  it('is stored once when it is sent twice, and is stale for who saw an older one', async () => {
    await show(11);
    expect((await show(11)).data).toMatchObject({ version: 1, position: 1 });
    await show(11, { title: 'Của người khác' }, 1);
    const late = await show(11, { title: 'Của tôi' }, 1);
    expect([late.status, late.hint, late.conflict.theirs?.title]).toEqual([409, 'stale', 'Của người khác']);
    expect(await scenes()).toHaveLength(1);
  });

  it('names every field that is wrong', async () => {
    const refused = await show(11, { title: ' ', frozen_on: '2099-01-01', bounds: [2, 1, 1, 2], view: 'x' });
    expect(told(refused.fields)).toEqual([
      'bounds bounds_invalid',
      'frozen_on in_future',
      'title required',
      'view view_invalid',
    ]);
    expect(await scenes()).toEqual([]);
  });
});

describe('the order of scenes', () => {
  beforeEach(async () => {
    await meet();
    for (const number of [11, 12, 13]) await show(number);
  });
  const order = (...numbers: number[]) =>
    act(desk.leader, 'order_scenes', { meeting_id: MEETING, scene_ids: numbers.map(recordId) });
  const placed = async () => (await scenes()).map(({ id }) => Number(id.slice(-2)));

  it('is the one that they were added in, and can be changed', async () => {
    expect(await placed()).toEqual([11, 12, 13]);
    expect((await order(13, 11, 12)).status).toBe(200);
    expect(await placed()).toEqual([13, 11, 12]);
    expect((await order(13, 11, 12)).status).toBe(200);
  });

  it('is refused when a scene is missing in it, because somebody added one meanwhile', async () => {
    const late = await order(12, 11);
    expect([late.status, late.hint]).toEqual([409, 'stale']);
    expect(await placed()).toEqual([11, 12, 13]);
  });

  it('closes up when one is taken out, twice over', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(
        (await act(desk.leader, 'remove_scene', { meeting_id: MEETING, scene_id: recordId(12) })).status,
      ).toBe(200);
    expect((await scenes()).map(({ id, position }) => [Number(id.slice(-2)), position])).toEqual([
      [11, 1],
      [13, 2],
    ]);
  });

  it('stays once the meeting is over', async () => {
    await meet({ state: 'held' }, 1);
    for (const late of [
      await order(13, 12, 11),
      await show(14),
      await act(desk.leader, 'remove_scene', { meeting_id: MEETING, scene_id: recordId(11) }),
    ])
      expect([late.status, late.hint]).toEqual([409, 'meeting_held']);
    expect((await conclude(31)).status).toBe(200);
  });
});

describe('a conclusion', () => {
  beforeEach(async () => {
    await meet();
    await show(11);
  });

  it('is written down once, with who does it where and by when', async () => {
    const wanted = { scene_id: recordId(11), hamlet_id: south, due_on: '2026-08-31' };
    for (let time = 0; time < 2; time += 1)
      expect((await conclude(31, wanted)).data).toMatchObject({ ...wanted, state: 'open', version: 1 });
  });

  it('is done on a day, and can be opened again', async () => {
    await conclude(31);
    const close = (done_on: string | null, edited_version: number) =>
      act(desk.leader, 'close_conclusion', {
        conclusion_id: recordId(31),
        done_on,
        closing_note: null,
        edited_version,
      });
    expect((await close('2026-08-20', 1)).data).toMatchObject({ state: 'done', done_on: '2026-08-20' });
    expect((await close('2026-08-20', 1)).data).toMatchObject({ version: 2 });
    expect((await close('2026-08-21', 1)).hint).toBe('stale');
    expect((await close(null, 2)).data).toMatchObject({ state: 'open', done_on: null });
  });

  it('is due and done after its meeting, for a hamlet and an organization of the commune', async () => {
    const refused = await conclude(31, {
      text: 'a<b',
      due_on: '2026-06-30',
      hamlet_id: recordId(99),
      organization_id: recordId(98),
    });
    expect(told(refused.fields)).toEqual([
      'due_on before_meeting',
      'hamlet_id choice_invalid',
      'organization_id choice_invalid',
      'text markup',
    ]);
    await conclude(31);
    const early = await act(desk.leader, 'close_conclusion', {
      conclusion_id: recordId(31),
      done_on: '2026-06-01',
      edited_version: 1,
    });
    expect(told(early.fields)).toEqual(['done_on before_meeting']);
  });

  it('outlives its scene', async () => {
    await conclude(31, { scene_id: recordId(11) });
    await act(desk.leader, 'remove_scene', { meeting_id: MEETING, scene_id: recordId(11) });
    const { data } = await desk.leader.from('conclusions').select('*');
    expect(data).toMatchObject([{ id: recordId(31), scene_id: null, meeting_title: 'Giao ban tháng 6' }]);
  });
});

describe('who reads meetings', () => {
  it('are those who steer the plan; a hamlet committee reads what concerns its hamlet', async () => {
    await meet();
    await show(11);
    await conclude(31, { hamlet_id: south });
    await conclude(32, { hamlet_id: north });
    const { backend, commune } = desk;
    const email = 'thon-nam@xa.vn';
    await put(backend, 'members', {
      commune_id: commune,
      user_id: await createUser(backend, { email }),
      role: 'hamlet_committee',
      hamlet_id: south,
      display_name: 'Ban công tác Thôn Nam',
    });
    const committee = await signedIn(backend, email);
    const seen = async (view: string) => (await committee.from(view).select('*')).data?.map(({ id }) => id);
    expect(await seen('meetings')).toEqual([]);
    expect(await seen('conclusions')).toEqual([recordId(31)]);
    expect((await committee.rpc('meeting_scenes', { meeting_id: MEETING })).data).toEqual([]);
    const refused = await act(committee, 'close_conclusion', {
      conclusion_id: recordId(31),
      done_on: '2026-07-02',
      edited_version: 1,
    });
    expect(refused.status).toBe(403);
  });

  it('are no visitors', async () => {
    await meet();
    for (const view of ['meetings', 'conclusions'])
      expect((await desk.anybody.from(view).select('*')).status).toBe(401);
  });
});
