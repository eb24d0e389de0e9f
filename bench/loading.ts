import type { TestServer } from '../tests/support/server.ts';
import {
  type Figure,
  firstUsefulScreen,
  kilobytes,
  mapIsIdle,
  median,
  milliseconds,
  openBrowser,
  recordTraffic,
  type Traffic,
} from './measure.ts';

const isFont = ({ url }: { url: string }) => url.includes('.woff2');
const isData = ({ url }: { url: string }) => /\/(?:rest|auth)\/v1\//.test(url);
const sum = (traffic: Traffic) => traffic.reduce((bytes, one) => bytes + one.bytes, 0);

/** What travels before the first useful screen and until the map stands, and how long the former takes on a slow phone. */
export async function loading(server: TestServer): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const session = await page.context().newCDPSession(page);
    const traffic = await recordTraffic(session);
    await page.goto(server.address);
    const first = await firstUsefulScreen(page);
    await mapIsIdle(page);
    // The browser's monotonic clock, brought to the page's: the document itself arrived at its responseEnd.
    const document = traffic.find(({ kind }) => kind === 'Document');
    const arrived = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).responseEnd,
    );
    const before = traffic.filter((one) => arrived + (one.at - (document?.at ?? 0)) * 1000 <= first);
    const ours = before.filter((one) => !isData(one) && !isFont(one));
    const awaited = ours.filter(
      ({ url }) => !/map|deck|table/i.test(new URL(url).pathname.split('/').pop() ?? ''),
    );
    const fonts = traffic.filter(isFont);
    const all = traffic.filter((one) => !isData(one));
    const slow: number[] = [];
    for (let run = 0; run < 5; run += 1) slow.push(await slowFirstScreen(browser, server.address));
    return [
      figure('script and style before the first useful screen, gzip', sum(awaited), 200_000),
      figure('fonts', sum(fonts), 70_000),
      figure('everything until the map stands, hotspots off, data not counted', sum(all), 720_000),
      {
        what: 'first useful screen at 1.6 Mbps, 150 ms, CPU slowed 4 times, median of 5',
        figure: milliseconds(median(slow)),
        reach: '≤ 2,500 ms',
        reached: median(slow) <= 2500,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function slowFirstScreen(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  address: string,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1_000_000) / 8,
      uploadThroughput: (0.75 * 1_000_000) / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(address, { waitUntil: 'commit' });
    return await firstUsefulScreen(page);
  } finally {
    await context.close();
  }
}

function figure(what: string, bytes: number, reach: number): Figure {
  return { what, figure: kilobytes(bytes), reach: `≤ ${kilobytes(reach)}`, reached: bytes <= reach };
}
