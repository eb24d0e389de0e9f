import { LAST_DAY } from '../../support/sample-folder.ts';
import { expect, test } from '../fixtures.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const words = (launchOptions.args ?? []).filter((word) => !/angle|swiftshader/.test(word));
    await use({ ...launchOptions, args: [...words, '--disable-gpu', '--disable-3d-apis'] });
  },
});

test('a machine that cannot draw the map on screen prints it all the same', async ({ commune }) => {
  const { page } = commune;
  await page.goto(`${commune.address}/in?as_of=${LAST_DAY}`);
  await page.waitForSelector('.print-paper[data-ready="true"]');
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  // Names of hamlets stand on the sheet, and lines and areas are drawn.
  await expect(page.locator('.paper-map text').filter({ hasText: 'Xuân Chiếng' })).toBeVisible();
  expect(await page.locator('.paper-map path').count()).toBeGreaterThan(50);
  await expect(page.getByRole('button', { name: 'In hoặc lưu PDF' })).toBeEnabled();
});
