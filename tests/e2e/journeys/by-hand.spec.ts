import { devices } from '@playwright/test';
import { LAST_DAY } from '../../support/sample-folder.ts';
import { expect, test } from '../fixtures.ts';

test('with the keyboard alone a person picks a row of a layer and reads what is known of it', async ({
  commune,
}) => {
  const { page, table } = commune;
  await commune.open(`/?as_of=${LAST_DAY}`);

  await tabTo('button', /^Bảng$/);
  await page.keyboard.press('Enter');
  await table.grid.waitFor();
  await tabTo('row');
  await page.keyboard.press('End');
  await expect(table.rows.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  const name = (await page.locator('tbody tr:focus').getByRole('rowheader').textContent()) ?? '';
  await page.keyboard.press('Enter');

  await expect(commune.detailOf(name)).toBeVisible();
  await expect(table.selectedRow.getByRole('rowheader')).toHaveText(name);
  await page.keyboard.press('Escape');
  await expect(commune.detailOf(name)).toBeHidden();

  /** Presses Tab until an element of that role and name has the focus. */
  async function tabTo(role: string, wanted: RegExp = /.*/) {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        const tag = element?.tagName.toLowerCase() ?? '';
        return {
          role: tag === 'tr' ? 'row' : (element?.getAttribute('role') ?? tag),
          name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
        };
      });
      if (found.role === role && wanted.test(found.name)) return;
    }
    throw new Error(`Tab never came to ${role} ${wanted}`);
  }
});

test.describe('on a phone, by touch', () => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 5'];
  test.use({ ...phone, viewport: { width: 390, height: 844 } });

  test('a person reads the answer, sees the map, picks a row of the table', async ({ commune }) => {
    const { page, table } = commune;
    const tab = (name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });
    await commune.open(`/?as_of=${LAST_DAY}`);

    await tab('Bản đồ').tap();
    await commune.map.settled();
    await expect(commune.map.root).toBeVisible();
    await tab('Bảng').tap();
    const row = table.rows.nth(2);
    const name = (await row.getByRole('rowheader').textContent()) ?? '';
    await row.tap();

    await expect(commune.detailOf(name)).toBeVisible();
  });

  test('everything that is pressed is as high as a finger needs', async ({ commune }) => {
    await commune.open(`/?as_of=${LAST_DAY}`);

    const low = await commune.page
      .locator('button:visible, summary:visible, [role="switch"]:visible')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ name: element.textContent, height: element.getBoundingClientRect().height }))
          .filter(({ height }) => height < 47.5),
      );

    expect(low).toEqual([]);
  });
});
