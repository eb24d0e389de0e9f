import type { Page } from '@playwright/test';
import { CommunePage } from '../driver/commune-page.ts';
import { expect, test } from '../fixtures.ts';

/** What would be there after the browser was closed and opened again. */
const keptOnDevice = (page: Page) => page.evaluate(() => Object.keys(localStorage));

test('a computer keeps nobody signed in unless asked to', async ({ commune, context }) => {
  await commune.open();
  await commune.session.signInButton.click();
  await expect(commune.session.stay).not.toBeChecked();

  await commune.session.pickDemoAccount('Lãnh đạo xã');

  expect(await keptOnDevice(commune.page)).not.toContain('xa-hanh-phuc');
  await commune.page.reload();
  await expect(commune.session.account('Lãnh đạo xã')).toBeVisible();
  const second = new CommunePage(await context.newPage(), commune.address);
  await second.open();
  await expect(second.session.signInButton).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('one stays signed in without asking for it', async ({ commune, context }) => {
    await commune.page.goto(`${commune.address}/dang-nhap`);
    await expect(commune.session.stay).toBeChecked();

    await commune.session.pressDemoAccount('Hội Cựu chiến binh');
    await commune.page.locator('.field-card').first().waitFor();

    await commune.page.close();
    const again = new CommunePage(await context.newPage(), commune.address);
    await again.page.goto(commune.address);
    await expect(again.page.locator('.field-card').first()).toBeVisible();
  });

  test('police do not, and the page says so before', async ({ commune, context }) => {
    await commune.page.goto(`${commune.address}/dang-nhap`);
    await expect(commune.session.stay).toBeChecked();
    await expect(commune.page.getByText('tài khoản Công an xã không bao giờ được giữ')).toBeVisible();

    await commune.session.pickDemoAccount('Công an xã');

    expect(await keptOnDevice(commune.page)).not.toContain('xa-hanh-phuc');
    const second = new CommunePage(await context.newPage(), commune.address);
    await second.page.goto(commune.address);
    await expect(second.session.signInButton).toBeVisible();
    await expect(commune.session.account('Công an xã')).toBeVisible();
  });
});

test('police who enter while another is kept here leave nothing of either behind', async ({
  commune,
  context,
}) => {
  await commune.open();
  await commune.session.enterToStayAs('Lãnh đạo xã');
  const second = new CommunePage(await context.newPage(), commune.address);
  await second.page.goto(`${commune.address}/dang-nhap`);
  await second.session.stay.check();

  await second.session.pickDemoAccount('Công an xã');

  expect(await keptOnDevice(second.page)).not.toContain('xa-hanh-phuc');
  await expect(commune.session.signInButton).toBeVisible();
  await second.page.reload();
  await expect(second.session.account('Công an xã')).toBeVisible();
});
