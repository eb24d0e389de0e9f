import type { Page } from '@playwright/test';
import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test.use({ allowedProblems: /status of 409/ });

test.beforeEach(async ({ page }) => {
  const map = new CommunePage(page, server.address);
  await map.open();
  await map.session.enterAs('Cán bộ MTTQ');
  await page.locator('.account-button').click();
  await page.getByRole('button', { name: 'Tổ chức', exact: true }).click();
  await rowsOf(page).first().waitFor();
});

const rowsOf = (page: Page) => page.locator('.room-table tbody tr');

test('the list starts with the plan, takes a name once, and keeps what is retired', async ({ page }) => {
  const rows = rowsOf(page);
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Tên tổ chức');
  await expect(rows).toHaveCount(10);

  await page.getByRole('button', { name: 'Thêm tổ chức' }).click();
  await name.fill('hội  nông DÂN');
  await dialog.getByRole('button', { name: 'Thêm tổ chức' }).click();
  await expect(dialog).toContainText('Xã đã có tổ chức mang tên này.');
  await name.fill('Hợp tác xã Nghi Dương');
  await dialog.getByRole('button', { name: 'Thêm tổ chức' }).click();
  await expect(rows).toHaveCount(11);

  await page.getByRole('button', { name: 'Sửa Hợp tác xã Nghi Dương' }).click();
  await dialog.getByRole('button', { name: 'Ngừng sử dụng' }).click();
  await expect(rows.filter({ hasText: 'Hợp tác xã Nghi Dương' })).toContainText('Ngừng từ');
});

test('what is renamed has its new name on the map', async ({ page }) => {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Sửa Hội Cựu chiến binh' }).click();
  await dialog.getByLabel('Tên tổ chức').fill('Hội CCB xã');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(rowsOf(page).filter({ hasText: 'Hội CCB xã' })).toBeVisible();

  await new CommunePage(page, server.address).open('/?table=model-roads');
  await expect(page.getByText('Hội CCB xã').first()).toBeVisible();
});
