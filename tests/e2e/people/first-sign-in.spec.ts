import { devices } from '@playwright/test';
import { CommunePage } from '../driver/commune-page.ts';
import { MembersPage } from '../driver/members-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { watch } from '../driver/watch.ts';
import { expect, test } from '../fixtures.ts';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'];
const PASSWORD = 'mot cau de nho';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test('an administrator adds a member, who scans the picture and is in, without typing an address', async ({
  page,
  browser,
}) => {
  const desk = new CommunePage(page, server.address);
  await desk.open();
  await desk.session.enterAs('Quản trị');
  const members = new MembersPage(page);
  await members.open();
  await members.startAdding();
  await members.fill({ name: 'Nguyễn Thị Hoa', signIn: '0912 345 678', role: 'Cán bộ MTTQ' });
  const link = await members.addAndScan();
  expect(link).toMatch(new RegExp(`^${server.address}/ma#[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$`));

  const phone = await browser.newContext({
    viewport,
    userAgent,
    deviceScaleFactor,
    isMobile,
    hasTouch,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  const seen = watch(phone, /^http:\/\/127\.0\.0\.1:\d+\//);
  const screen = await phone.newPage();
  await screen.goto(link);
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Chào Nguyễn Thị Hoa');
  await screen.getByLabel('Mật khẩu mới').fill(PASSWORD);
  await screen.getByRole('button', { name: 'Đặt mật khẩu và vào bản đồ' }).tap();
  await expect(screen.locator('.account-button')).toHaveText('Cán bộ MTTQ');
  // The code never went to the server with an address, and is no longer in it.
  expect(screen.url()).not.toContain('#');
  expect(seen.asked.filter((address) => address.includes(link.split('#')[1] ?? ''))).toEqual([]);
  expect(seen.problems).toEqual([]);
  // The phone keeps the member signed in, as the page says beside the tick.
  await screen.close();
  const again = await phone.newPage();
  await again.goto(server.address);
  await expect(again.locator('.account-button')).toHaveText('Cán bộ MTTQ');
  await phone.close();

  await members.dialog.getByRole('button', { name: 'Xong' }).click();
  await page.reload();
  await expect(members.rowOf('Nguyễn Thị Hoa')).toContainText('Đang dùng');
  await expect(members.rowOf('Nguyễn Thị Hoa')).toContainText('0912 345 678');
});

test('with the phone number, however it is written, the member signs in again', async ({ page }) => {
  const map = new CommunePage(page, server.address);
  await map.open();
  await map.session.signInButton.click();
  await page.getByLabel('Số điện thoại hoặc thư điện tử').fill('+84 912 345 678');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(map.session.account('Cán bộ MTTQ')).toBeVisible();
});

test('a reload loses nothing that was typed, and the fields say what is missing', async ({ page }) => {
  const desk = new CommunePage(page, server.address);
  await desk.open();
  await desk.session.enterAs('Quản trị');
  const members = new MembersPage(page);
  await members.open();
  await members.startAdding();
  await members.fill({ name: 'Trần Văn Bình', role: 'Hội, đoàn thể' });
  await page.reload();
  await expect(members.field('Họ và tên')).toHaveValue('Trần Văn Bình');
  await expect(members.field('Vai trò')).toHaveValue('association');
});

test.describe('what is refused', () => {
  test.use({ allowedProblems: /status of (403|409|422)/ });

  test('is said at its field, and nothing is lost', async ({ page }) => {
    const desk = new CommunePage(page, server.address);
    await desk.open();
    await desk.session.enterAs('Quản trị');
    const members = new MembersPage(page);
    await members.open();
    await members.startAdding();
    await members.fill({ name: 'Trần Văn Bình', signIn: '12345', role: 'Hội, đoàn thể' });
    const add = members.dialog.getByRole('button', { name: 'Thêm và lấy mã' });
    await add.click();
    await expect(members.dialog.getByText('Hãy ghi số điện thoại Việt Nam')).toBeVisible();
    await members.fill({ signIn: 'ADMIN@demo.vn' });
    await add.click();
    await expect(members.dialog.getByText('Hãy chọn tổ chức.')).toBeVisible();
    await members.field('Tổ chức').selectOption({ label: 'Hội Nông dân' });
    await add.click();
    await expect(members.dialog.getByText('đã có tài khoản')).toBeVisible();
    await expect(members.field('Họ và tên')).toHaveValue('Trần Văn Bình');
  });

  test('the last administrator stays', async ({ page }) => {
    const desk = new CommunePage(page, server.address);
    await desk.open();
    await desk.session.enterAs('Quản trị');
    const members = new MembersPage(page);
    await members.open();
    await members.edit('Quản trị xã');
    await members.dialog.getByRole('button', { name: 'Ngừng tài khoản' }).click();
    await members.dialog.getByRole('button', { name: 'Ngừng ngay' }).click();
    await expect(members.dialog.getByRole('alert')).toContainText('người quản trị cuối cùng');
  });

  test('a used code says so and shows the way in', async ({ page }) => {
    const desk = new CommunePage(page, server.address);
    await desk.open();
    await desk.session.enterAs('Quản trị');
    const members = new MembersPage(page);
    await members.open();
    await members.startAdding();
    await members.fill({ name: 'Lê Thị Mai', signIn: 'mai@xa.vn', role: 'Lãnh đạo xã' });
    const link = await members.addAndScan();
    await fetch(`${server.address}/rest/v1/rpc/redeem_code`, {
      method: 'POST',
      headers: { apikey: 'sb_publishable_embedded', 'content-type': 'application/json' },
      body: JSON.stringify({ code: link.split('#')[1], password: PASSWORD }),
    });
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('alert')).toContainText('Mã này đã được dùng');
    await page.getByRole('button', { name: 'Đã có mật khẩu? Đăng nhập' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập' })).toBeVisible();
  });

  test('two administrators edit one member: the later one chooses field by field', async ({
    page,
    context,
  }) => {
    const desk = new CommunePage(page, server.address);
    await desk.open();
    // A computer keeps a session in its tab; the second tab is to be signed in too.
    await desk.session.enterToStayAs('Quản trị');
    const [first, second] = [new MembersPage(page), new MembersPage(await context.newPage())];
    await first.open();
    await second.page.goto(`${server.address}/thanh-vien`);
    await second.rows.first().waitFor();
    await first.edit('Hội Nông dân');
    await second.edit('Hội Nông dân');
    await second.fill({ name: 'Bà Phạm Thị Lan', signIn: 'lan@xa.vn' });
    await second.save();
    await expect(second.dialog).toBeHidden();

    await first.fill({ name: 'Ông Phạm Văn Long' });
    await first.save();
    await expect(first.dialog).toContainText('Người khác vừa sửa');
    const name = first.dialog.getByRole('group', { name: 'Họ và tên' });
    await name.getByRole('radio', { name: /Bạn ghi/ }).check();
    await first.dialog.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
    await expect(first.rowOf('Ông Phạm Văn Long')).toContainText('lan@xa.vn');
  });
});
