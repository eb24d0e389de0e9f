import { beforeAll, describe, expect, it } from 'vitest';
import { LAYER_FIELDS, LOADABLE } from '../../src/tasks/set-up/matching/layer-fields.ts';
import type { Backend } from '../../supabase/local/backend.ts';
import { freshDatabase } from '../support/database.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await freshDatabase();
});

type ServerField = { field: string; kind: string; required: boolean; choices: string[] | null };

describe('the screen that matches columns', () => {
  it.each(LOADABLE)('offers for %s the fields that the server takes', async (layer) => {
    const fields = await backend.query<ServerField>('select * from app.layer_fields($1)', [layer]);
    const onScreen = LAYER_FIELDS[layer].map(({ id, kind, required = false, choices = null }) => ({
      field: id,
      kind,
      required,
      choices,
    }));
    const byName = (one: { field: string }, other: { field: string }) => one.field.localeCompare(other.field);
    expect(onScreen.toSorted(byName)).toEqual(fields.toSorted(byName));
  });
});

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.01, south],
      [west + 0.01, south + 0.01],
      [west, south + 0.01],
      [west, south],
    ],
  ],
});

async function merge(geometries: unknown[]): Promise<Record<string, unknown>> {
  const [row] = await backend.query<{ answer: Record<string, unknown> }>(
    'select public.merge_boundaries($1::jsonb) as answer',
    [JSON.stringify(geometries)],
  );
  return row?.answer ?? {};
}

describe('areas merged into one boundary', () => {
  it('lose the border between them', async () => {
    const answer = await merge([square(106.6, 20.7), square(106.61, 20.7)]);
    expect(answer.problem).toBeNull();
    const { coordinates } = answer.geometry as { coordinates: number[][][][] };
    expect(coordinates.map((polygon) => polygon.length)).toEqual([1]);
    expect(Math.max(...(coordinates[0]?.[0] ?? []).map(([longitude = 0]) => longitude))).toBe(106.62);
  });

  it('are refused together when one has a problem, and the answer says which', async () => {
    const answer = await merge([square(106.6, 20.7), square(20.7, 106.6), { type: 'Point' }]);
    expect(answer).toMatchObject({ problem: 'swapped_axes', row_number: 2, geometry: null, area_m2: null });
  });

  it('must be some', async () => {
    expect(await merge([])).toMatchObject({ problem: 'geometry_missing', geometry: null });
  });
});
