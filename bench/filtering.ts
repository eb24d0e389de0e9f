import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../supabase/local/backend.ts';
import { seedSampleCommune } from '../supabase/seed/index.ts';
import { startServer } from '../tests/support/server.ts';
import { type Figure, mapIsIdle, median, milliseconds, openBrowser, scriptSeconds } from './measure.ts';

const KINDS = ['collection', 'green_house', 'battery_exchange', 'pesticide_tank', 'black_spot'];

/**
 * Main-thread script of one filter change (map, counts and panel together): the layer of waste points is
 * filtered by one kind after another through the link, as the filter's own buttons do.
 */
export async function filtering(features: number | null, reach: number): Promise<Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-bench-'));
  const backend = await openBackend({ dataFolder });
  await seedSampleCommune(backend, { lastDay: '2026-10-31' });
  if (features !== null) await backend.execute(scattered(features));
  await backend.close();
  const server = await startServer({ dataFolder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const session = await page.context().newCDPSession(page);
    // Time of the thread itself, so that other work on the machine does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(server.address);
    await mapIsIdle(page);
    const times: number[] = [];
    for (let run = 0; run < 15; run += 1) {
      const before = await scriptSeconds(session);
      await page.evaluate(
        (kind) => {
          history.pushState(null, '', `?waste-points.kind=${kind}`);
          dispatchEvent(new PopStateEvent('popstate'));
        },
        KINDS[run % KINDS.length],
      );
      await page.waitForFunction(
        () =>
          new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(true))),
          ) as Promise<boolean>,
      );
      await mapIsIdle(page);
      if (run >= 5) times.push((await scriptSeconds(session)) - before);
    }
    const middle = median(times) * 1000;
    return [
      {
        what: `script of one filter change, ${features === null ? 'commune size' : `${features.toLocaleString('en')} features`}, median of 10`,
        figure: milliseconds(middle),
        reach: `≤ ${reach} ms`,
        reached: middle <= reach,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** That many more waste points, spread evenly over the commune, of all kinds. */
function scattered(features: number): string {
  const kinds = KINDS.map((kind) => `'${kind}'`).join(', ');
  return `
    with commune as (select id, geom from app.communes limit 1),
    points as (
      select gen_random_uuid() as id, commune.id as commune_id, dumped.geom, row_number() over () as number
      from commune, extensions.ST_Dump(extensions.ST_GeneratePoints(commune.geom, ${features}, 1)) dumped
    ),
    added as (
      insert into app.waste_points (id, commune_id, name, kind, geom)
      select id, commune_id, 'Điểm ' || number, (array[${kinds}])[1 + number % 5], geom from points
    )
    insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from)
    select gen_random_uuid(), commune_id, id, 'active', date '2025-01-01' from points;`;
}
