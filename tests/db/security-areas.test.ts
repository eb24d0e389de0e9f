import { beforeEach, describe, expect, it } from 'vitest';
import { block, put } from './hand-made-map.ts';
import { act, type Desk, openDesk, type Row, recordId } from './records.ts';

let desk: Desk;
let hamlet: string;
const AREA = recordId(1);

// One hamlet, registered as an area on 10 January 2024; its year 2024 was assessed on 5 December.
beforeEach(async () => {
  desk = await openDesk();
  hamlet = await put(desk.backend, 'hamlets', {
    commune_id: desk.commune,
    name: 'Thôn Nam',
    valid_from: '2020-01-01',
    geom: block(0, 0, 20, 10),
  });
  expect((await register()).status).toBe(200);
});

const register = (change: Row = {}, version: number | null = null, person = desk.police) =>
  act(person, 'save_security_area', {
    area: {
      id: AREA,
      name: 'Khu dân cư Thôn Nam',
      kind: 'residential_area',
      hamlet_id: hamlet,
      registered_on: '2024-01-10',
      ...change,
    },
    edited_version: version,
  });
const assess = (number: number, year: number, change: Row = {}, version: number | null = null) =>
  act(desk.police, 'save_security_area_result', {
    result: {
      id: recordId(number),
      security_area_id: AREA,
      year,
      assessed_on: `${year}-12-05`,
      criteria: [true, true, true, true, true],
      ...change,
    },
    edited_version: version,
  });
const shown = async (as_of: string, person = desk.leader) =>
  (await person.rpc('security_areas_at', { as_of, commune_id: desk.commune })).data;

describe('self-managed areas', () => {
  it('show at each day the latest year that was assessed by then', async () => {
    await assess(2, 2024);
    await assess(3, 2025, { criteria: [true, true, false, null, true], drug_free: false });
    expect(await shown('2024-01-09')).toEqual([]);
    expect(await shown('2024-06-01')).toMatchObject([
      { hamlet_name: 'Thôn Nam', result_year: null, result: 'no_data', drug_free: null, households: null },
    ]);
    expect(await shown('2025-06-01')).toMatchObject([{ result_year: 2024, result: 'met' }]);
    expect(await shown('2025-12-31')).toMatchObject([
      { result_year: 2025, result: 'not_met', drug_free: false },
    ]);
  });

  it('say no data while a criterion has none', async () => {
    await assess(2, 2024, { criteria: [true, true, null, true, true] });
    expect(await shown('2025-01-01')).toMatchObject([{ result: 'no_data' }]);
  });

  it('are read by members, not by visitors', async () => {
    expect(await shown('2024-06-01', desk.officer)).toHaveLength(1);
    expect((await desk.anybody.from('security_areas').select('id')).status).toBe(401);
    expect((await desk.anybody.from('security_area_results').select('id')).status).toBe(401);
  });

  it('are not written by the leader', async () => {
    expect((await register({ name: 'Khác' }, 1, desk.leader)).status).toBe(403);
    expect((await register({ id: recordId(9) }, null, desk.leader)).status).toBe(403);
  });

  it('refuse figures that do not add up, and keep nothing of them', async () => {
    const wrong = await assess(2, 2024, {
      households: 10,
      households_signed: 11,
      conciliation_opened: 5,
      conciliation_succeeded: 3,
      conciliation_failed: 1,
      conciliation_pending: 0,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.fields.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'households_signed more_than_all',
      'conciliation_opened conciliation_sum',
    ]);
    const half = await assess(2, 2024, { conciliation_opened: 5 });
    expect(half.fields.map(({ code }) => code)).toEqual(['conciliation_incomplete']);
    expect((await assess(2, 2023)).fields.map(({ code }) => code)).toEqual(['before_registration']);
    expect((await desk.police.from('security_area_results').select('id')).data).toEqual([]);
  });

  it('take a result once, correct it, and refuse a second one of the same year', async () => {
    await assess(2, 2024);
    expect((await assess(2, 2024)).data).toMatchObject({ version: 1 });
    expect((await assess(2, 2024, { drug_free: true })).hint).toBe('stale');
    expect((await assess(2, 2024, { drug_free: true }, 1)).data).toMatchObject({ version: 2 });
    const second = await assess(3, 2024);
    expect(second.fields).toMatchObject([{ field: 'year', code: 'year_taken' }]);
  });

  it('lie on drawn ground instead of a hamlet', async () => {
    const [west, south] = [106.62, 20.72];
    const ring = [
      [west, south],
      [west + 0.001, south],
      [west + 0.001, south + 0.001],
      [west, south],
    ];
    const drawn = { hamlet_id: null, geometry: { type: 'Polygon', coordinates: [ring] } };
    expect(await shown('2025-01-01')).toMatchObject([{ is_drawn: false }]);
    expect((await register(drawn, 1)).data).toMatchObject({ version: 2 });
    expect(await shown('2025-01-01')).toMatchObject([{ is_drawn: true }]);
    expect((await register(drawn, 1)).data).toMatchObject({ version: 2 });
    expect((await register({ hamlet_id: null }, 2)).data).toMatchObject({ version: 2 });
    const nowhere = await register({ id: recordId(9), hamlet_id: null });
    expect(nowhere.fields).toMatchObject([{ field: 'geometry', code: 'geometry_missing' }]);
  });

  it('end on a day with a reason, and stay on the map of earlier days', async () => {
    const end = { id: AREA, on_date: '2025-03-01', reason: 'Sáp nhập', edited_version: 1 };
    expect((await act(desk.leader, 'retire_security_area', end)).status).toBe(403);
    expect((await act(desk.officer, 'retire_security_area', end)).status).toBe(200);
    expect(await shown('2025-02-28')).toHaveLength(1);
    expect(await shown('2025-03-01')).toEqual([]);
    const late = await register({ registered_on: '2025-03-01' }, 2, desk.officer);
    expect(late.fields).toMatchObject([{ field: 'registered_on', code: 'ends_before_start' }]);
  });

  it('are taken back in the change log', async () => {
    await assess(2, 2024);
    const { data } = await desk.officer
      .from('changes')
      .select('id,subject')
      .eq('table_name', 'security_area_results')
      .single();
    expect(data?.subject).toBe('Khu dân cư Thôn Nam');
    expect((await act(desk.officer, 'undo_changes', { change: data?.id })).status).toBe(200);
    expect((await desk.police.from('security_area_results').select('id')).data).toEqual([]);
  });
});
