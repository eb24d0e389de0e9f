import type { Page } from '@playwright/test';
import { LAST_DAY } from '../../support/sample-folder.ts';
import { barriers } from '../driver/barriers.ts';
import { expect, test } from '../fixtures.ts';

const HOTSPOTS = 'Điểm nóng an ninh';

/** By its tab on a phone, by its button at a desk. */
async function openPart(page: Page, name: 'Bảng' | 'Bản đồ'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

for (const [size, viewport] of Object.entries({
  'at a desk': { width: 1366, height: 768 },
  'on a phone': { width: 390, height: 844 },
})) {
  test.describe(`axe finds no barrier ${size}`, () => {
    test.use({ viewport, hasTouch: size === 'on a phone' });

    test('for a visitor: overview, filters, table, map and what is picked', async ({ commune }) => {
      const { page } = commune;
      await commune.open(`/?as_of=${LAST_DAY}`);
      expect(await barriers(page), 'overview').toEqual([]);
      await commune.filters.open();
      expect(await barriers(page), 'filters').toEqual([]);
      await page.keyboard.press('Escape');
      await openPart(page, 'Bảng');
      await commune.table.grid.waitFor();
      expect(await barriers(page), 'table').toEqual([]);
      await commune.table.rows.first().click();
      await page.locator('.side-panel').waitFor();
      expect(await barriers(page), 'detail').toEqual([]);
    });

    test('for police: hotspots on the map, and the account', async ({ commune }) => {
      const { page } = commune;
      await commune.open(`/?as_of=${LAST_DAY}`);
      await commune.session.enterAs('Công an xã');
      await commune.overview.layer(HOTSPOTS).click();
      await expect(commune.overview.besideLayer(HOTSPOTS)).toHaveText(/^[1-9]\d*$/);
      if (size === 'on a phone') await openPart(page, 'Bản đồ');
      await commune.map.settled();
      expect(await barriers(page), 'map').toEqual([]);
      await page.locator('.account-button').click();
      expect(await barriers(page), 'account').toEqual([]);
    });
  });
}

test('axe sees a barrier that is there', async ({ commune }) => {
  await commune.open(`/?as_of=${LAST_DAY}`);
  await commune.page.evaluate(() => {
    document.querySelector('.answer')?.insertAdjacentHTML('beforeend', '<button></button>');
  });
  expect(await barriers(commune.page)).toEqual(['button-name: .answer > button']);
});
