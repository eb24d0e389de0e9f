import type { TestServer } from '../tests/support/server.ts';
import {
  type Figure,
  firstUsefulScreen,
  kilobytes,
  mapIsIdle,
  median,
  milliseconds,
  openBrowser,
  type Transfer,
  transfers,
} from './measure.ts';

const isFont = ({ url }: Transfer) => url.includes('.woff2');
const isData = ({ url }: Transfer) => /\/(?:rest|auth)\/v1\//.test(url);
const sum = (list: readonly Transfer[]) => list.reduce((bytes, one) => bytes + one.bytes, 0);

/** What travels before the first useful screen and until the map stands, and how long the former takes on a slow phone. */
export async function loading(server: TestServer): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    // Chromium would ask loopback for brotli; the figures are meant in gzip, as plain HTTP in an office gets it.
    const page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    });
    await page.goto(server.address);
    const first = await firstUsefulScreen(page);
    await mapIsIdle(page);
    const all = (await transfers(page)).filter((one) => !isData(one));
    const before = all.filter(({ at }) => at <= first);
    const ours = before.filter((one) => !isFont(one));
    const fonts = before.filter(isFont);
    const slow: number[] = [];
    for (let run = 0; run < 5; run += 1) slow.push(await slowFirstScreen(browser, server.address));
    return [
      figure('script and style before the first useful screen, gzip', sum(ours), 200_000),
      figure('fonts before it', sum(fonts), 70_000),
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
