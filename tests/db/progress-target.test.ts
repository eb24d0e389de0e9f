import { expect, test } from 'vitest';
import { freshDatabase, visitor } from '../support/database.ts';
import { block, path, put, putCommune } from './hand-made-map.ts';

// One hamlet with one recognised road (from 1 March). The plan wants one; from 1 June the commune's own setting
// wants two. So: 28 February nothing is known; 31 May 1 of 1, met; 1 June 1 of 2, on the way.
test('how many model roads a hamlet needs is a setting, right at every date', async () => {
  const backend = await freshDatabase();
  const commune = await putCommune(backend);
  const hamlet = await put(backend, 'hamlets', {
    commune_id: commune,
    name: 'Thôn 1',
    valid_from: '2020-01-01',
    geom: block(0, 0, 5, 5),
  });
  const road = await put(backend, 'model_roads', {
    commune_id: commune,
    hamlet_id: hamlet,
    name: 'Đường 1',
    geom: path([1, 1], [1, 2]),
  });
  await put(backend, 'model_road_states', {
    commune_id: commune,
    model_road_id: road,
    valid_from: '2026-03-01',
    state: 'recognised',
  });
  await backend.query(
    `insert into app.settings (id, commune_id, key, value, valid_from)
     values (gen_random_uuid(), $1, 'model_roads_per_hamlet', '2', '2026-06-01')`,
    [commune],
  );
  const progress: unknown[] = [];
  for (const day of ['2026-02-28', '2026-05-31', '2026-06-01']) {
    const { data } = await visitor(backend).rpc('hamlets_at', { as_of: day });
    progress.push(data?.[0]?.progress);
  }
  expect(progress).toEqual(['not_reported', 'met', 'on_the_way']);
});
