import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { freshDatabase, visitor } from '../support/database.ts';
import { at, block, path, put, putCommune, spot } from './hand-made-map.ts';

type Row = Record<string, unknown>;

let backend: Backend;
let anybody: SupabaseClient;
let commune: string;
let organization: string;
beforeEach(async () => {
  backend = await freshDatabase();
  anybody = visitor(backend);
  commune = await putCommune(backend);
  organization = await put(backend, 'organizations', {
    commune_id: commune,
    code: 'women',
    name: 'Hội Phụ nữ',
  });
});

async function layerAt(layer: string, day: string): Promise<Row[]> {
  const { data, error } = await anybody.rpc(`${layer}_at`, { as_of: day });
  if (error) throw new Error(`${error.code} ${error.message}`);
  return data;
}

async function fieldsAt(layer: string, day: string, ...fields: string[]): Promise<unknown[][]> {
  return (await layerAt(layer, day)).map((row) => fields.map((field) => row[field]));
}

const hamlet = (name: string, row: Row) =>
  put(backend, 'hamlets', { commune_id: commune, name, valid_from: '2020-01-01', ...row });

const statistics = (of: string, day: string, row: Row) =>
  put(backend, 'hamlet_statistics', { commune_id: commune, hamlet_id: of, valid_from: day, ...row });

describe('figures of a hamlet', () => {
  const onlyHamlet = async (day: string) => (await layerAt('hamlets', day))[0] ?? {};

  it('are the latest reported by the day; what was not reported stays null', async () => {
    const id = await hamlet('Thôn 1', { geom: block(0, 0, 2, 2) });
    await statistics(id, '2026-01-01', { households: 120, population: 480 });
    await statistics(id, '2026-07-01', { households: 125, cultivated_area_ha: 30.5 });
    const figures = async (day: string) => {
      const row = await onlyHamlet(day);
      return [row.households, row.population, row.cultivated_area_ha, row.statistics_since];
    };
    expect(await figures('2025-12-31')).toEqual([null, null, null, null]);
    expect(await figures('2026-01-01')).toEqual([120, 480, null, '2026-01-01']);
    expect(await figures('2026-06-30')).toEqual([120, 480, null, '2026-01-01']);
    expect(await figures('2026-07-01')).toEqual([125, null, 30.5, '2026-07-01']);
  });

  it('measure its area on the ellipsoid and send its outline as it was drawn', async () => {
    await hamlet('Thôn 1', { geom: block(0, 0, 1, 1) });
    const row = await onlyHamlet('2026-01-01');
    // 110.71 m north (worked out in layers-at.test.ts) by 0.001° east: 6380811 m × cos 20.7205° × 1.745329e-5 = 104.16 m; 11532 m².
    expect(Math.abs(Number(row.area_m2) - 11532)).toBeLessThan(3);
    const corners = [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)];
    const { type, coordinates } = row.geometry as { type: string; coordinates: number[][][][] };
    expect(type).toBe('MultiPolygon');
    expect(coordinates[0]?.[0]?.map(String).sort()).toEqual(corners.map(String).sort());
  });
});

describe('waste points at a date', () => {
  const wastePoint = (name: string, row: Row) =>
    put(backend, 'waste_points', { commune_id: commune, name, kind: 'green_house', ...row });
  const state = (point: string, day: string, word: string) =>
    put(backend, 'waste_point_states', {
      commune_id: commune,
      waste_point_id: point,
      valid_from: day,
      state: word,
    });

  it('are there from their first state, in the latest one', async () => {
    const point = await wastePoint('Điểm 1', {
      geom: spot(1, 1),
      organization_id: organization,
      collection_days: [2, 5],
    });
    await state(point, '2026-02-01', 'active');
    await state(point, '2026-03-01', 'needs_attention');
    await state(point, '2026-04-01', 'closed');
    const at = (day: string) =>
      fieldsAt('waste_points', day, 'state', 'state_since', 'organization_name', 'collection_days');
    expect(await at('2026-01-31')).toEqual([]);
    expect(await at('2026-02-28')).toEqual([['active', '2026-02-01', 'Hội Phụ nữ', [2, 5]]]);
    expect(await at('2026-03-01')).toEqual([['needs_attention', '2026-03-01', 'Hội Phụ nữ', [2, 5]]]);
    expect(await at('2026-12-31')).toEqual([['closed', '2026-04-01', 'Hội Phụ nữ', [2, 5]]]);
  });

  it('belong to the hamlet around them at that date, and to none outside all hamlets', async () => {
    const whole = await hamlet('Thôn 1', { geom: block(0, 0, 4, 2), valid_to: '2026-04-01' });
    const west = await hamlet('Thôn 1 Tây', { geom: block(0, 0, 2, 2), valid_from: '2026-04-01' });
    await hamlet('Thôn 1 Đông', { geom: block(2, 0, 4, 2), valid_from: '2026-04-01' });
    await state(await wastePoint('Trong', { geom: spot(1, 1) }), '2026-01-01', 'active');
    await state(await wastePoint('Ngoài', { geom: spot(9, 9) }), '2026-01-01', 'active');
    const places = async (day: string) =>
      new Map(
        (await layerAt('waste_points', day)).map((row) => [row.name, [row.hamlet_id, row.hamlet_name]]),
      );
    expect(await places('2026-03-31')).toEqual(
      new Map([
        ['Trong', [whole, 'Thôn 1']],
        ['Ngoài', [null, null]],
      ]),
    );
    expect((await places('2026-04-01')).get('Trong')).toEqual([west, 'Thôn 1 Tây']);
  });

  it('on a shared border belong to one hamlet, always the same', async () => {
    const lower = '00000000-0000-4000-8000-000000000001';
    const higher = '00000000-0000-4000-8000-000000000002';
    await hamlet('Thôn 2', { id: higher, geom: block(0, 0, 2, 2) });
    await hamlet('Thôn 1', { id: lower, geom: block(2, 0, 4, 2) });
    await state(await wastePoint('Ranh', { geom: spot(2, 1) }), '2026-01-01', 'active');
    expect(await fieldsAt('waste_points', '2026-05-01', 'hamlet_id')).toEqual([[lower]]);
  });
});

describe('cemeteries at a date', () => {
  it('are there from valid_from up to the day before valid_to', async () => {
    const row = {
      commune_id: commune,
      name: 'Nghĩa trang',
      valid_from: '2025-07-01',
      valid_to: '2026-07-01',
      geom: spot(1, 1),
    };
    await put(backend, 'cemeteries', row);
    expect(await layerAt('cemeteries', '2025-06-30')).toEqual([]);
    expect(await layerAt('cemeteries', '2025-07-01')).toHaveLength(1);
    expect(await layerAt('cemeteries', '2026-06-30')).toHaveLength(1);
    expect(await layerAt('cemeteries', '2026-07-01')).toEqual([]);
  });

  it('have an area only where an outline is known, and graves only where somebody counted', async () => {
    const common = { commune_id: commune, valid_from: '2025-07-01', organization_id: organization };
    await put(backend, 'cemeteries', { ...common, name: 'Điểm', geom: spot(1, 1) });
    await put(backend, 'cemeteries', { ...common, name: 'Vùng', graves: 87, geom: block(3, 3, 4, 4) });
    const rows = new Map((await layerAt('cemeteries', '2026-01-01')).map((row) => [row.name, row]));
    expect(rows.get('Điểm')).toMatchObject({ area_m2: null, graves: null, label_point: spot(1, 1) });
    // One unit by one unit, as worked out above: 11532 m² at 20.7205° N; at 20.7235° N 11532 m²
    // times cos 20.7235° / cos 20.7205°, which is 0.99998.
    expect(Math.abs(Number(rows.get('Vùng')?.area_m2) - 11532)).toBeLessThan(3);
    expect(rows.get('Vùng')).toMatchObject({ graves: 87 });
  });
});

describe('roads at a date', () => {
  it('are there while they are valid, as long as the ellipsoid says', async () => {
    const row = {
      commune_id: commune,
      name: 'Đường 1',
      class: 'commune',
      valid_from: '2025-07-01',
      valid_to: '2026-07-01',
    };
    await put(backend, 'roads', { ...row, geom: path([1, 0], [1, 1]) });
    expect(await layerAt('roads', '2025-06-30')).toEqual([]);
    expect(await layerAt('roads', '2026-07-01')).toEqual([]);
    const [[length] = []] = await fieldsAt('roads', '2026-06-30', 'length_m');
    // 110.71 m, worked out in layers-at.test.ts.
    expect(length).toBeCloseTo(110.71, 2);
  });
});
