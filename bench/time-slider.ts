import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from '@playwright/test';
import { openBackend } from '../supabase/local/backend.ts';
import { seedSampleCommune } from '../supabase/seed/index.ts';
import { startServer } from '../tests/support/server.ts';
import { type Figure, mapIsIdle, median, milliseconds, openBrowser, scriptSeconds } from './measure.ts';

const REACH = 100;

/**
 * Main-thread script of one month's step of the time slider (map, lists, counts and table together) by its arrow
 * key, with every month's rows here already.
 */
export async function timeSlider(): Promise<Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-bench-'));
  const backend = await openBackend({ dataFolder });
  await seedSampleCommune(backend, { lastDay: '2026-10-31' });
  await backend.close();
  const server = await startServer({ dataFolder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const session = await page.context().newCDPSession(page);
    // Time of the thread itself, so that other work on the machine does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${server.address}/?as_of=2026-01-31&table=hamlets`);
    await mapIsIdle(page);
    const underWay = new Set<Request>();
    page.on('request', (request) => request.url().includes('/rest/') && underWay.add(request));
    page.on('requestfinished', (request) => underWay.delete(request));
    page.on('requestfailed', (request) => underWay.delete(request));
    const slider = page.locator('.time-slider input');
    await slider.focus();
    const step = async (key: string) => {
      const before = page.url();
      await slider.press(key);
      await page.waitForFunction((url) => window.location.href !== url, before);
      await page.waitForSelector('.map-page:not([data-coming])');
      await page.waitForFunction(
        () =>
          new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(true))),
          ) as Promise<boolean>,
      );
      await mapIsIdle(page);
      // What is fetched ahead belongs to the step that asked for it.
      while (underWay.size > 0) await page.waitForEvent('requestfinished');
      await mapIsIdle(page);
    };
    const STEPS = 8;
    for (let month = 0; month < STEPS; month += 1) await step('ArrowRight');
    for (let month = 0; month < STEPS; month += 1) await step('ArrowLeft');
    const times: number[] = [];
    for (let run = 0; run < 2 * STEPS; run += 1) {
      const before = await scriptSeconds(session);
      await step(run < STEPS ? 'ArrowRight' : 'ArrowLeft');
      times.push((await scriptSeconds(session)) - before);
    }
    const middle = median(times) * 1000;
    const longest = Math.max(...times) * 1000;
    const figure = (what: string, value: number) => ({
      what,
      figure: milliseconds(value),
      reach: `≤ ${REACH} ms`,
      reached: value <= REACH,
    });
    return [
      figure(`script of one month's step of the time slider, median of ${times.length}`, middle),
      figure('the longest of them', longest),
    ];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
