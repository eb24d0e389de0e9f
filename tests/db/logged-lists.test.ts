import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';

// One more than an answer of the API holds at most. The server does not count what a function that also
// writes a log answers with, so the list is read until a page is empty.
const COUNT = 1001;
const COMMUNE = 'aaaaaaaa-0000-4000-8000-000000000002';

afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

let backend: Awaited<ReturnType<typeof freshDatabase>>;
let readUntilEmpty: typeof import('../../src/data/read-all.ts')['readUntilEmpty'];

beforeAll(async () => {
  backend = await freshDatabase();
  const police = await createUser(backend, { email: 'cong-an@xa.vn' });
  await backend.query(
    `insert into app.communes (id, code, name, province, coordinate_system, geom)
     values ($1, '11713', 'Nghi Dương', 'Hải Phòng', 'EPSG:9210',
       extensions.ST_Multi(extensions.ST_MakeEnvelope(106.62, 20.72, 106.63, 20.73, 4326)))`,
    [COMMUNE],
  );
  await backend.query(
    `insert into app.members (id, user_id, commune_id, role, display_name)
     values (gen_random_uuid(), $1, $2, 'police', 'Công an xã')`,
    [police, COMMUNE],
  );
  await backend.query(
    `insert into app.incidents (id, commune_id, kind, occurred_at, state, geom)
     select gen_random_uuid(), $1, 'theft', '2026-05-01T10:00:00+07', 'open',
       extensions.ST_SetSRID(extensions.ST_MakePoint(106.625, 20.725), 4326)
     from generate_series(1, $2::int)`,
    [COMMUNE, COUNT],
  );
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' });
  vi.resetModules();
  ({ readUntilEmpty } = await import('../../src/data/read-all.ts'));
});

test(`police read all ${COUNT} incidents, each once`, async () => {
  const client = await signedIn(backend, 'cong-an@xa.vn');
  const rows = await readUntilEmpty<{ id: string }>((from, to) =>
    client
      .rpc('read_incidents', { from_date: '2026-05-01', to_date: '2026-05-01' })
      .order('id')
      .range(from, to),
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(COUNT);
  expect(rows).toHaveLength(COUNT);
});
