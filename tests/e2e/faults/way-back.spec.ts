import { ADMINISTRATOR, becomeAdministrator } from '../driver/administrator.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { BOUNDARY, feature, geojson } from '../driver/made-up-files.ts';
import { OwnServer } from '../driver/own-server.ts';
import { revokeSessions } from '../driver/revoke-sessions.ts';
import { DEMO_PASSWORD } from '../driver/session.ts';
import { SetUpPage } from '../driver/set-up-page.ts';
import { expect, test } from '../fixtures.ts';

// The browser itself writes refused requests on the console.
test.use({ allowedProblems: /Failed to load resource: the server responded with a status of 40[013]/ });

test('a session that ends in the middle of the set-up leads back to it, with what was begun', async ({
  page,
}) => {
  const own = await OwnServer.empty();
  await becomeAdministrator(own.address, own.code);
  const setUp = new SetUpPage(page, own.address);
  await setUp.goOn('Ranh giới của xã');
  await setUp.bring({ name: 'xa.geojson', content: geojson(feature({ fullName: 'Xã Mẫu' }, BOUNDARY)) });
  await setUp.button('Đúng, dùng ranh giới này').click();
  await setUp.field('Mã xã').fill('99999');
  await setUp.field('Tỉnh, thành phố').fill('Hải Phòng');
  await revokeSessions(own.address, ADMINISTRATOR);

  await setUp.button('Thiết lập xã này').click();
  await setUp.button('Đăng nhập').click();
  await setUp.signIn();

  await setUp.step('Thông tin xã').waitFor();
  await expect(setUp.field('Mã xã')).toHaveValue('99999');
  await setUp.button('Thiết lập xã này').click();
  await setUp.step('Thôn').waitFor();
  await page.goto('about:blank');
  await own.dispose();
});

test.describe('a session that ends where data is loaded', () => {
  test.beforeEach(async ({ commune }) => {
    const setUp = new SetUpPage(commune.page, commune.address);
    await commune.open();
    await commune.session.enterAs('Quản trị');
    await commune.session.account('Quản trị').click();
    await setUp.button('Thêm dữ liệu').click();
    await setUp.step('Thôn').waitFor();
    await revokeSessions(commune.address, { email: 'admin@demo.vn', password: DEMO_PASSWORD });
    await commune.page.reload();
    await setUp.step('Hãy đăng nhập để tiếp tục').waitFor();
    await setUp.button('Đăng nhập').click();
  });

  test('leads its own person back there, also when the phone threw the page away meanwhile', async ({
    commune,
  }) => {
    await commune.page.reload();

    await commune.session.pressDemoAccount('Quản trị');

    await new SetUpPage(commune.page, commune.address).step('Thôn').waitFor();
    expect(new URL(commune.page.url()).pathname).toBe('/thiet-lap');
  });

  test('leads another person to the map', async ({ commune }) => {
    await commune.session.pickDemoAccount('Lãnh đạo xã');

    await new CommunePage(commune.page, commune.address).overview.answer.waitFor();
    expect(new URL(commune.page.url()).pathname).toBe('/');
  });
});

for (const [room, shown] of [
  ['/thanh-vien', 'Thêm thành viên'],
  ['/to-chuc', 'Thêm tổ chức'],
  ['/quy-dinh', 'Thêm phiên bản mới'],
  ['/nhat-ky', 'Thêm xã'],
] as const) {
  test(`a session that ends in ${room} says so there, and leads back`, async ({ commune }) => {
    const { page } = commune;
    await page.goto(`${commune.address}/dang-nhap`);
    await commune.session.pickDemoAccount('Quản trị');
    await page.goto(`${commune.address}${room}`);
    await page.getByRole('button', { name: shown }).first().waitFor();
    await revokeSessions(commune.address, { email: 'admin@demo.vn', password: DEMO_PASSWORD });
    await page.reload();
    await expect(page.getByText('Phiên đăng nhập đã kết thúc')).toBeVisible();

    await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
    await commune.session.pressDemoAccount('Quản trị');

    await page.getByRole('button', { name: shown }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe(room);
  });
}

test('where the map is not public, signing in at a room leads into that room', async ({ page }) => {
  const own = await OwnServer.withSample({ sql: 'update app.communes set is_public = false' });
  const commune = new CommunePage(page, own.address);
  await page.goto(`${own.address}/quy-dinh`);
  await expect(page.getByText('Bản đồ này không công khai.')).toBeVisible();
  await page.getByLabel('Số điện thoại hoặc thư điện tử').fill('officer@demo.vn');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: 'Thêm phiên bản mới' }).first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/quy-dinh');
  await page.getByRole('button', { name: 'Về bản đồ' }).click();
  await commune.overview.answer.waitFor();
  await page.goto('about:blank');
  await own.dispose();
});
