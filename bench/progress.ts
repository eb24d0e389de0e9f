import { createClient } from '@supabase/supabase-js';
import type { Backend } from '../supabase/local/backend.ts';
import { seedSampleCommune } from '../supabase/seed/index.ts';
import { type Figure, mapIsIdle, median, milliseconds, openBrowser, scriptSeconds } from './measure.ts';

type Asked = Pick<Backend, 'query' | 'fetch' | 'keys'>;

/** As many as are written, change log and all, before the server's limit for one statement. */
const COMMUNES_A_STATEMENT = 4;

/** Twenty hamlets with two years behind them, for each of some communes side by side. */
async function generateCommunes(database: Pick<Backend, 'query'>, count: number): Promise<void> {
  for (let first = 1; first <= count; first += COMMUNES_A_STATEMENT) {
    await addCommunes(database, first, Math.min(first + COMMUNES_A_STATEMENT - 1, count));
  }
  await database.query('analyze');
}

async function addCommunes(database: Pick<Backend, 'query'>, first: number, last: number): Promise<void> {
  await database.query(`
    with commune as (
      insert into app.communes (id, code, name, province, coordinate_system, is_public, geom)
      select gen_random_uuid(), (20000 + n)::text, 'Xã ' || n, 'Hải Phòng', 'EPSG:9210', true,
        extensions.ST_Multi(extensions.ST_MakeEnvelope(106 + (n % 12) * 0.06, 20.5 + (n / 12) * 0.06, 106.05 + (n % 12) * 0.06, 20.54 + (n / 12) * 0.06, 4326))
      from generate_series(${first}, ${last}) n returning id, geom
    ), hamlet as (
      insert into app.hamlets (id, commune_id, name, valid_from, roads_declared_complete_on, geom)
      select gen_random_uuid(), c.id, 'Thôn ' || (row_number() over (partition by c.id)), '2024-01-01', '2024-06-01', extensions.ST_Multi(extensions.ST_MakeEnvelope(
        extensions.ST_XMin(c.geom) + i * 0.01, extensions.ST_YMin(c.geom) + j * 0.01,
        extensions.ST_XMin(c.geom) + (i + 1) * 0.01, extensions.ST_YMin(c.geom) + (j + 1) * 0.01, 4326))
      from commune c, generate_series(0, 4) i, generate_series(0, 3) j returning id, commune_id, geom
    ), statistics as (
      insert into app.hamlet_statistics (id, commune_id, hamlet_id, valid_from, households, cultivated_area_ha)
      select gen_random_uuid(), h.commune_id, h.id, '2024-01-01', 400, 60 from hamlet h
    ), road as (
      insert into app.model_roads (id, commune_id, hamlet_id, name, geom)
      select gen_random_uuid(), h.commune_id, h.id, 'Đường ' || n, extensions.ST_Multi(extensions.ST_MakeLine(
        extensions.ST_Translate(extensions.ST_Centroid(h.geom), -0.003, n * 0.001), extensions.ST_Translate(extensions.ST_Centroid(h.geom), 0.003, n * 0.001)))
      from hamlet h, generate_series(1, 2) n returning id, commune_id
    ), registered as (
      insert into app.model_road_states (id, commune_id, model_road_id, state, valid_from)
      select gen_random_uuid(), r.commune_id, r.id, s.state, s.day::date from road r,
        (values ('registered', '2024-03-01'), ('recognised', '2024-09-01')) s (state, day)
    ), care as (
      insert into app.care_records (id, commune_id, model_road_id, done_on)
      select gen_random_uuid(), r.commune_id, r.id, day::date from road r, generate_series('2024-10-01'::date, '2026-10-25', '30 days') day
    ), point as (
      insert into app.waste_points (id, commune_id, name, kind, geom)
      select gen_random_uuid(), h.commune_id, 'Điểm', k.kind, extensions.ST_Translate(extensions.ST_Centroid(h.geom), k.east, 0)
      from hamlet h, (values ('collection', 0.001), ('pesticide_tank', -0.001)) k (kind, east) returning id, commune_id
    ), active as (
      insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from)
      select gen_random_uuid(), p.commune_id, p.id, 'active', '2024-05-01' from point p
    ), cemetery as (
      insert into app.cemeteries (id, commune_id, name, valid_from, geom)
      select gen_random_uuid(), c.id, 'Nghĩa trang', '2024-01-01', extensions.ST_Centroid(c.geom) from commune c
    ), target as (
      insert into app.targets (id, commune_id, indicator, scope, value, valid_from)
      select gen_random_uuid(), c.id, i.code, 'hamlets', case i.unit when 'percent' then 80 else 1 end, day::date
      from commune c, app.indicators i, (values ('2024-01-01'), ('2026-01-01')) d (day)
    )
    insert into app.reports (id, commune_id, hamlet_id, indicator, period, numerator, denominator)
    select gen_random_uuid(), h.commune_id, h.id, i.code, m::date, case i.denominator_source when 'one' then 1 when 'entered' then 2 else 300 end,
      case i.denominator_source when 'entered' then 3 end
    from hamlet h, app.indicators i, generate_series('2024-01-01'::date, '2026-09-01', '1 month') m
    where i.origin = 'reported' and (i.period = 'month' or extract(month from m) = 1)`);
}

const AS_OF = '2026-10-31';
const RUNS = 20;

function visitorOf(backend: Asked) {
  return createClient('http://127.0.0.1', backend.keys.publishable, {
    global: { fetch: (input, init) => backend.fetch(new Request(input, init)) },
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** Median milliseconds of one call, after five that warm up. */
async function medianOf(call: () => Promise<number>): Promise<number> {
  for (let run = 0; run < 5; run += 1) await call();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await call());
  return median(times);
}

const figureOf = (what: string, value: number, reach: number): Figure => ({
  what,
  figure: milliseconds(value),
  reach: `≤ ${reach.toLocaleString('en')} ms`,
  reached: value <= reach,
});

/** `progress_at` for one commune of 20 hamlets, through the API's own fetch, in an empty database. */
export async function progressOfOne(backend: Asked, where: string, reach: number): Promise<Figure> {
  await generateCommunes(backend, 1);
  const client = visitorOf(backend);
  const middle = await medianOf(async () => {
    const begun = performance.now();
    const { data, error } = await client.rpc('progress_at', { as_of: AS_OF, compare_to_date: '2026-09-30' });
    if (error || data.length !== 240)
      throw new Error(`expected 240 figures, got ${error?.message ?? data.length}`);
    return performance.now() - begun;
  });
  return figureOf(`progress_at, 20 hamlets × 12 indicators, 24 months, two days, ${where}`, middle, reach);
}

/** All communes of a city at once, as the database's owner asks; 10 and 114 of them. */
export async function progressOfCities(
  open: () => Promise<Asked & { close(): Promise<void> }>,
): Promise<Figure[]> {
  const times: number[] = [];
  for (const count of [10, 114]) {
    const backend = await open();
    await generateCommunes(backend, count);
    times.push(
      await medianOf(async () => {
        const begun = performance.now();
        const [row] = await backend.query<{ rows: number }>(
          'select count(*)::integer as rows, sum(value) from app.progress_on(array[$1::date], null)',
          [AS_OF],
        );
        if (row?.rows !== count * 240) throw new Error(`expected ${count * 240} figures, got ${row?.rows}`);
        return performance.now() - begun;
      }),
    );
    await backend.close();
  }
  const [ten = 0, city = 0] = times;
  const growth = city / ten / 11.4;
  return [
    figureOf('the same for 114 communes at once, PostgreSQL', city, 1500),
    {
      what: 'growth from 10 to 114 communes, against linear',
      figure: `${growth.toFixed(2)} times (10 communes: ${milliseconds(ten)})`,
      reach: '≤ 1',
      reached: growth <= 1,
    },
  ];
}

/** `coverage_at` on the sample, with all its points. */
export async function coverage(backend: Asked): Promise<Figure[]> {
  await seedSampleCommune(backend, { lastDay: AS_OF });
  const client = visitorOf(backend);
  const asked = { layer: 'waste-points', kinds: [], radius_m: 500, as_of: AS_OF };
  const stored = await medianOf(async () => {
    const begun = performance.now();
    const { data, error } = await client.rpc('coverage_at', asked);
    if (error || data.length !== 15)
      throw new Error(`expected 15 hamlets, got ${error?.message ?? data.length}`);
    return performance.now() - begun;
  });
  return [figureOf('coverage_at on the sample, all 45 points, embedded', stored, 500)];
}

/**
 * One step of the reach slider in the browser, all kinds of points, its key held down: script of the main thread
 * until the figures of the new radius stand there, and how long that takes.
 */
export async function reachSlider(server: { address: string }): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const session = await page.context().newCDPSession(page);
    // Time of the thread itself, so that other work on the machine does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${server.address}/?as_of=${AS_OF}&reach=waste-points:400`);
    await page.waitForSelector('.coverage-answer');
    await mapIsIdle(page);
    const slider = page.locator('.coverage-radius input');
    await slider.focus();
    const script: number[] = [];
    const waits: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const before = await scriptSeconds(session);
      const begun = performance.now();
      // Never let go: the link and the server are for where the slider comes to rest.
      await page.keyboard.down(run < RUNS / 2 ? 'ArrowRight' : 'ArrowLeft');
      const radius = await slider.inputValue();
      await page.waitForSelector(`.coverage-answer[data-radius="${radius}"]`);
      waits.push(performance.now() - begun);
      await mapIsIdle(page);
      script.push(1000 * ((await scriptSeconds(session)) - before));
    }
    return [
      figureOf('a step of the reach slider, 45 points, main-thread script, median', median(script), 50),
      {
        what: 'until its figures stand there',
        figure: milliseconds(median(waits)),
        reach: '-',
        reached: null,
      },
    ];
  } finally {
    await browser.close();
  }
}
