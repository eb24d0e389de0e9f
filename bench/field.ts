import type { TestServer } from '../tests/support/server.ts';
import {
  type Figure,
  kilobytes,
  median,
  milliseconds,
  openBrowser,
  scriptSeconds,
  type Transfer,
  transfers,
} from './measure.ts';

const WAITING = 1000;
const RUNS = 5;

/** What the room for work outdoors fetches before its list shows, and how long a long outbox takes to show. */
export async function field(server: TestServer): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      serviceWorkers: 'block',
      extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    });
    const page = await context.newPage();
    await page.goto(`${server.address}/dang-nhap`);
    await page.locator('.sign-in-demo-role').getByText('Hội Cựu chiến binh', { exact: true }).tap();
    await page.waitForSelector('.field-card');
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto(`${server.address}/viec-cua-toi`);
    await page.waitForSelector('.field-card');
    const scripts = (await transfers(page)).filter(({ url }) => /\.js(\?|$)/.test(url));
    const bytes = scripts.reduce((sum: number, one: Transfer) => sum + one.bytes, 0);

    await page.evaluate(fillOutbox, WAITING);
    await page.getByText(`${WAITING} mục trên máy`).waitFor();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await context.setOffline(true);
    const script: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.getByRole('button', { name: 'Việc của tôi' }).first().tap();
      const before = await scriptSeconds(session);
      await page.getByRole('button', { name: 'Việc đã ghi' }).tap();
      await page.waitForSelector('.field-record');
      script.push(1000 * ((await scriptSeconds(session)) - before));
    }
    return [
      {
        what: 'script of the field room before its list shows, gzip',
        figure: kilobytes(bytes),
        reach: `≤ ${kilobytes(200_000)}`,
        reached: bytes <= 200_000,
      },
      {
        what: `${WAITING.toLocaleString('en')} waiting records: script until the list is open, median of ${RUNS}`,
        figure: milliseconds(median(script)),
        reach: '≤ 300 ms',
        reached: median(script) <= 300,
      },
    ];
  } finally {
    await browser.close();
  }
}

// In the page: as many acts as somebody would record in years, of the person who is signed in.
async function fillOutbox(count: number): Promise<void> {
  const kept = JSON.parse(localStorage.getItem('xa-hanh-phuc') ?? '{}') as { user: { id: string } };
  const open = indexedDB.open('xa-hanh-phuc-outbox');
  const database = await new Promise<IDBDatabase>((done) => {
    open.onsuccess = () => done(open.result);
  });
  const work = database.transaction('items', 'readwrite');
  for (let index = 0; index < count; index += 1) {
    work.objectStore('items').add({
      id: crypto.randomUUID(),
      person: kept.user.id,
      communeId: crypto.randomUUID(),
      act: 'record_care',
      parameters: { record: { done_on: '2026-11-01' } },
      subject: `road ${index % 20}`,
      title: `Đường số ${index}`,
      notedAt: new Date().toISOString(),
      state: 'waiting',
      isRecorded: false,
      photos: [],
      failures: 1,
      retryAt: Date.now() + 3_600_000,
      reason: null,
      problem: null,
    });
  }
  await new Promise<void>((done) => {
    work.oncomplete = () => done();
  });
  database.close();
  new BroadcastChannel('xa-hanh-phuc-outbox').postMessage('changed');
}
