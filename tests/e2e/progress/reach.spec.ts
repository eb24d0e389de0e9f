import { LAST_DAY } from '../../support/sample-folder.ts';
import { barriers } from '../driver/barriers.ts';
import { rowsOf } from '../driver/figures.ts';
import { expect, test } from '../fixtures.ts';

type Covered = {
  hamlet_id: string;
  residential_m2: number | null;
  residential_reached_m2: number | null;
};

/** "86,7 %" of a share, as the screen writes it. */
const written = (share: number) => `${(Math.round(share * 1000) / 10).toString().replace('.', ',')}\u00a0%`;

async function shareOf(address: string, radius: number): Promise<string> {
  const rows = await rowsOf<Covered>(address, 'coverage_at', {
    layer: 'waste-points',
    kinds: ['collection'],
    radius_m: radius,
    as_of: LAST_DAY,
  });
  const drawn = rows.filter(({ residential_m2 }) => residential_m2 !== null);
  const sum = (pick: (row: Covered) => number | null) =>
    drawn.reduce((whole, row) => whole + (pick(row) ?? 0), 0);
  return written(sum((row) => row.residential_reached_m2) / sum((row) => row.residential_m2));
}

test('a radius is moved by keys: the answer follows at once, then the system’s own figure stands there', async ({
  commune,
}) => {
  const { page } = commune;
  await page.goto(`${commune.address}/?as_of=${LAST_DAY}`);
  await page.getByRole('button', { name: 'Tầm phục vụ, nơi còn thiếu' }).click();
  const sheet = page.locator('.side-panel');
  const figure = sheet.locator('.coverage-figure strong');
  await expect(sheet.locator('.coverage-source')).toContainText('Số liệu của hệ thống');
  await expect(figure).toHaveText(await shareOf(commune.address, 500));
  expect(await barriers(page)).toEqual([]);

  const slider = sheet.getByRole('slider', { name: 'Bán kính' });
  await slider.focus();
  // Held down: the browser measures; let go: the link and the system follow.
  await page.keyboard.down('ArrowRight');
  await expect(sheet.locator('.coverage-source')).toContainText('trên máy này');
  await page.keyboard.up('ArrowRight');
  await expect(page).toHaveURL(/reach=waste-points:550:collection/);
  await expect(sheet.locator('.coverage-source')).toContainText('Số liệu của hệ thống');
  await expect(figure).toHaveText(await shareOf(commune.address, 550));

  await expect(sheet.locator('.coverage-places li')).toHaveCount(5);
  await sheet.locator('.coverage-places button').first().click();
  await expect(page).toHaveURL(/at=20\.\d+,106\.\d+,15/);
  // Hamlets without a drawn residential area say so.
  await expect(sheet.locator('.coverage-hamlets td').filter({ hasText: '–' }).first()).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page).not.toHaveURL(/reach=/);
});
