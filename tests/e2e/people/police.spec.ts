import { CommunePage } from '../driver/commune-page.ts';
import { MembersPage } from '../driver/members-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  // A commune whose only police member has left.
  const sql = `update app.members set active = false where role = 'police'`;
  server = await OwnServer.withSample({ sql, words: ['--police-code'] });
});
test.afterAll(() => server.dispose());

test('the first police member comes in with the code from the terminal, and adds the next', async ({
  page,
}) => {
  await page.goto(`${server.address}/ma`);
  await page.getByLabel('Mã', { exact: true }).fill(server.code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tài khoản Công an đầu tiên');
  await page.getByLabel('Họ và tên').fill('Trần Văn An');
  await page.getByLabel('Số điện thoại hoặc thư điện tử').fill('0987 654 321');
  await page.getByLabel('Mật khẩu mới').fill('mot cau de nho');
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào bản đồ' }).click();
  const map = new CommunePage(page, server.address);
  await expect(map.session.account('Công an xã')).toBeVisible();

  const members = new MembersPage(page);
  await members.open();
  // Police see police alone.
  await expect(members.rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Thêm Công an' }).click();
  await members.fill({ name: 'Lê Văn Bảo', signIn: '0977 111 222' });
  expect(await members.addAndScan()).toContain('/ma#');
});

test('an administrator finds no way to police, but can switch one off', async ({ page }) => {
  const map = new CommunePage(page, server.address);
  await map.open();
  await map.session.enterAs('Quản trị');
  const members = new MembersPage(page);
  await members.open();
  const row = members.rowOf('Trần Văn An');
  await expect(row.getByRole('button')).toHaveCount(1);
  await members.edit('Trần Văn An');
  await expect(members.dialog).toContainText('do Công an xã tự quản lý');
  await expect(members.dialog.getByRole('textbox')).toHaveCount(0);
  await members.dialog.getByRole('button', { name: 'Ngừng tài khoản' }).click();
  await members.dialog.getByRole('button', { name: 'Ngừng ngay' }).click();
  await expect(row).toContainText('Đã ngừng');
});
