import { existsSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';

/** One line of a result table: what was measured, the figure, what it should reach. */
export type Figure = { what: string; figure: string; reach: string; reached: boolean | null };

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launch({
    ...(existsSync(executablePath) ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** One thing that a page loaded: bytes on the wire with headers, and when it had arrived (ms since navigation). */
export type Transfer = { url: string; bytes: number; at: number };

/** Everything that a page has loaded so far, workers included; what came from the cache has 0 bytes. */
export function transfers(page: Page): Promise<Transfer[]> {
  return page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      (entry) => {
        const { name, transferSize, responseEnd } = entry as PerformanceResourceTiming;
        return { url: name, bytes: name.startsWith('data:') ? 0 : transferSize, at: responseEnd };
      },
    ),
  );
}

/** Milliseconds from navigation to the mark `first-useful-screen`; waits for it. */
export async function firstUsefulScreen(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => performance.getEntriesByName('first-useful-screen')[0]?.startTime,
    undefined,
    { timeout: 60_000 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

export async function mapIsIdle(page: Page): Promise<void> {
  await page.waitForSelector('[data-map-state="idle"]', { timeout: 60_000 });
}

/** Seconds of script that the main thread has run so far. */
export async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? Number.NaN;
}

export function printTable(title: string, figures: readonly Figure[]): void {
  console.log(`\n## ${title}\n\n| what | measured | reach | |\n|---|---|---|---|`);
  for (const { what, figure, reach, reached } of figures) {
    console.log(
      `| ${what} | ${figure} | ${reach} | ${reached === null ? '' : reached ? 'reached' : 'MISSED'} |`,
    );
  }
}

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const milliseconds = (value: number) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;
