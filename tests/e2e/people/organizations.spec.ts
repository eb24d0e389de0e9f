import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test.use({ allowedProblems: /status of 409/ });

test('the list starts with the plan, is added to, renamed and retired, and the map names what was renamed', async ({
  page,
}) => {
  const map = new CommunePage(page, server.address);
  await map.open();
  await map.session.enterAs('Cán bộ MTTQ');
  await page.locator('.account-button').click();
  await page.getByRole('button', { name: 'Tổ chức', exact: true }).click();
  const rows = page.locator('.room-table tbody tr');
  await expect(rows).toHaveCount(10);
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Tên tổ chức');

  await page.getByRole('button', { name: 'Thêm tổ chức' }).click();
  await name.fill('hội  nông DÂN');
  await dialog.getByRole('button', { name: 'Thêm tổ chức' }).click();
  await expect(dialog).toContainText('Xã đã có tổ chức mang tên này.');
  await name.fill('Hợp tác xã Nghi Dương');
  await dialog.getByRole('button', { name: 'Thêm tổ chức' }).click();
  await expect(rows).toHaveCount(11);

  await page.getByRole('button', { name: 'Sửa Hội Cựu chiến binh' }).click();
  await name.fill('Hội CCB xã');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(rows.filter({ hasText: 'Hội CCB xã' })).toBeVisible();

  await page.getByRole('button', { name: 'Sửa Hợp tác xã Nghi Dương' }).click();
  await dialog.getByRole('button', { name: 'Ngừng sử dụng' }).click();
  await expect(rows.filter({ hasText: 'Hợp tác xã Nghi Dương' })).toContainText('Ngừng từ');

  await page.getByRole('button', { name: 'Về bản đồ' }).click();
  await map.open('/?table=model-roads');
  await expect(page.getByText('Hội CCB xã').first()).toBeVisible();
});
