import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { openBackend } from '../supabase/local/backend.ts';
import { seedSampleCommune } from '../supabase/seed/index.ts';
import { startServer } from '../tests/support/server.ts';
import { type Figure, mapIsIdle, median, milliseconds, openBrowser, scriptSeconds } from './measure.ts';

const REACH = 8;
const POINTS = 100_000;
const STEPS = 40;
const LAST_DAY = '2026-10-31';
const FIRST_INSTANT = Date.parse('2025-11-01T00:00:00+07:00');
const YEAR = 365 * 24 * 60 * 60 * 1000;

type Incident = { geometry: { type: 'Point'; coordinates: number[] } };

/**
 * Main-thread script of one step of the time brush (counts, bars and the map until it is idle) over 100,000
 * incidents that the bench puts in place of the sample's, and how much a step sends to the graphics card.
 */
export async function timeBrush(): Promise<Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-bench-'));
  const backend = await openBackend({ dataFolder });
  await seedSampleCommune(backend, { lastDay: LAST_DAY });
  await backend.close();
  const server = await startServer({ dataFolder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const session = await page.context().newCDPSession(page);
    // Time of the thread itself, so that other work on the machine does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await countUploads(page);
    await page.route('**/rpc/read_incidents*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        headers: { ...answer.headers(), 'content-range': `0-${POINTS - 1}/${POINTS}` },
        json: scattered((await answer.json()) as Incident[]),
      });
    });
    await page.goto(`${server.address}/?as_of=${LAST_DAY}&layers=hamlets,incidents`);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.locator('.sign-in-demo-role').getByText('Công an xã', { exact: true }).click();
    await page.getByRole('button', { name: 'Lọc theo thời gian' }).click();
    await page.getByRole('listbox', { name: 'Giờ' }).focus();
    await mapIsIdle(page);
    // The first choice draws the points, which are not drawn from so far away without one.
    for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) await step(page, session, key);
    for (let run = 0; run < 5; run += 1) await step(page, session, 'ArrowRight');
    const uploaded = await uploads(page);
    const times: number[] = [];
    for (let run = 0; run < STEPS; run += 1) {
      times.push(await step(page, session, run % 4 === 3 ? 'Shift+ArrowRight' : 'ArrowRight'));
    }
    const sent = ((await uploads(page)) - uploaded) / STEPS;
    const sorted = times.toSorted((one, other) => one - other);
    const figure = (what: string, value: number): Figure => ({
      what,
      figure: milliseconds(value),
      reach: `≤ ${REACH} ms`,
      reached: value <= REACH,
    });
    return [
      figure(`script of one step of the time brush, 100,000 points, median of ${STEPS}`, median(times)),
      figure('their p95', sorted[Math.ceil(0.95 * STEPS) - 1] ?? Number.NaN),
      {
        what: 'sent to the graphics card in buffers, a step',
        figure: `${(sent / 1000).toFixed(1)} kB`,
        reach: '≤ 100 kB (the points: over 1,200 kB)',
        reached: sent <= 100_000,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Presses a key of the brush and waits until page and map have followed; answers the script's milliseconds. */
async function step(page: Page, session: CDPSession, key: string): Promise<number> {
  // The page itself looks out: asking it again and again would be script of its main thread too.
  await page.evaluate(() => {
    (window as unknown as { followed: Promise<void> }).followed = new Promise<void>((done) => {
      const map = document.querySelector<HTMLElement>('[data-map-state]');
      if (!map) throw new Error('expected a map');
      let isDrawing = false;
      const observer = new MutationObserver(() => {
        isDrawing ||= map.dataset.mapState === 'loading';
        if (!isDrawing || map.dataset.mapState !== 'idle') return;
        observer.disconnect();
        done();
      });
      observer.observe(map, { attributeFilter: ['data-map-state'] });
    });
  });
  const seconds = await scriptSeconds(session);
  await page.keyboard.press(key);
  await page.evaluate(() => (window as unknown as { followed: Promise<void> }).followed);
  return 1000 * ((await scriptSeconds(session)) - seconds);
}

/** As many incidents as the figure names, about the places of the sample's, over the same twelve months. */
function scattered(incidents: readonly Incident[]): Incident[] {
  let seed = 1;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  return Array.from({ length: POINTS }, (_, number) => {
    const like = incidents[number % incidents.length];
    if (!like) throw new Error('expected the sample commune to have incidents');
    const [east = 0, north = 0] = like.geometry.coordinates;
    return {
      ...like,
      id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      occurred_at: new Date(FIRST_INSTANT + random() * YEAR).toISOString(),
      geometry: {
        type: 'Point',
        coordinates: [east + (random() - 0.5) / 100, north + (random() - 0.5) / 100],
      },
    };
  });
}

/** Lets the page count the bytes that it puts into buffers of WebGL. */
async function countUploads(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { uploaded: number };
    counted.uploaded = 0;
    const context = WebGL2RenderingContext.prototype as unknown as Record<
      'bufferData' | 'bufferSubData',
      (...words: unknown[]) => void
    >;
    for (const name of ['bufferData', 'bufferSubData'] as const) {
      const upload = context[name];
      context[name] = function (this: unknown, ...words: unknown[]) {
        const data = words.find((word) => ArrayBuffer.isView(word) || word instanceof ArrayBuffer);
        counted.uploaded += (data as ArrayBufferView | undefined)?.byteLength ?? 0;
        return upload.apply(this, words);
      };
    }
  });
}

const uploads = (page: Page) => page.evaluate(() => (window as unknown as { uploaded: number }).uploaded);
