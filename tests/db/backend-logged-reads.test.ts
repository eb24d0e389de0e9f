import { beforeAll, expect, test } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';

// Seen red with refusalOfCast taken out of guarded-fetch.ts: the answer was 400 with code 22P02, "theft" stood in
// its message, and the log was empty.
const COMMUNE = 'aaaaaaaa-0000-4000-8000-000000000003';
let backend: Backend;

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
     values (gen_random_uuid(), $1, 'theft', '2026-05-01T10:00:00+07', 'open',
       extensions.ST_SetSRID(extensions.ST_MakePoint(106.625, 20.725), 4326))`,
    [COMMUNE],
  );
});

test.each(['kind::int', 'geometry->>coordinates::int'])(
  'a read of incidents cannot fail on a row and so escape its log: %s',
  async (cast) => {
    const client = await signedIn(backend, 'cong-an@xa.vn');
    const period = { from_date: '2026-05-01', to_date: '2026-05-31' };
    const { error, status } = await client.rpc('read_incidents', period).select(cast);
    expect(status).toBe(400);
    expect(error).toMatchObject({ code: 'PT400' });
    expect(JSON.stringify(error)).not.toContain('theft');
  },
);
