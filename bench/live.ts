import { randomUUID } from 'node:crypto';
import type { TestServer } from '../tests/support/server.ts';
import { type Figure, median, milliseconds, openBrowser } from './measure.ts';

const SAVES = 11;
const HEADERS = { apikey: 'sb_publishable_embedded', 'content-type': 'application/json' };

/** From the answer to a save of one person until another's open page shows it, by itself. */
export async function live({ address }: TestServer): Promise<Figure[]> {
  const token = await signIn(address);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const listening = page.waitForResponse((response) => new URL(response.url()).pathname === '/live');
    await page.goto(address);
    const answer = page.getByText(/^\d+ \/ \d+$/).first();
    await answer.waitFor();
    await listening;
    // A screen is open once its map stands: drawing the first one in software holds the page for two seconds.
    await page.locator('[data-map-state="idle"]').waitFor();
    const times: number[] = [];
    for (let index = 0; index < SAVES; index += 1) {
      const before = (await answer.textContent()) ?? '';
      const shown = page.waitForFunction(
        (words) =>
          ![...document.querySelectorAll('.overview *')].some(({ textContent }) => textContent === words),
        before,
        { polling: 10 },
      );
      // How many model roads each hamlet needs goes to and fro, so that the answer changes with every save.
      await save(address, token, index % 2 === 0 ? 2 : 1, `2026-01-${String(index + 1).padStart(2, '0')}`);
      const start = performance.now();
      await shown;
      times.push(performance.now() - start);
    }
    const longest = Math.max(...times);
    return [
      {
        what: `a save on one screen to being seen on another, median of ${SAVES}`,
        figure: milliseconds(median(times)),
        reach: '≤ 2,000 ms',
        reached: median(times) <= 2000,
      },
      {
        what: 'the longest of them',
        figure: milliseconds(longest),
        reach: '≤ 2,000 ms',
        reached: longest <= 2000,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify({ email: 'officer@demo.vn', password: 'demo-xa-hanh-phuc' }),
  });
  const { access_token } = (await answer.json()) as { access_token?: string };
  if (!access_token) throw new Error(`sign-in answered ${answer.status}`);
  return access_token;
}

async function save(address: string, token: string, value: number, validFrom: string): Promise<void> {
  const setting = { id: randomUUID(), key: 'model_roads_per_hamlet', value, valid_from: validFrom };
  const answer = await fetch(`${address}/rest/v1/rpc/save_setting`, {
    method: 'POST',
    headers: { ...HEADERS, authorization: `Bearer ${token}` },
    body: JSON.stringify({ setting }),
  });
  if (!answer.ok) throw new Error(`save_setting answered ${answer.status}: ${await answer.text()}`);
}
