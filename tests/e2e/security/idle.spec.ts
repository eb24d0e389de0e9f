import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { storage } from './browser.ts';

const ENDED = 'Đã tự đăng xuất sau 15 phút không dùng';
const inSession = (page: Page) => page.evaluate(() => sessionStorage.getItem('xa-hanh-phuc'));

test.beforeEach(async ({ page }) => {
  await page.clock.install();
});

test('police who leave their tab for a quarter of an hour are signed out, and nothing stays', async ({
  commune,
}) => {
  const { page, session } = commune;
  await commune.open();
  await session.enterAs('Công an xã');
  await commune.overview.layer('Điểm nóng an ninh').click();
  await expect(commune.overview.besideLayer('Điểm nóng an ninh')).toHaveText(/^[1-9]\d*$/);
  await page.clock.fastForward('14:00');
  await page.mouse.move(700, 300);
  await page.clock.fastForward('14:00');
  await expect(session.account('Công an xã')).toBeVisible();
  await page.clock.fastForward('01:30');

  await expect(page.getByText(ENDED)).toBeVisible();
  await expect(session.signInButton).toBeVisible();
  await expect(commune.overview.besideLayer('Điểm nóng an ninh')).toHaveText('chỉ Công an');
  expect(await inSession(page)).toBeNull();
  expect(await storage(page)).not.toContain('theft');
});

test('leaders stay', async ({ commune }) => {
  await commune.open();
  await commune.session.enterAs('Lãnh đạo xã');
  await commune.page.clock.fastForward('20:00');
  await commune.page.mouse.move(700, 300);
  await expect(commune.session.account('Lãnh đạo xã')).toBeVisible();
  await expect(commune.page.getByText(ENDED)).toHaveCount(0);
});
