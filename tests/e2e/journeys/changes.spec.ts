import { devices } from '@playwright/test';
import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { test as base, expect } from '../fixtures.ts';

const sql = `
  update app.waste_points set name = 'Điểm mới đặt tên', geom = extensions.ST_Translate(geom, 0.002, 0.001)
    where id = (select id from app.waste_points order by id limit 1);
  update app.incidents set state = case state when 'open' then 'resolved' else 'open' end
    where id = (select id from app.incidents order by id limit 1);`;

let server: OwnServer;
const test = base.extend<{ commune: CommunePage }>({
  commune: async ({ page }, use) => {
    await use(new CommunePage(page, server.address));
  },
});
test.beforeAll(async () => {
  server = await OwnServer.withSample({ sql });
});
test.afterAll(() => server.dispose());

test('a leader reads who changed what, before and after, on a small map, and a link brings the same filter', async ({
  commune,
}) => {
  const { page } = commune;
  await commune.open();
  await commune.session.enterAs('Lãnh đạo xã');
  await page.locator('.account-button').click();
  await page.getByRole('button', { name: 'Nhật ký thay đổi' }).click();
  await page.getByLabel('Lớp').selectOption({ label: 'Điểm rác thải' });
  await page.getByRole('button', { name: /Điểm mới đặt tên/ }).click();

  const act = page.getByRole('article');
  await expect(act.getByRole('row', { name: /^Tên / })).toContainText('Điểm mới đặt tên');
  await expect(act.getByText('Vị trí, hình dạng: đã thay đổi')).toBeVisible();
  await act.locator('[data-map-state="idle"]').waitFor();
  await expect(act.getByRole('button', { name: /Hoàn tác/ })).toHaveCount(0);
  expect(commune.inLink('changes.layer')).toBe('waste-points');

  await page.reload();
  await expect(act.getByRole('row', { name: /^Tên / })).toContainText('Điểm mới đặt tên');
  await page.getByRole('button', { name: 'Về bản đồ' }).click();
  await commune.overview.answer.waitFor();
  expect(commune.inLink('selected')).toBeNull();
});

test('of an incident police read only that it was changed, and nobody else reads that', async ({
  commune,
}) => {
  const { page } = commune;
  await commune.open();
  await commune.session.enterAs('Công an xã');
  await page.goto(`${commune.address}/nhat-ky`);
  await page
    .getByRole('button', { name: /sự việc an ninh/ })
    .first()
    .click();
  const act = page.getByRole('article');
  await expect(act.getByText('nhật ký không giữ nội dung và vị trí').first()).toBeVisible();
  await expect(act.locator('.preview-map')).toHaveCount(0);
  await expect(page.getByText('Điểm mới đặt tên')).toHaveCount(0);
  await commune.open();
  await commune.map.settled();
  await commune.session.leave();

  await commune.session.enterAs('Quản trị');
  await page.goto(`${commune.address}/nhat-ky?changes.layer=incidents`);
  await expect(page.getByText('Không có thay đổi nào theo bộ lọc này.')).toBeVisible();
});

test.describe('on a phone', () => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 5'];
  test.use({ ...phone, viewport: { width: 390, height: 844 } });

  test('the list and one act take turns', async ({ commune }) => {
    const { page } = commune;
    await commune.open();
    await commune.session.enterAs('Quản trị');
    await page.goto(`${commune.address}/nhat-ky`);
    const act = page.getByRole('button', { name: /Điểm mới đặt tên/ });
    await act.tap();
    await expect(page.getByRole('article')).toBeVisible();
    await expect(act).toBeHidden();
    await page.getByRole('button', { name: 'Danh sách' }).tap();
    await expect(act).toBeVisible();
  });
});
