import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { signedIn } from '../support/database.ts';
import { accountOf, fillTwoCommunes, rowId } from './two-communes.ts';

let backend: Backend;
let officer: SupabaseClient;
beforeEach(async () => {
  backend = await fillTwoCommunes();
  officer = await signedIn(backend, accountOf('front officer of A')?.email ?? '');
  // The fixture is written while triggers rest; what is stored by a person is snapped.
  await backend.execute('update app.roads set geom = geom; update app.hamlets set geom = geom;');
});

/** Everything of a commune, row by row, without the versions, which only grow. */
async function everything(): Promise<unknown> {
  const tables = [
    'hamlets',
    'hamlet_successions',
    'hamlet_statistics',
    'roads',
    'model_roads',
    'model_road_states',
    'model_road_assessments',
    'waste_points',
    'waste_point_states',
    'cemeteries',
    'settings',
  ];
  const rows: Record<string, unknown> = {};
  for (const table of tables)
    rows[table] = await backend.query(
      `select to_jsonb(t) - 'version' as row from app.${table} t order by id`,
    );
  return rows;
}
async function act(name: string, parameters: object): Promise<string> {
  const { error } = await officer.rpc(name, parameters);
  if (error) throw new Error(`${name}: ${error.message} ${error.details}`);
  const { data } = await officer.rpc('read_acts');
  return data[0].act;
}
const version = async (table: string, id: string) =>
  Number(
    (await backend.query<{ version: number }>(`select version from app.${table} where id = $1`, [id]))[0]
      ?.version,
  );
const road = rowId('A', 'road');
const modelRoad = rowId('A', 'modelRoad');
const point = rowId('A', 'wastePoint');
const hamlet = rowId('A', 'hamlet');

const ACTS: [string, () => Promise<[string, object]>][] = [
  [
    'a road drawn anew',
    async () => [
      'save_road',
      {
        feature: {
          id: road,
          name: 'Đường mới',
          geometry: {
            type: 'LineString',
            coordinates: [
              [106.6225, 20.7223],
              [106.624, 20.7235],
            ],
          },
        },
        edited_version: await version('roads', road),
      },
    ],
  ],
  [
    'a hamlet renamed',
    async () => [
      'save_hamlet',
      { feature: { id: hamlet, name: 'Thôn Mới' }, edited_version: await version('hamlets', hamlet) },
    ],
  ],
  [
    'a state of a point',
    async () => [
      'record_waste_point_state',
      {
        fact: {
          id: 'dddddddd-0000-7000-8000-000000000009',
          waste_point_id: point,
          state: 'closed',
          valid_from: '2026-06-01',
        },
      },
    ],
  ],
  [
    'a lapse',
    async () => [
      'lapse_model_road',
      {
        fact: {
          id: 'dddddddd-0000-7000-8000-00000000000a',
          model_road_id: modelRoad,
          valid_from: '2026-06-01',
          reason: 'Không duy trì',
        },
      },
    ],
  ],
  [
    'a point retired',
    async () => [
      'retire',
      {
        layer: 'waste_points',
        id: point,
        on_date: '2026-06-01',
        reason: 'Dời đi',
        edited_version: await version('waste_points', point),
      },
    ],
  ],
  [
    'a hamlet split',
    async () => [
      'split_hamlet',
      {
        id: hamlet,
        on_date: '2026-06-01',
        edited_version: await version('hamlets', hamlet),
        parts: [
          { id: 'dddddddd-0000-7000-8000-000000000011', name: 'Thôn Đông', geometry: box(106.624, 106.628) },
          { id: 'dddddddd-0000-7000-8000-000000000012', name: 'Thôn Tây', geometry: box(106.62, 106.624) },
        ],
      },
    ],
  ],
];
function box(west: number, east: number) {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, 20.72],
        [east, 20.72],
        [east, 20.728],
        [west, 20.728],
        [west, 20.72],
      ],
    ],
  };
}
it.each(ACTS)('%s is undone whole, and that undone again', async (_name, make) => {
  const before = await everything();
  const [name, parameters] = await make();
  const done = await act(name, parameters);
  const after = await everything();
  expect(after).not.toEqual(before);
  const undone = await officer.rpc('undo_changes', { act: done });
  expect(undone.error).toBeNull();
  expect(await everything()).toEqual(before);
  const again = await officer.rpc('undo_changes', { act: undone.data.act });
  expect(again.error).toBeNull();
  expect(await everything()).toEqual(after);
});
