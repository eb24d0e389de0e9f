import type { Page } from '@playwright/test';
import { monthEnd, today } from '../../../src/ui/day.ts';
import { day as written } from '../../../src/ui/format.ts';
import { barriers } from '../driver/barriers.ts';
import { planFigure } from '../driver/figures.ts';
import { holdDay } from '../driver/hold-day.ts';
import { expect, test } from '../fixtures.ts';

const slider = (page: Page) => page.getByRole('slider', { name: 'Thời gian của kế hoạch' });
const play = (page: Page) => page.getByRole('button', { name: 'Chạy qua từng tháng đến hôm nay' });
const pause = (page: Page) => page.getByRole('button', { name: 'Dừng lại' });

test('arrow keys step by months: figures, table, legend and link move together', async ({ commune }) => {
  const { page, overview } = commune;
  const [april, may] = await Promise.all(
    ['2026-04-30', '2026-05-31'].map((day) => planFigure(commune.address, day)),
  );
  await commune.open('/?as_of=2026-05-31&table=hamlets');
  await expect(overview.answer).toHaveText(may ?? '');
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(overview.answer).toHaveText(april ?? '');
  await expect(overview.day).toHaveValue('30/04/2026');
  await expect(page.locator('.legend-card-source')).toContainText('30/04/2026');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'Số liệu đến hết ngày 30/04/2026');
  expect(commune.inLink('as_of')).toBe('2026-04-30');
  await page.keyboard.press('Home');
  await expect(overview.day).toHaveValue('31/01/2026');
  // Months to come are no part of it: its end is today.
  await page.keyboard.press('End');
  await expect(overview.day).toHaveValue(written(today()));
  expect(commune.inLink('as_of')).toBeNull();
  // All these steps are one for the back button.
  await page.goBack();
  await expect(overview.day).toHaveValue('31/05/2026');
});

test('a day inside a month leads to the end of that month first', async ({ commune }) => {
  const { page, overview } = commune;
  await commune.open('/?as_of=2026-05-10');
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(overview.day).toHaveValue('31/05/2026');
  await page.keyboard.press('ArrowRight');
  await expect(overview.day).toHaveValue('30/06/2026');
});

test('playing goes month by month, and stops at today', async ({ commune }) => {
  const { page, overview } = commune;
  await commune.open(`/?as_of=${monthEnd(today(), -2)}`);
  await play(page).click();
  await expect(pause(page)).toBeVisible();
  await expect(overview.day).toHaveValue(written(monthEnd(today(), -1)));
  await expect(overview.day).toHaveValue(written(today()));
  await expect(play(page)).toBeVisible();
  expect(commune.inLink('as_of')).toBeNull();
  await page.goBack();
  await expect(overview.day).toHaveValue(written(monthEnd(today(), -2)));
});

test('on a slow network playing waits for a month instead of skipping it, and can be paused', async ({
  commune,
}) => {
  const { page, overview } = commune;
  const held = monthEnd(today(), -2);
  await page.clock.install();
  await commune.open(`/?as_of=${monthEnd(today(), -3)}`);
  const line = await holdDay(page, held);
  await play(page).click();
  await expect(overview.day).toHaveValue(written(held));
  await expect(overview.stillShown).toBeVisible();
  // Whatever would have stepped on by the clock has had its time.
  await page.clock.fastForward(20_000);
  await expect(overview.stillShown).toBeVisible();
  expect(commune.inLink('as_of')).toBe(held);
  line.release();
  await expect(overview.stillShown).toBeHidden();
  await pause(page).click();
  await expect(play(page)).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the line of months stands under the map, beside nothing else', async ({ commune }) => {
    const { page } = commune;
    await commune.open('/?as_of=2026-05-31');
    await page.getByRole('button', { name: 'Bản đồ', exact: true }).click();
    await commune.map.settled();
    const [line, map] = await Promise.all([
      page.locator('.time-slider').boundingBox(),
      page.locator('.map-stage').boundingBox(),
    ]);
    expect(line?.y).toBeGreaterThanOrEqual((map?.y ?? 0) + (map?.height ?? 0));
    await slider(page).press('ArrowRight');
    expect(commune.inLink('as_of')).toBe('2026-06-30');
    expect(await barriers(page)).toEqual([]);
  });
});
