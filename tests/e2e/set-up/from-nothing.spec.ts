import { countOf } from '../driver/administrator.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { BOUNDARY, feature, geojson, HALVES } from '../driver/made-up-files.ts';
import { OwnServer } from '../driver/own-server.ts';
import { SetUpPage } from '../driver/set-up-page.ts';
import { test as base, expect } from '../fixtures.ts';

const test = base.extend<{ own: OwnServer; setUp: SetUpPage }>({
  own: async ({ browserName: _ }, use) => {
    const own = await OwnServer.empty();
    await use(own);
    await own.dispose();
  },
  setUp: async ({ page, own }, use) => {
    await use(new SetUpPage(page, own.address));
    // A page that still asks would find its server gone.
    await page.goto('about:blank');
  },
});

test('an empty installation becomes a commune with hamlets on its map', async ({ setUp, own, page }) => {
  await setUp.makeAccount(own.code);

  await setUp.bring({
    name: 'ranh-gioi.geojson',
    content: geojson(feature({ fullName: 'Xã Mẫu', code: '99999' }, BOUNDARY)),
  });
  await expect(setUp.said(/^Diện tích 4,\d+ km²$/)).toBeVisible();
  expect(await countOf(own.address, 'communes')).toBe(0);
  await setUp.button('Đúng, dùng ranh giới này').click();

  await expect(setUp.field('Tên xã')).toHaveValue('Xã Mẫu');
  await expect(setUp.field('Mã xã')).toHaveValue('99999');
  await setUp.field('Tỉnh, thành phố').fill('Hải Phòng');
  await page.getByRole('switch', { name: /Công khai/ }).click();
  await setUp.button('Thiết lập xã này').click();

  await setUp.step('Thôn').waitFor();
  await setUp.bring({
    name: 'thon.geojson',
    content: geojson(...HALVES.map((half, index) => feature({ Ten_thon: `Thôn ${index + 1}` }, half))),
  });
  await setUp.checkRows();
  await expect(setUp.said('Cả 2 dòng đều dùng được')).toBeVisible();
  expect(await countOf(own.address, 'hamlets')).toBe(0);
  await setUp.storeRows();
  await expect(setUp.said('Đã nạp xong vào lớp Thôn: thêm 2')).toBeVisible();
  expect(await countOf(own.address, 'hamlets')).toBe(2);

  await setUp.button('Về bản đồ').click();
  const commune = new CommunePage(page, own.address);
  await expect(commune.overview.answer).toHaveText('0 / 2');
  await commune.map.settled();
  // Nobody counted a cemetery yet, which is not the same as none; and nobody wrote down whose boundary this is.
  await expect(commune.overview.besideLayer('Thôn')).toHaveText('2');
  await expect(commune.overview.besideLayer('Nghĩa trang liệt sĩ')).toHaveText('chưa có số liệu');
  await expect(commune.map.root.getByText(/^Nguồn: chưa ghi · /)).toBeVisible();

  // A real commune has no accounts for trying, and says so by having nothing to say.
  await commune.session.leave();
  await commune.session.signInButton.click();
  await commune.session.backToMap.waitFor();
  await expect(commune.session.demoAccounts).toHaveCount(0);
});

test.describe('a wrong set-up code', () => {
  // The browser itself writes a refused request on the console.
  test.use({ allowedProblems: /status of 403/ });

  test('makes no account, and says where the right one stands', async ({ setUp, page }) => {
    await page.goto(setUp.address);
    await setUp.field('Mã thiết lập').fill('AAAA-BBBB-CCCC-DDDD');
    await setUp.field('Thư điện tử').fill('ai-do@xa.vn');
    await setUp.field('Mật khẩu').fill('mot cau de nho');
    await setUp.field('Nhập lại mật khẩu').fill('mot cau de nho');

    await setUp.button('Tạo tài khoản').click();

    await expect(setUp.said('Mã thiết lập không đúng hoặc đã hết hạn')).toBeVisible();
    await expect(setUp.field('Thư điện tử')).toHaveValue('ai-do@xa.vn');
  });
});

test('an empty installation has no demo accounts to offer', async ({ setUp, page }) => {
  const communes = page.waitForResponse(/\/rest\/v1\/communes\?/);
  await page.goto(`${setUp.address}/dang-nhap`);
  await (await communes).finished();

  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await expect(page.getByText('Tài khoản dùng thử')).toHaveCount(0);
});
