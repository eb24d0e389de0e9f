import type { Backend } from '../supabase/local/backend.ts';
import { createUser, signedIn } from '../tests/support/database.ts';
import { type Figure, median, milliseconds } from './measure.ts';

type Asked = Pick<Backend, 'query' | 'fetch' | 'keys'>;

const ASKED = { first: '2024-11-01', after: '2026-11-01' };

/** Communes side by side, each with as many incidents as said within 24 months, a third of them at four places. */
async function generateIncidents(
  database: Pick<Backend, 'query'>,
  { communes, width, height, incidents }: Record<'communes' | 'width' | 'height' | 'incidents', number>,
): Promise<void> {
  await database.query(`select setseed(0.5)`);
  await database.query(`
    insert into app.communes (id, code, name, province, coordinate_system, is_public, geom)
    select gen_random_uuid(), (20000 + n)::text, 'Xã ' || n, 'Hải Phòng', 'EPSG:9210', true,
      extensions.ST_Multi(extensions.ST_MakeEnvelope(106 + (n % 12) * 0.06, 20.5 + (n / 12) * 0.06, 106 + (n % 12) * 0.06 + ${width}, 20.5 + (n / 12) * 0.06 + ${height}, 4326))
    from generate_series(1, ${communes}) n`);
  const rows = await database.query<{ id: string }>('select id from app.communes');
  // Commune by commune: each row is written into the log of changes too.
  for (const { id } of rows) {
    await database.query(
      `insert into app.incidents (id, commune_id, kind, occurred_at, state, geom)
       select gen_random_uuid(), p.id, 'theft', '${ASKED.first}'::timestamptz + random() * interval '728 days', 'resolved',
         extensions.ST_SetSRID(extensions.ST_MakePoint(p.west + ${width} * case when n % 3 > 0 then random() else 0.2 + 0.2 * (n % 4) + 0.05 * random() end,
           p.south + ${height} * case when n % 3 > 0 then random() else 0.2 + 0.2 * ((n / 3) % 4) + 0.05 * random() end), 4326)
       from (select c.id, extensions.ST_XMin(c.geom) as west, extensions.ST_YMin(c.geom) as south from app.communes c where c.id = $1) p,
         generate_series(1, ${incidents}) n`,
      [id],
    );
  }
  await database.query('analyze');
}

const figureOf = (what: string, value: number, reach: number): Figure => ({
  what,
  figure: milliseconds(value),
  reach: `≤ ${reach.toLocaleString('en')} ms`,
  reached: value <= reach,
});

/** Median milliseconds of ten calls, after three that warm up. */
async function medianOf(call: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 13; run += 1) {
    const begun = performance.now();
    await call();
    times.push(performance.now() - begun);
  }
  return median(times.slice(3));
}

/** `incident_cells` as police of one commune ask, 2,000 incidents in 24 months, through the API's own fetch, in an empty database. */
export async function hotspotsOfOne(backend: Asked, where: string, reach: number): Promise<Figure> {
  await generateIncidents(backend, { communes: 1, width: 0.042, height: 0.039, incidents: 2000 });
  const user = await createUser(backend, { email: 'police@xa.vn' });
  await backend.query(
    `insert into app.members (id, user_id, commune_id, role, display_name) select gen_random_uuid(), $1, c.id, 'police', 'Công an xã' from app.communes c`,
    [user],
  );
  const police = await signedIn(backend, 'police@xa.vn');
  let cells = 0;
  const middle = await medianOf(async () => {
    const { data, error } = await police.rpc('incident_cells', {
      from_month: '2024-11-01',
      to_month: '2026-10-01',
    });
    const rows = (data ?? []) as { count: number; trend: string | null }[];
    cells = rows.length;
    const counted = rows.reduce((sum, { count }) => sum + count, 0);
    if (error || counted !== 2000 || !rows.some(({ trend }) => trend !== null))
      throw new Error(`expected 2000 incidents with trends, got ${error?.message ?? counted}`);
  });
  return figureOf(
    `incident_cells, ${cells} cells, 2,000 incidents, 24 months, Gi*, FDR, trend, ${where}`,
    middle,
    reach,
  );
}

/** All communes of a city at once, as the database's owner asks; 10 and 114 of them. */
export async function hotspotsOfCities(
  open: () => Promise<Asked & { close(): Promise<void> }>,
): Promise<Figure[]> {
  const times: number[] = [];
  let cells = 0;
  for (const communes of [10, 114]) {
    const backend = await open();
    await generateIncidents(backend, { communes, width: 0.039, height: 0.036, incidents: 2632 });
    times.push(
      await medianOf(async () => {
        const [row] = await backend.query<{ cells: number; counted: number; judged: number }>(
          `select count(*)::integer as cells, sum(h.count)::integer as counted, count(h.trend)::integer as judged
           from app.communes c cross join lateral app.incident_hotspots(c.id, $1::date, $2::date, null) h`,
          [ASKED.first, ASKED.after],
        );
        cells = row?.cells ?? 0;
        if (row?.counted !== communes * 2632 || row.judged === 0)
          throw new Error(`expected ${communes * 2632} incidents, got ${row?.counted}`);
      }),
    );
    await backend.close();
  }
  const [ten = 0, city = 0] = times;
  const growth = city / ten / 11.4;
  return [
    figureOf(`the same for 114 communes, ${cells} cells, 300,048 incidents, PostgreSQL`, city, 5000),
    {
      what: 'growth from 10 to 114 communes, against linear',
      figure: `${growth.toFixed(2)} times (10 communes: ${milliseconds(ten)})`,
      reach: '≤ 1',
      reached: growth <= 1,
    },
  ];
}
