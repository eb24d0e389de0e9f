import { beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { demoPassword } from '../../supabase/seed/accounts.ts';
import { seedSampleCommune } from '../../supabase/seed/index.ts';
import { freshDatabase, signedIn, visitor } from '../support/database.ts';

let backend: Backend;

const one = async <Row>(sql: string): Promise<Row | undefined> => (await backend.query<Row>(sql))[0];

describe('the sample commune in the database', () => {
  beforeAll(async () => {
    backend = await freshDatabase();
    await seedSampleCommune(backend, { lastDay: '2026-10-31' });
  });

  test('is a public commune that says it is a sample', async () => {
    const { data } = await visitor(backend).from('communes').select('name, is_sample, is_public');
    expect(data).toEqual([{ name: 'Nghi Dương', is_sample: true, is_public: true }]);
  });

  test.each(['2026-10-31', '2025-08-31', '2024-11-30'])('has hamlets that tile it on %s', async (day) => {
    const row = await one<{ tiled: boolean; area: number }>(`
      with tiles as materialized (
        select extensions.ST_Union(h.geom) as geom, sum(extensions.ST_Area(h.geom)) as area from app.hamlets h
        where h.valid_from <= '${day}' and (h.valid_to is null or h.valid_to > '${day}')
      )
      select extensions.ST_Equals(tiles.geom, c.geom) as tiled,
        abs(tiles.area / extensions.ST_Area(c.geom) - 1) as area
      from tiles, app.communes c`);
    expect(row?.tiled).toBe(true);
    expect(row?.area).toBeLessThan(1e-9);
  });

  test('has a meeting whose scenes were frozen before one figure was counted anew', async () => {
    const leader = await signedIn(backend, 'leader@demo.vn', demoPassword);
    const { data: meetings } = await leader.from('meetings').select('*').order('held_on');
    expect(meetings).toMatchObject([
      { held_on: '2026-09-04', state: 'held', scenes: 4, conclusions: 3, open_conclusions: 2 },
      { held_on: '2026-11-28', state: 'planned', scenes: 0 },
    ]);
    const { data: scenes } = await leader.rpc('meeting_scenes', { meeting_id: meetings?.[0]?.id });
    // 32 households of one hamlet had been counted twice in August; it was told on 20 October.
    type Told = {
      position: number;
      corrected: { hamlets: Record<'kept' | 'known', { numerator: number }>[] } | null;
    };
    const corrected = (scenes as Told[]).filter((scene) => scene.corrected);
    expect(corrected.map(({ position }) => position)).toEqual([2]);
    const [hamlet, ...others] = corrected[0]?.corrected?.hamlets ?? [];
    expect([(hamlet?.kept.numerator ?? 0) - (hamlet?.known.numerator ?? 0), others]).toEqual([32, []]);
  });

  test('has published quarters, and one that waits to be looked over', async () => {
    const leader = await signedIn(backend, 'leader@demo.vn', demoPassword);
    const { data: periods } = await leader.from('published_periods').select('*').order('starts_on');
    expect(periods?.at(0)).toMatchObject({ starts_on: '2025-01-01', parts: 'hamlets' });
    expect(periods?.at(-1)).toMatchObject({ ends_on: '2026-06-30', released_on: '2026-07-06' });
    const { data: parts } = await leader.rpc('published_incidents', { as_of: '2026-03-31' });
    expect(parts?.some(({ count }: { count: number | null }) => count !== null)).toBe(true);
    const police = await signedIn(backend, 'police@demo.vn', demoPassword);
    const { data: all } = await police.rpc('incident_periods', {});
    const waiting = all?.filter(({ state }: { state: string }) => state === 'closed');
    expect(waiting).toMatchObject([{ starts_on: '2026-07-01', ends_on: '2026-09-30' }]);
  });

  test('keeps roads, built-up land and points inside', async () => {
    const row = await one(`
      select
        (select count(*)::integer from app.roads r where not extensions.ST_CoveredBy(r.geom, c.geom)) as roads,
        (select count(*)::integer from app.model_roads r join app.hamlets h on h.id = r.hamlet_id
          where not extensions.ST_CoveredBy(r.geom, h.geom)) as model_roads,
        (select count(*)::integer from app.hamlets h
          where not extensions.ST_CoveredBy(h.residential_geom, h.geom)) as residential_areas,
        (select count(*)::integer from public.waste_points_at('2026-10-31', c.id) w where w.hamlet_id is null) as waste_points,
        (select count(*)::integer from public.cemeteries_at('2026-10-31', c.id) g where g.hamlet_id is null) as cemeteries,
        (select count(*)::integer from app.incidents i where not extensions.ST_CoveredBy(i.geom, c.geom)) as incidents
      from app.communes c`);
    expect(row).toEqual({
      roads: 0,
      model_roads: 0,
      residential_areas: 0,
      waste_points: 0,
      cemeteries: 0,
      incidents: 0,
    });
  });

  test('touches its neighbours along the whole border and nowhere overlaps them', async () => {
    const row = await one<{ shared: number; overlap: number }>(`
      select sum(extensions.ST_Length(extensions.ST_Intersection(
          extensions.ST_Boundary(c.geom), extensions.ST_Boundary(n.geom)))) / extensions.ST_Perimeter(c.geom) as shared,
        sum(extensions.ST_Area(extensions.ST_Intersection(c.geom, n.geom))) as overlap
      from app.communes c, app.neighbours n group by c.geom`);
    expect(row?.shared).toBeCloseTo(1, 9);
    expect(row?.overlap).toBe(0);
  });

  test.each([
    ['2026-10-31', { met: 9, on_the_way: 3, behind: 2, not_reported: 1 }],
    ['2026-07-31', { met: 7, on_the_way: 5, behind: 2, not_reported: 1 }],
    ['2024-10-31', { not_reported: 15 }],
  ])('shows the progress of %s', async (day, expected) => {
    const { data } = await visitor(backend).rpc('hamlets_at', { as_of: day });
    const rows = data as { progress: string }[];
    const counts: Record<string, number> = {};
    for (const { progress } of rows) counts[progress] = (counts[progress] ?? 0) + 1;
    expect(counts).toEqual(expected);
  });

  test('lets every demo account in, each with its role', async () => {
    const roles = {
      leader: 'leader',
      officer: 'front_officer',
      veterans: 'association',
      women: 'association',
      youth: 'association',
      farmers: 'association',
      hamlet: 'hamlet_committee',
      police: 'police',
      admin: 'administrator',
    };
    for (const [name, role] of Object.entries(roles)) {
      const client = await signedIn(backend, `${name}@demo.vn`, 'demo-xa-hanh-phuc');
      const { data: session } = await client.auth.getUser();
      const { data } = await client
        .from('members')
        .select('role')
        .eq('user_id', session.user?.id ?? '');
      expect(data).toEqual([{ role }]);
    }
  });

  test('is stored whole or not at all', async () => {
    const counts = () =>
      one(
        'select (select count(*) from app.roads) as roads, (select count(*) from auth.users) as users, (select count(*) from app.changes) as changes',
      );
    const before = await counts();
    // Another seed has other identifiers, and stumbles over the commune's code alone.
    await expect(seedSampleCommune(backend, { seed: 5, lastDay: '2026-10-31' })).rejects.toThrow();
    expect(await counts()).toEqual(before);
  });
});

test('ends by default with the month before the clock’s, in Vietnam', async () => {
  backend = await freshDatabase();
  await seedSampleCommune(backend, { now: new Date('2026-11-30T18:00:00Z') });
  const row = await one<{ day: string }>(
    "select max(occurred_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day from app.incidents",
  );
  expect(row?.day.slice(0, 7)).toBe('2026-11');
});
