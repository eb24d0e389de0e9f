import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { block, path, putCommune, putMember } from './hand-made-map.ts';

let client: SupabaseClient;
beforeAll(async () => {
  const backend = await freshDatabase();
  const commune = await putCommune(backend);
  await putMember(backend, commune, await createUser(backend, { email: 'can-bo@xa.vn' }), 'front_officer');
  client = await signedIn(backend, 'can-bo@xa.vn');
});

const cut = (line: object, area: object = block(2, 2, 6, 6)) => client.rpc('cut_area', { area, line });

type Part = { area_m2: number; bearing: number; geometry: { coordinates: number[][][] } };

describe('a line across an area', () => {
  it('cuts it into parts, northernmost first, which together are the whole', async () => {
    const { data } = await cut(path([1, 4], [7, 4]));
    const parts = data.parts as Part[];
    const whole = (await client.rpc('check_boundary', { geometry: block(2, 2, 6, 6) })).data.area_m2;
    expect(parts.map(({ bearing }) => Math.round(bearing))).toEqual([0, 180]);
    expect(parts[0]?.geometry.coordinates[0]?.every(([, north = 0]) => north >= 20.7239999)).toBe(true);
    expect(parts.reduce((sum, { area_m2 }) => sum + area_m2, 0)).toBeCloseTo(whole, 0);
  });

  it('cuts also when it ends just on the border, as a hand draws it', async () => {
    expect((await cut(path([2, 4], [6, 4]))).data.parts).toHaveLength(2);
    expect((await cut(path([2, 3], [4, 5], [6, 3]))).data.parts).toHaveLength(2);
  });

  it.each([
    ['ends inside', path([1, 4], [4, 4])],
    ['passes by', path([7, 0], [7, 9])],
  ])('that %s cuts nothing, and is told so', async (_, line) => {
    expect((await cut(line)).error).toMatchObject({ code: 'PT422', hint: 'line_does_not_cut' });
  });

  it('must be one line', async () => {
    const twice = {
      type: 'MultiLineString',
      coordinates: [path([1, 3], [7, 3]).coordinates, path([1, 5], [7, 5]).coordinates],
    };
    for (const line of [twice, block(1, 1, 7, 7), {}])
      expect((await cut(line)).error).toMatchObject({ code: 'PT422', hint: 'line_missing' });
  });
});
