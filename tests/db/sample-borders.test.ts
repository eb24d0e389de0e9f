import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { seedSampleCommune } from '../../supabase/seed/index.ts';
import { freshDatabase, signedIn } from '../support/database.ts';
import { act, type Row, recordId } from './records.ts';

let backend: Backend;
let officer: SupabaseClient;
beforeAll(async () => {
  backend = await freshDatabase();
  await seedSampleCommune(backend, { lastDay: '2026-10-31' });
  officer = await signedIn(backend, 'officer@demo.vn', 'demo-xa-hanh-phuc');
});

/** How far today's hamlets are from tiling the commune: gaps, overlaps and what sticks out, in square metres. */
async function untiled(): Promise<number> {
  const [row] = await backend.query<{ area: number }>(`
    with today as materialized (
      select h.id, h.geom from app.hamlets h where h.valid_from <= app.today() and (h.valid_to is null or h.valid_to > app.today())
    )
    select extensions.ST_Area(extensions.ST_SymDifference((select extensions.ST_Union(t.geom) from today t), c.geom)::extensions.geography)
      + (select coalesce(sum(extensions.ST_Area(extensions.ST_Intersection(a.geom, b.geom)::extensions.geography)), 0)
         from today a join today b on a.id < b.id) as area
    from app.communes c`);
  return row?.area ?? -1;
}

const sampleHamlet = async (name: string, formerCommune: string): Promise<Row> => {
  const { data } = await officer
    .from('hamlets')
    .select('id, version, geometry')
    .eq('name', name)
    .eq('former_commune', formerCommune);
  return data?.[0] ?? {};
};

describe('the sample commune stays tiled', () => {
  it('when a hamlet’s whole border moves some 20 m for it and its neighbours', async () => {
    const { id, version, geometry } = await sampleHamlet('Xuân Đông', 'Ngũ Phúc');
    const [moved] = await backend.query<{ geometry: object }>(
      `select extensions.ST_AsGeoJSON(extensions.ST_Intersection(c.geom, extensions.ST_Translate(
         extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($1), 4326), 0.0002, 0.0001)), 7)::jsonb as geometry from app.communes c`,
      [JSON.stringify(geometry)],
    );
    const feature = { id, geometry: moved?.geometry };
    const { status, data } = await act(officer, 'save_hamlet', {
      feature,
      edited_version: version,
      neighbours: 'fit',
    });
    expect([status, data.warnings]).toEqual([200, []]);
    expect((data.adjusted as Row[]).length).toBeGreaterThan(2);
    expect(await untiled()).toBeLessThan(1);
  });

  it('when two hamlets merge', async () => {
    const [one, two] = [await sampleHamlet('Thôn 5', 'Kiến Quốc'), await sampleHamlet('Thôn 6', 'Kiến Quốc')];
    const { status, data } = await act(officer, 'merge_hamlets', {
      hamlets: [one, two].map(({ id, version }) => ({ id, version })),
      hamlet: { id: recordId(1), name: 'Thôn 5' },
      on_date: '2026-11-01',
    });
    expect([status, data.warnings]).toEqual([200, []]);
    expect(await untiled()).toBeLessThan(1);
  });

  it('when one is split along a line that somebody drew', async () => {
    const { id, version, geometry } = await sampleHamlet('Mai Dương', 'Ngũ Phúc');
    const parts = await backend.query<{ geometry: object }>(
      `select extensions.ST_AsGeoJSON(p.geom, 7)::jsonb as geometry
       from (select extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($1), 4326) as geom) h,
         lateral (select (extensions.ST_XMin(h.geom) + extensions.ST_XMax(h.geom)) / 2 as middle) m,
         lateral (values
           (extensions.ST_Intersection(h.geom, extensions.ST_MakeEnvelope(106, 20, m.middle + 0.000003, 21, 4326))),
           (extensions.ST_Intersection(h.geom, extensions.ST_MakeEnvelope(m.middle, 20, 107, 21, 4326)))) p (geom)`,
      [JSON.stringify(geometry)],
    );
    const { status } = await act(officer, 'split_hamlet', {
      id,
      parts: parts.map((part, index) => ({
        id: recordId(10 + index),
        name: `Mai Dương ${index + 1}`,
        ...part,
      })),
      on_date: '2026-11-01',
      edited_version: version,
    });
    expect(status).toBe(200);
    expect(await untiled()).toBeLessThan(1);
  });
});
