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
    [
      'with anything more than a kind, a time, a place and a state',
      { name: 'Nguyễn Văn A' },
      ['name field_unknown'],
    ],
    ['outside the commune', { geometry: spot(900, 900) }, ['geometry outside_commune']],
  ])('is refused %s', async (_what, more, expected) => {
    const { fields } = await save('incident', { ...incident, ...more }, undefined, desk.police);
    expect(told(fields)).toEqual(expected);
  });
});
