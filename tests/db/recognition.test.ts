import { beforeEach, describe, expect, it } from 'vitest';
import { block, path } from './hand-made-map.ts';
import { act, count, type Desk, layerAt, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.backend.query(
    `insert into app.settings (id, commune_id, key, value, valid_from)
     values (gen_random_uuid(), $1, 'model_road_criteria', '[{"code": "green"}, {"code": "clean"}]', '2025-01-01')`,
    [desk.commune],
  );
  const hamlet = {
    id: recordId(1),
    name: 'Thôn 1',
    valid_from: '2025-01-01',
    geometry: block(0, 0, 4, 4),
    roads_declared_complete_on: '2025-02-01',
  };
  await act(desk.officer, 'save_hamlet', { feature: hamlet });
  const road = {
    id: ROAD,
    name: 'Đường 1',
    registered_on: '2026-02-01',
    geometry: path([1, 1], [1, 3]),
  };
  await act(desk.officer, 'save_model_road', { feature: road });
});

const ROAD = recordId(3);
const decision: Row = {
  id: recordId(10),
  model_road_id: ROAD,
  valid_from: '2026-05-10',
  decision_number: '12/QĐ-UBND',
  decision_date: '2026-05-02',
  document_title: 'Quyết định công nhận',
  document_kept_at: 'Văn phòng UBND xã, cặp 3',
  criteria: { green: true, clean: true },
};
const lapse: Row = {
  id: recordId(11),
  model_road_id: ROAD,
  valid_from: '2026-08-01',
  reason: 'Rác tồn đọng ba tháng',
};
const renewal: Row = {
  ...decision,
  id: recordId(12),
  valid_from: '2026-10-01',
  decision_number: '80/QĐ-UBND',
  decision_date: '2026-09-28',
};
const recognise = (fact: Row, person = desk.officer) => act(person, 'recognise_model_road', { fact });
const end = (fact: Row, person = desk.officer) => act(person, 'lapse_model_road', { fact });
const correct = (fact: Row, edited_version: number) =>
  act(desk.officer, 'correct_model_road_state', { fact, edited_version });
const road = async (day?: string) => (await layerAt(desk, 'model_roads', day))[0];
const progress = async (day: string) => (await layerAt(desk, 'hamlets', day))[0]?.progress;

describe('recognition', () => {
  it('tells its decision, its document and its criteria from its day on', async () => {
    const { data } = await recognise(decision);
    expect(data).toEqual({
      id: decision.id,
      version: 1,
      record: { id: ROAD, version: 2 },
      repairs: [],
      warnings: [],
    });
    expect(await road('2026-05-10')).toMatchObject({
      state: 'recognised',
      recognised_on: '2026-05-10',
      decision_number: '12/QĐ-UBND',
      decision_date: '2026-05-02',
      document_title: 'Quyết định công nhận',
      document_kept_at: 'Văn phòng UBND xã, cặp 3',
      assessed_on: '2026-05-02',
      criteria_met: 2,
    });
    expect(await road('2026-05-09')).toMatchObject({ state: 'registered', decision_number: null });
  });

  it('lapses for a reason and is renewed, and the plan’s number follows at every date', async () => {
    await recognise(decision);
    await end(lapse);
    await recognise(renewal);
    const days = ['2026-02-01', '2026-05-09', '2026-05-10', '2026-08-01', '2026-09-30', '2026-10-01'];
    expect(await Promise.all(days.map(progress))).toEqual([
      'on_the_way',
      'on_the_way',
      'met',
      'behind',
      'behind',
      'met',
    ]);
    expect(await road('2026-08-01')).toMatchObject({ state: 'lapsed', state_reason: lapse.reason });
    expect(await road()).toMatchObject({ decision_number: '80/QĐ-UBND', state_reason: null });
  });

  it('is stored once when sent twice, its assessment too', async () => {
    const first = await recognise(decision);
    const rows = await count(desk.backend, 'changes');
    expect(await recognise(decision)).toEqual(first);
    const lapsed = await end(lapse);
    expect(await end(lapse)).toEqual(lapsed);
    expect(await count(desk.backend, 'changes')).toBe(rows + 1);
    expect(await count(desk.backend, 'model_road_assessments')).toBe(1);
  });

  it('takes the assessment of that day that is there, and refuses another one', async () => {
    const fact = {
      id: recordId(30),
      model_road_id: ROAD,
      assessed_on: '2026-05-01',
      criteria: decision.criteria,
    };
    await act(desk.officer, 'record_model_road_assessment', { fact });
    const other = { ...decision, assessed_on: '2026-05-01', criteria: { green: true } };
    expect(told((await recognise(other)).fields)).toEqual(['assessed_on day_taken']);
    expect(await count(desk.backend, 'model_road_states')).toBe(1);
    expect((await recognise({ ...decision, assessed_on: '2026-05-01' })).status).toBe(200);
    expect(await count(desk.backend, 'model_road_assessments')).toBe(1);
  });

  it('with a criterion that is not met is for people to decide: it is said', async () => {
    const { data } = await recognise({ ...decision, criteria: { green: true, clean: false } });
    expect(data.warnings).toEqual([
      { field: 'criteria', code: 'criteria_not_met', detail: { codes: ['clean'] } },
    ]);
  });

  it.each<[string, Row, string[]]>([
    [
      'without a decision',
      { decision_number: ' ', decision_date: null },
      ['decision_date required', 'decision_number required'],
    ],
    ['without criteria', { criteria: null }, ['criteria required']],
    ['by a list of its own', { criteria: { golden: true } }, ['criteria criterion_unknown']],
    [
      'before it was registered',
      { valid_from: '2026-02-01' },
      ['valid_from before_start', 'valid_from day_taken'],
    ],
    ['by a decision of next year', { decision_date: '2126-01-01' }, ['decision_date in_future']],
    ['with a day that does not exist', { valid_from: '2026-02-30' }, ['valid_from date_invalid']],
    [
      'with a file in place of a name',
      { document_title: 'x'.repeat(201), file: 'a' },
      ['document_title too_long', 'file field_unknown'],
    ],
  ])('is refused %s', async (_what, more, expected) => {
    const { status, fields } = await recognise({ ...decision, ...more });
    expect([status, told(fields)]).toEqual([422, expected]);
    expect([
      await count(desk.backend, 'model_road_states'),
      await count(desk.backend, 'model_road_assessments'),
    ]).toEqual([1, 0]);
  });

  it('is written by nobody else', async () => {
    for (const person of [desk.leader, desk.police])
      expect((await recognise(decision, person)).status).toBe(403);
    expect((await recognise(decision, desk.anybody)).status).toBe(401);
    expect(await road()).toMatchObject({ state: 'registered' });
  });
});

describe('a lapse', () => {
  it('needs something to lapse, and a reason', async () => {
    expect(told((await end({ ...lapse, reason: '' })).fields)).toEqual([
      'reason required',
      'valid_from not_recognised',
    ]);
    await recognise(decision);
    expect(told((await end({ ...lapse, valid_from: '2026-05-01' })).fields)).toEqual([
      'valid_from not_recognised',
    ]);
  });
});

describe('a state that was written down wrongly', () => {
  const registration = async () =>
    (await desk.officer.from('model_road_states').select('*').eq('state', 'registered')).data?.[0];

  it('is corrected, and so is every date that follows from it', async () => {
    await recognise(decision);
    await correct({ id: decision.id, valid_from: '2026-06-01', decision_number: '13/QĐ-UBND' }, 1);
    expect(await progress('2026-05-10')).toBe('on_the_way');
    expect(await road('2026-06-01')).toMatchObject({ decision_number: '13/QĐ-UBND', state: 'recognised' });
  });

  it('keeps its place among the others', async () => {
    await recognise(decision);
    await end(lapse);
    const { id } = (await registration()) ?? {};
    expect(told((await correct({ id, valid_from: '2026-06-01' }, 1)).fields)).toEqual([
      'valid_from not_first',
    ]);
    expect(told((await correct({ id: lapse.id, valid_from: '2026-05-01' }, 1)).fields)).toEqual([
      'valid_from not_recognised',
    ]);
    expect((await correct({ id, valid_from: '2026-01-15' }, 1)).data.version).toBe(2);
  });

  it('does not become another one', async () => {
    await recognise(decision);
    expect(told((await correct({ id: decision.id, state: 'lapsed', reason: 'x' }, 1)).fields)).toEqual([
      'state field_unknown',
    ]);
    expect(told((await correct({ id: decision.id, decision_number: null }, 1)).fields)).toEqual([
      'decision_number required',
    ]);
  });
});
