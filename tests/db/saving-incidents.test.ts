import { beforeEach, describe, expect, it } from 'vitest';
import { spot } from './hand-made-map.ts';
import { act, type Desk, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const save = (verb: string, feature: Row, edited_version?: number, person = desk.officer) =>
  act(person, `save_${verb}`, { feature, edited_version });

const incident: Row = {
  id: recordId(50),
  kind: 'theft',
  occurred_at: '2026-03-10T20:00:00+07:00',
  state: 'open',
  geometry: spot(2, 2),
};

describe('an incident', () => {
  const read = async () =>
    (await desk.police.rpc('read_incidents', { from_date: '2026-03-01', to_date: '2026-03-31' })).data;

  it('is kept by police, who are answered its id alone', async () => {
    expect((await save('incident', incident, undefined, desk.police)).data).toEqual({ id: incident.id });
    await save('incident', { id: incident.id, state: 'resolved' }, 1, desk.police);
    expect(await read()).toMatchObject([{ id: incident.id, state: 'resolved', version: 2 }]);
  });

  it('is kept by nobody else', async () => {
    expect((await save('incident', incident)).status).toBe(403);
    await save('incident', incident, undefined, desk.police);
    // Whoever may not see it is told that there is none.
    expect((await save('incident', incident, 1)).hint).toBe('not_found');
    expect((await save('incident', { ...incident, state: 'resolved' })).status).toBe(403);
    expect(await read()).toMatchObject([{ state: 'open', version: 1 }]);
  });

  it('tells nothing of itself in a conflict', async () => {
    await save('incident', incident, undefined, desk.police);
    await save('incident', { id: incident.id, state: 'resolved' }, 1, desk.police);
    const { hint, conflict } = await save('incident', { id: incident.id, kind: 'other' }, 1, desk.police);
    expect([hint, conflict]).toEqual([
      'stale',
      { id: incident.id, yours: null, theirs: null, version: null },
    ]);
  });

  it.each<[string, Row, string[]]>([
    ['without its offset from UTC', { occurred_at: '2026-03-10T20:00:00' }, ['occurred_at instant_invalid']],
    ['in the future', { occurred_at: '2126-03-10T20:00:00+07:00' }, ['occurred_at in_future']],
    ['with a field that has no place in it', { name: 'Nguyễn Văn A' }, ['name field_unknown']],
    ['outside the commune', { geometry: spot(900, 900) }, ['geometry outside_commune']],
  ])('is refused %s', async (_what, more, expected) => {
    const { fields } = await save('incident', { ...incident, ...more }, undefined, desk.police);
    expect(told(fields)).toEqual(expected);
  });

  it('keeps until when it lasted, how exact its place is, a hint to it and a note', async () => {
    const more = {
      ended_at: '2026-03-10T22:30:00+07:00',
      accuracy_m: 50,
      place_hint: 'Gần cổng làng',
      note: 'Thiệt hại khoảng 500.000.000 đồng, báo ngày 12.03.2026 lúc 20.30',
    };
    expect((await save('incident', { ...incident, ...more }, undefined, desk.police)).status).toBe(200);
    expect(await read()).toMatchObject([{ ...more, ended_at: '2026-03-10T15:30:00+00:00', version: 1 }]);
    await save('incident', { id: incident.id, note: '', accuracy_m: null }, 1, desk.police);
    expect(await read()).toMatchObject([{ note: null, accuracy_m: null, place_hint: 'Gần cổng làng' }]);
  });

  it.each<[string, Row, string[]]>([
    ['over before it began', { ended_at: '2026-03-10T19:00:00+07:00' }, ['ended_at ends_before_begin']],
    ['to a place as exact as nobody can say', { accuracy_m: 3 }, ['accuracy_m choice_invalid']],
    ['with the number of an identity card', { note: 'CCCD 031099001234' }, ['note personal_identity_number']],
    ['with that of an old one, in groups', { note: 'CMND 031 234 567.' }, ['note personal_identity_number']],
    ['with a telephone number', { note: 'gọi 0912.345.678' }, ['note personal_phone']],
    ['with one of abroad', { place_hint: 'hỏi +84 912 345 678' }, ['place_hint personal_phone']],
    ['with the plate of a motorbike', { note: 'xe 15-B1 123.45 bỏ chạy' }, ['note personal_plate']],
    ['with the plate of a car', { note: 'ô tô 15A-12345' }, ['note personal_plate']],
    ['with an e-mail address', { note: 'thư a.nguyen @ mail.vn' }, ['note personal_email']],
  ])('is refused %s', async (_what, more, expected) => {
    const { fields } = await save('incident', { ...incident, ...more }, undefined, desk.police);
    expect(told(fields)).toEqual(expected);
    const [said] = Object.values(more);
    if (typeof said === 'string') expect(JSON.stringify(fields)).not.toContain(said.slice(-5));
    expect(await read()).toEqual([]);
  });
});
