import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { SettingsPage } from '../driver/settings-page.ts';
import { test as base, expect } from '../fixtures.ts';

// One server for the file: what the first test stores changes nothing of what the others look at.
let server: OwnServer;
const test = base.extend<{ commune: CommunePage }>({
  commune: async ({ page }, use) => {
    await use(new CommunePage(page, server.address));
  },
});
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());
// The browser itself writes refused requests on the console.
test.use({ allowedProblems: /Failed to load resource: the server responded with a status of 4(09|22)/ });

const CRITERIA = 'Tiêu chí tuyến đường tự quản kiểu mẫu';

test('an officer adds a criterion from a day on, is told what is wrong, and every day goes by its own list', async ({
  commune,
}) => {
  const { page } = commune;
  const settings = new SettingsPage(page);
  await commune.open();
  await commune.session.enterAs('Cán bộ MTTQ');
  await page.locator('.account-button').click();
  await page.getByRole('button', { name: 'Quy định của xã' }).click();
  await expect(settings.card(CRITERIA).getByText('Chưa xác nhận').first()).toBeVisible();

  await settings.beginVersion(CRITERIA);
  await page.getByRole('button', { name: 'Thêm tiêu chí' }).click();
  await settings.countsFrom('01/07/2026');
  await page.getByRole('checkbox').check();
  await settings.save();
  await expect(page.getByText('Chưa lưu. Hãy sửa các ô được đánh dấu.')).toBeVisible();
  await expect(page.getByText('Hãy ghi ô này.')).toHaveCount(3);

  await page.getByRole('textbox', { name: 'Tiêu chí 6' }).fill('Có tủ sách');
  await page.getByLabel('Căn cứ (số, ngày, tên văn bản)').fill('Nghị quyết 12/NQ-HĐND');
  await settings.save();
  await expect(settings.card(CRITERIA).getByText('Đã lưu.')).toBeVisible();
  await expect(settings.card(CRITERIA).getByText('Đã xác nhận').first()).toBeVisible();

  // Another version from the same day is never written over it.
  await settings.beginVersion(CRITERIA);
  await settings.countsFrom('01/07/2026');
  await settings.save();
  await expect(page.getByText('đã có phiên bản khác từ đúng ngày đó')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Có tủ sách');

  const criteriaOn = async (day: string) => {
    await page.goto(`${commune.address}/?as_of=${day}&table=model-roads`);
    await commune.table.grid.waitFor();
    return (
      await commune.table.grid
        .getByText(/^\d\/\d$/)
        .first()
        .textContent()
    )?.split('/')[1];
  };
  expect([await criteriaOn('2026-06-30'), await criteriaOn('2026-07-01')]).toEqual(['5', '6']);
});

test('what was begun outlasts a reload, until it is put away', async ({ commune }) => {
  const { page } = commune;
  const title = 'Số tuyến đường kiểu mẫu mỗi thôn cần đạt';
  const basis = page.getByLabel('Căn cứ (số, ngày, tên văn bản)');
  const settings = new SettingsPage(page);
  await commune.open();
  await commune.session.enterAs('Cán bộ MTTQ');
  await page.goto(`${commune.address}/quy-dinh`);
  await settings.beginVersion(title);
  await basis.fill('Nghị quyết 12/NQ-HĐND');

  await page.reload();
  await expect(settings.card(title).getByLabel('Căn cứ (số, ngày, tên văn bản)')).toHaveValue(
    'Nghị quyết 12/NQ-HĐND',
  );

  await settings.card(title).getByRole('button', { name: 'Bỏ', exact: true }).click();
  await page.reload();
  await expect(settings.card(title)).toBeVisible();
  await expect(basis).toHaveCount(0);
});

test('a leader reads the rules and cannot change them', async ({ commune }) => {
  await commune.open();
  await commune.session.enterAs('Lãnh đạo xã');
  await commune.page.goto(`${commune.address}/quy-dinh`);
  await expect(new SettingsPage(commune.page).card(CRITERIA)).toBeVisible();
  await expect(commune.page.getByText('Vai trò của bạn chỉ xem được quy định.')).toBeVisible();
  await expect(commune.page.getByRole('button', { name: 'Thêm phiên bản mới' })).toHaveCount(0);
});
