import { randomUUID } from 'node:crypto';
import { becomeAdministrator, callAs, countOf } from '../driver/administrator.ts';
import { barriers } from '../driver/barriers.ts';
import { rowsOf } from '../driver/figures.ts';
import { BOUNDARY, feature, geojson, HALVES } from '../driver/made-up-files.ts';
import { OwnServer } from '../driver/own-server.ts';
import { SetUpPage } from '../driver/set-up-page.ts';
import { test as base, expect } from '../fixtures.ts';

/** A commune without a layer, anew for each test. */
const test = base.extend<{ setUp: SetUpPage }>({
  setUp: async ({ page }, use) => {
    const own = await OwnServer.empty();
    const token = await becomeAdministrator(own.address, own.code);
    const commune = {
      id: randomUUID(),
      code: '99999',
      name: 'Xã Mẫu',
      province: 'Hải Phòng',
      is_public: true,
    };
    await callAs(own.address, token, 'set_up_commune', { commune, geometry: BOUNDARY });
    await use(new SetUpPage(page, own.address));
    // A page that stays open would miss its server.
    await page.goto('about:blank');
    await own.dispose();
  },
});

const [west, east] = HALVES;
const FILE = {
  name: 'thon-2026.geojson',
  content: geojson(
    feature({ ten: 'Thôn Đông', so_ho: 100 }, west),
    feature({ ten: 'Thôn Đoài', so_ho: 110 }, east),
  ),
};
const NEWER = {
  name: 'thon-moi.geojson',
  content: geojson(
    feature({ ten: 'THÔN ĐÔNG', so_ho: 120 }, west),
    feature({ ten: 'Thôn Đoài', so_ho: 130 }, east),
  ),
};

async function load(setUp: SetUpPage): Promise<void> {
  await setUp.goOn('Thôn');
  await setUp.bring(FILE);
  await setUp.checkRows();
  await setUp.storeRows();
  await expect(setUp.said('Đã nạp xong vào lớp Thôn: thêm 2')).toBeVisible();
}

test('the same file again is told so, and cannot be stored', async ({ setUp }) => {
  await load(setUp);

  await setUp.button('Nạp thêm một tệp').click();
  await setUp.bring(FILE);

  await expect(setUp.said('Tệp này đã được nạp vào lớp này rồi')).toBeVisible();
  await expect(setUp.button(/^Kiểm tra/)).toHaveCount(0);
  expect(await countOf(setUp.address, 'hamlets')).toBe(2);
});

test('what is on the map already is asked about, and brought up to date when told so', async ({ setUp }) => {
  await load(setUp);

  await setUp.button('Nạp thêm một tệp').click();
  await setUp.bring(NEWER);
  await setUp.checkRows();

  await expect(setUp.page.getByText('2 dòng đã có trên bản đồ. Làm gì với các dòng này?')).toBeVisible();
  await expect(setUp.button(/^Lưu/)).toBeDisabled();
  await expect(setUp.page.getByRole('radio', { name: /^Giữ cả hai/ })).toHaveCount(0);
  expect(await barriers(setUp.page)).toEqual([]);

  await setUp.page.getByRole('radio', { name: /^Cập nhật/ }).check();
  await setUp.page.getByLabel('Làm gì với dòng 2').selectOption('Bỏ qua');
  await setUp.storeRows();

  await expect(setUp.said('Đã nạp xong vào lớp Thôn: cập nhật 1, bỏ qua 1')).toBeVisible();
  const stored = await rowsOf<{ name: string; households: number }>(setUp.address, 'hamlets_at', {});
  expect(stored.map(({ name, households }) => [name, households]).toSorted()).toEqual([
    ['THÔN ĐÔNG', 120],
    ['Thôn Đoài', 110],
  ]);
});

test('an import is one act under the name of its file, and undone in one', async ({ setUp }) => {
  await load(setUp);

  await setUp.page.goto(`${setUp.address}/nhat-ky`);
  const act = setUp.page.getByRole('button', { name: /Nạp tệp vào lớp: thôn/ });
  await expect(act).toContainText('thon-2026.geojson');
  await act.click();
  await setUp.button('Hoàn tác lần thay đổi này').click();
  await setUp.page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(setUp.page.getByText(/Đã hoàn tác/).first()).toBeVisible();
  expect(await countOf(setUp.address, 'hamlets')).toBe(0);

  await setUp.page.goto(`${setUp.address}/thiet-lap`);
  await setUp.step('Thôn').waitFor();
  await setUp.bring(FILE);
  await setUp.checkRows();
  await setUp.storeRows();
  await expect(setUp.said('Đã nạp xong vào lớp Thôn: thêm 2')).toBeVisible();
});

test('checking that is stopped leaves nothing behind', async ({ setUp }) => {
  await setUp.goOn('Thôn');
  await setUp.bring(FILE);
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await setUp.page.route('**/rpc/stage_features', async (route) => {
    await held;
    await route.continue();
  });
  const givenUp = setUp.page.waitForResponse((response) => response.url().endsWith('/rpc/give_up_import'));
  await setUp.checkRows();
  await expect(setUp.said('Đang gửi và kiểm tra: 0 trên 2 dòng. Chưa lưu gì.')).toBeVisible();

  await setUp.button('Dừng, không lưu gì').click();

  await expect(setUp.button('Kiểm tra 2 dòng')).toBeVisible();
  letGo();
  expect((await givenUp).ok()).toBe(true);
  expect(await countOf(setUp.address, 'hamlets')).toBe(0);
});
