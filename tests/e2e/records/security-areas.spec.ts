import { barriers } from '../driver/barriers.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { keeperAt } from '../driver/record-form.ts';
import { Table } from '../driver/table.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test.use({ allowedProblems: /status of 422/ });

const VIEW = '/?layers=hamlets,security-areas&table=security-areas';
const LAYER = 'Khu tự quản về an ninh trật tự';

test('police enter a year: figures that do not add up are said at their field and nothing of the form is lost', async ({
  page,
}) => {
  const { form } = await keeperAt(page, server.address, { as: 'Công an xã', link: VIEW });
  const table = new Table(page);
  // Registered this year: no year of it was assessed.
  await table.row('Khu dân cư tự quản Thôn 2').first().click();

  await form.begin('Nhập kết quả năm');
  await form.field('Hòa giải: số vụ thụ lý (nếu có)').fill('5');
  await form.field('Hòa giải thành (nếu có)').fill('3');
  await form.field('Hòa giải không thành (nếu có)').fill('1');
  await form.field('Đang hòa giải (nếu có)').fill('0');
  for (const criterion of await form.root.locator('.record-form-criterion').all())
    await criterion.getByRole('button', { name: 'Đạt', exact: true }).click();
  await form.button('Ghi lại').click();
  await expect(form.errors).toHaveText(/phải bằng tổng/);
  expect(await barriers(page)).toEqual([]);

  await form.field('Đang hòa giải (nếu có)').fill('1');
  await form.button('Ghi lại').click();

  await expect(form.news).toContainText('Khu dân cư tự quản Thôn 2');
  const panel = page.locator('.side-panel');
  await expect(panel.locator('.detail-state')).toContainText('Đạt tiêu chuẩn');
  await expect(panel).toContainText('5 vụ: 3 thành, 1 không thành, 1 đang hòa giải');
  await expect(panel.getByRole('table', { name: 'Kết quả từng năm' }).getByRole('row')).toHaveCount(2);

  await form.begin('Nhập kết quả năm');
  await form.button('Ghi lại').click();
  await expect(form.errors).toHaveText(/Năm này đã có kết quả/);
});

test('leaders read results and change nothing, one area on its own page; visitors read for whom they are', async ({
  page,
}) => {
  const commune = new CommunePage(page, server.address);
  await commune.open(VIEW);
  await expect(page.getByRole('switch', { name: LAYER })).toBeDisabled();
  await commune.session.enterAs('Lãnh đạo xã');
  const table = new Table(page);
  await table.row('Khu dân cư tự quản Xuân Đoài').click();

  const panel = page.locator('.side-panel');
  const years = panel.getByRole('table', { name: 'Kết quả từng năm' });
  await expect(years.getByRole('rowheader')).toHaveText(['2025', '2024', '2023']);
  await expect(panel.getByRole('button', { name: 'Sửa', exact: true })).toHaveCount(0);

  await panel.getByRole('button', { name: 'Xem các năm, in' }).click();
  await expect(page.getByRole('heading', { name: 'Khu dân cư tự quản Xuân Đoài' })).toBeVisible();
  await expect(page.getByRole('columnheader')).toHaveText(['2023', '2024', '2025']);
  expect(await barriers(page)).toEqual([]);
  await expect(page.locator('.security-area')).toContainText('Dữ liệu mẫu');
  await page.getByRole('button', { name: 'Tất cả các khu' }).click();
  await expect(page.getByRole('row')).toHaveCount(18);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Khu dân cư tự quản Mai Dương' }).click();
  await page.getByRole('button', { name: 'Xem trên bản đồ' }).click();
  await expect(panel.getByRole('heading', { name: 'Khu dân cư tự quản Mai Dương' })).toBeVisible();
});

// The last, because what it registers stays.
test('the office registers a whole hamlet, and ends it with a reason', async ({ page }) => {
  const { form } = await keeperAt(page, server.address, { link: '/?layers=hamlets' });
  await form.add('Thêm khu tự quản về an ninh trật tự');
  await form.field('Tên').fill('Khu dân cư kiểu mẫu Mai Dương');
  await form.field('Cả thôn (nếu có)').selectOption({ label: 'Mai Dương' });
  await form.save();

  const panel = page.locator('.side-panel');
  await expect(panel.getByRole('heading', { name: 'Khu dân cư kiểu mẫu Mai Dương' })).toBeVisible();
  await expect(panel).toContainText('Khu dân cư tự quản về an ninh trật tự');

  await form.begin('Ngừng sử dụng');
  await form.field('Lý do').fill('Ghi nhầm');
  await form.button('Ngừng sử dụng').click();
  await expect(form.errors).toHaveText(/Trước ngày khu đăng ký/);

  await page.goto(`${server.address}${VIEW}`);
  const table = new Table(page);
  const ended = table.row('Khu dân cư tự quản Thôn 6');
  await ended.click();
  await form.begin('Ngừng sử dụng');
  await form.field('Lý do').fill('Ghi nhầm');
  await form.save('Ngừng sử dụng');
  await expect(ended).toHaveCount(0);
});
