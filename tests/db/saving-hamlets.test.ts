import { beforeEach, describe, expect, it } from 'vitest';
import { at, block, ring } from './hand-made-map.ts';
import { act, count, type Desk, layerAt, openDesk, type Row, recordId, told } from './records.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await save(hamlet(1, block(0, 0, 4, 4)));
  await save(hamlet(2, block(4, 0, 8, 4)));
  await save(hamlet(3, block(0, 4, 8, 8)));
});

const hamlet = (number: number, geometry: object, more: Row = {}): Row => ({
  id: recordId(number),
  name: `Thôn ${number}`,
  valid_from: '2026-01-01',
  geometry,
  ...more,
});
const save = (feature: Row, edited_version?: number, neighbours?: string) =>
  act(desk.officer, 'save_hamlet', { feature, edited_version, ...(neighbours && { neighbours }) });
const saveAll = (features: Row[], neighbours?: string) =>
  act(desk.officer, 'save_hamlets', { features, ...(neighbours && { neighbours }) });
const outline = (number: number, geometry: object) => ({ id: recordId(number), geometry });

/** Areas in square units, and how much of the ground two hamlets share; by name. */
async function ground() {
  const [row] = await desk.backend.query<{ areas: number[]; overlap: number; union: number }>(`
    select array_agg(round((extensions.ST_Area(h.geom) * 1e6)::numeric, 3)::float8 order by h.name) as areas,
      round((sum(extensions.ST_Area(h.geom)) * 1e6)::numeric, 3)::float8 as union,
      (select coalesce(sum(extensions.ST_Area(extensions.ST_Intersection(a.geom, b.geom))) * 1e6, 0) from app.hamlets a join app.hamlets b on a.id < b.id) as overlap
    from app.hamlets h`);
  return row;
}

// One square unit is about 104 m by 111 m.
const UNIT_M2 = 11_530;

describe('an outline that grows over a neighbour', () => {
  it('is refused, and the answer says over whom and by how much', async () => {
    const { status, fields } = await save(outline(1, block(0, 0, 5, 5)), 1);
    expect(status).toBe(422);
    expect(fields).toEqual([
      {
        row: 1,
        field: 'geometry',
        code: 'overlaps',
        detail: {
          hamlets: [
            { id: recordId(2), name: 'Thôn 2', area_m2: expect.any(Number) },
            { id: recordId(3), name: 'Thôn 3', area_m2: expect.any(Number) },
          ],
        },
      },
    ]);
    const areas = ((fields[0]?.detail?.hamlets ?? []) as { area_m2: number }[]).map(
      ({ area_m2 }) => area_m2 / UNIT_M2,
    );
    expect(areas.map(Math.round)).toEqual([4, 5]);
    expect(await ground()).toMatchObject({ areas: [16, 16, 32] });
  });

  it('by less than a metre is how two people draw one border', async () => {
    expect((await save(outline(1, block(0, 0, 4.004, 4)), 1)).data.warnings).toEqual([]);
  });

  it('where it lay over it before already may stay so, and is told', async () => {
    await desk.backend.query(
      `update app.hamlets set geom = extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($1), 4326)) where id = $2`,
      [JSON.stringify(block(3, 0, 8, 4)), recordId(2)],
    );
    expect(told((await save(outline(1, block(0, 0, 4.5, 4)), 1)).fields)).toEqual(['geometry overlaps']);
    const { data } = await save(outline(1, ring([0, 0], [4, 0], [4, 4], [0, 4], [0, 2])), 1);
    expect(told(data.warnings)).toEqual(['geometry overlaps']);
  });

  it('of a hamlet that is no more is no matter', async () => {
    await desk.backend.query(`update app.hamlets set valid_to = '2026-06-01' where id = $1`, [recordId(2)]);
    expect((await save(outline(1, block(0, 0, 5, 4)), 1)).status).toBe(200);
  });

  it('is refused for a new hamlet too', async () => {
    expect(told((await save(hamlet(4, block(7, 7, 9, 9)))).fields)).toEqual(['geometry overlaps']);
    expect(await count(desk.backend, 'hamlets')).toBe(3);
  });
});

describe('an outline that draws back', () => {
  it('leaves ground to nobody, and the answer says how much', async () => {
    const { data } = await save(outline(1, block(0, 0, 3, 4)), 1);
    expect(told(data.warnings)).toEqual(['geometry leaves_gap']);
    expect(Math.round(Number(data.warnings?.[0]?.detail?.area_m2) / UNIT_M2)).toBe(4);
  });
});

describe('a border that moves for both', () => {
  it('when the neighbour gives up what is covered', async () => {
    const { data } = await save(outline(1, block(0, 0, 5, 4)), 1, 'fit');
    expect(data).toMatchObject({ id: recordId(1), version: 2, warnings: [] });
    expect(data.adjusted).toEqual([
      { id: recordId(2), name: 'Thôn 2', version: 2, area_m2: expect.any(Number) },
    ]);
    expect(await ground()).toEqual({ areas: [20, 12, 32], union: 64, overlap: 0 });
  });

  it('when the neighbour with the longest border takes over what is left', async () => {
    const { data } = await save(outline(1, block(0, 0, 3, 4)), 1, 'fit');
    expect(data.adjusted).toMatchObject([{ id: recordId(2), area_m2: expect.any(Number) }]);
    expect(Math.round(Number((data.adjusted as Row[])[0]?.area_m2) / UNIT_M2)).toBe(4);
    expect(await ground()).toEqual({ areas: [12, 20, 32], union: 64, overlap: 0 });
  });

  it('along a crooked line whose corners lie on nobody’s, without a sliver', async () => {
    const crooked = ring(
      [0, 0],
      [4.1234567, 0],
      [4.3333333, 1.1111111],
      [3.7654321, 2.2222222],
      [4.2, 3.3],
      [3.9, 4.4321],
      [0, 4],
    );
    await save(outline(1, crooked), 1, 'fit');
    const after = await ground();
    expect(after?.overlap).toBeLessThan(1e-9);
    expect(after?.union).toBe(64);
    // The last bit of a coordinate is the database's own.
    const [whole] = await desk.backend.query<{ apart: number }>(`
      select extensions.ST_Area(extensions.ST_SymDifference(extensions.ST_Union(h.geom),
        extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON('${JSON.stringify(block(0, 0, 8, 8))}'), 4326))) as apart from app.hamlets h`);
    expect(whole?.apart).toBeLessThan(1e-12);
  });

  it('is stored once when sent twice', async () => {
    const crooked = ring(
      [0, 0],
      [4.1234567, 0],
      [4.3333333, 1.1111111],
      [3.7654321, 2.2222222],
      [4.2, 3.3],
      [3.9, 4.4321],
      [0, 4],
    );
    const { data } = await save(outline(1, crooked), 1, 'fit');
    const rows = await count(desk.backend, 'changes');
    expect((await save(outline(1, crooked), 1, 'fit')).data).toMatchObject({
      id: data.id,
      version: data.version,
    });
    expect(await count(desk.backend, 'changes')).toBe(rows);
  });

  it('when both outlines are sent together', async () => {
    const features = [
      { ...outline(1, block(0, 0, 5, 4)), version: 1 },
      { ...outline(2, block(5, 0, 8, 4)), version: 1 },
    ];
    const { data } = await saveAll(features);
    expect(data).toEqual({
      hamlets: [
        { id: recordId(1), version: 2 },
        { id: recordId(2), version: 2 },
      ],
      adjusted: [],
      repairs: [],
      warnings: [],
    });
    expect(await ground()).toMatchObject({ areas: [20, 12, 32], overlap: 0 });
  });
});

describe('several hamlets in one act', () => {
  it('are all stored or none, and all that is wrong is said at once', async () => {
    const { fields } = await saveAll([
      { id: recordId(1), name: 'Đổi tên', version: 1 },
      { id: recordId(2), name: '', version: 1 },
      { id: recordId(3), valid_from: 'hôm qua', version: 1 },
    ]);
    expect(fields.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'name', 'required'],
      [3, 'valid_from', 'date_invalid'],
    ]);
    expect((await layerAt(desk, 'hamlets')).map(({ name }) => name)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
  });

  it('say which of them somebody else has changed', async () => {
    await save({ id: recordId(2), name: 'Tên khác' }, 1);
    const { hint, conflict } = await saveAll([
      { id: recordId(1), name: 'Đổi tên', version: 1 },
      { id: recordId(2), name: 'Tên của tôi', version: 1 },
    ]);
    expect([hint, conflict.id, conflict.version]).toEqual(['stale', recordId(2), 2]);
    expect((await layerAt(desk, 'hamlets')).map(({ name }) => name)).toEqual([
      'Tên khác',
      'Thôn 1',
      'Thôn 3',
    ]);
  });

  it('are at least one', async () => {
    expect(told((await saveAll([])).fields)).toEqual(['features required']);
  });
});

it('corners that were sent come back as they were', async () => {
  const corners = [at(0, 0), at(4, 0), at(4, 4), at(0, 4)].map(String).sort();
  const geometry = (await layerAt(desk, 'hamlets'))[0]?.geometry as { coordinates: number[][][][] };
  expect([...new Set(geometry.coordinates[0]?.[0]?.map(String))].sort()).toEqual(corners);
});
