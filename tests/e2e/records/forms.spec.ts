import type { Page } from '@playwright/test';
import { OwnServer } from '../driver/own-server.ts';
import { keeperAt } from '../driver/record-form.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

// What the server refuses, the browser writes on its console.
test.use({ allowedProblems: /status of (409|422)/ });

const keeper = (page: Page, link = '/') => keeperAt(page, server.address, { link });

test('a new point: what is missing is named at its field, a reload loses nothing, and it is saved once', async ({
  page,
}) => {
  const { commune, form } = await keeper(page);
  const before = Number(await commune.overview.besideLayer('Điểm rác và thu gom').textContent());

  await form.add('Thêm điểm rác, thu gom');
  await form.button('Ghi lại').click();
  await expect(form.errors).toHaveText([
    'Hãy điền chỗ này.',
    'Hãy điền chỗ này.',
    'Hãy đánh dấu trên bản đồ.',
  ]);
  await expect(form.field('Tên')).toBeFocused();

  await form.field('Tên').fill('Điểm thu gom đầu làng');
  await form.field('Loại điểm').selectOption({ label: 'Điểm tập kết rác' });
  await form.press([120, -40]);
  await expect(form.button('Lùi một bước')).toBeEnabled();
  await page.reload();
  await expect(form.field('Tên')).toHaveValue('Điểm thu gom đầu làng');
  await expect(form.root.getByText('Bấm vào chỗ khác trên bản đồ')).toBeVisible();

  // An impatient finger.
  await form.button('Ghi lại').dblclick();
  await expect(form.news).toContainText('Đã ghi: Điểm thu gom đầu làng');
  await expect(commune.detailOf('Điểm thu gom đầu làng')).toBeVisible();
  await expect(commune.overview.besideLayer('Điểm rác và thu gom')).toHaveText(String(before + 1));
});

test('a line is drawn on the map, its corners are moved, and a step is taken back', async ({ page }) => {
  const { commune, form } = await keeper(page);
  await form.add('Thêm đường');
  await form.field('Tên (nếu có)').fill('Đường mới vẽ');
  await form.press([60, 20], [160, 20], [160, 20]);
  await expect(form.root.getByText('Kéo các điểm tròn để sửa')).toBeVisible();
  const drawn = await savedDraft(page);
  await form.drag([160, 20], [170, 90]);
  await expect.poll(() => savedDraft(page)).not.toEqual(drawn);
  const moved = await savedDraft(page);
  expect(moved.coordinates[0]).toEqual(drawn.coordinates[0]);
  await form.button('Lùi một bước').click();
  await expect.poll(() => savedDraft(page)).toEqual(drawn);
  await form.save();
  await expect(commune.detailOf('Đường mới vẽ')).toBeVisible();
});

test('two people change one record: what both changed is chosen, the rest of both stays', async ({
  page,
  browser,
}) => {
  const { commune, form } = await keeper(page, '/?table=cemeteries');
  await commune.table.rows.first().click();
  await form.begin('Sửa');
  await form.field('Tên').fill('Nghĩa trang liệt sĩ (tôi sửa)');

  const other = await browser.newContext();
  const second = await keeper(await other.newPage());
  await second.commune.page.goto(page.url());
  await second.form.field('Tên').fill('Nghĩa trang liệt sĩ (người khác sửa)');
  await second.form.field('Số mộ (nếu có)').fill('1.234');
  await second.form.save();
  await other.close();

  await form.button('Ghi lại').click();
  await expect(form.root.getByText('Người khác vừa sửa mục này')).toBeVisible();
  await expect(form.root.getByRole('radio')).toHaveCount(2);
  await expect(form.button('Ghi bản đã chọn')).toBeDisabled();
  await form.root.getByText('Nghĩa trang liệt sĩ (tôi sửa)').click();
  await form.save('Ghi bản đã chọn');
  const detail = commune.detailOf('Nghĩa trang liệt sĩ (tôi sửa)');
  await expect(detail).toContainText('1.234');
});

test('recognition counts for the hamlet from its day, and its end takes the number back', async ({
  page,
}) => {
  const { commune, form } = await keeper(page, '/?table=model-roads');
  const answer = await commune.overview.answer.textContent();
  // A road whose hamlet has none that is recognised yet.
  const hamlet = await commune.overview.toPush.filter({ hasText: 'tiêu chí' }).first().textContent();
  const [, name = ''] = /^(.+?)(?:Đang|Chưa)/.exec(hamlet ?? '') ?? [];
  const row = commune.table.rows.filter({ hasText: name }).filter({ hasText: 'Đang xây dựng' });
  await row.first().click();

  await form.begin('Công nhận kiểu mẫu');
  await form.button('Công nhận kiểu mẫu').click();
  await expect(form.errors).toHaveText(['Hãy điền chỗ này.']);
  await form.field('Số quyết định').fill('125/QĐ-UBND');
  await form.save('Công nhận kiểu mẫu');
  await expect(commune.overview.answer).not.toHaveText(answer ?? '');

  await form.begin('Thôi công nhận');
  await form.field('Lý do').fill('Ghi nhầm tuyến');
  await form.button('Thôi công nhận').click();
  // One day has one state: the decision of that day is corrected, or another day chosen.
  await expect(form.errors).toContainText(['Ngày này đã có một lần ghi.']);
});

test('what is retired leaves the map, stays on earlier days, and comes back', async ({ page }) => {
  const { commune, form } = await keeper(page, '/?table=cemeteries');
  const row = commune.table.rows.last();
  const name = (await row.getByRole('rowheader').textContent()) ?? '';
  const count = Number(await commune.overview.besideLayer('Nghĩa trang liệt sĩ').textContent());
  await row.click();
  await form.begin('Ngừng sử dụng');
  await form.field('Lý do').fill('Nhập về nghĩa trang xã');
  await form.save('Ngừng sử dụng');
  await expect(commune.overview.besideLayer('Nghĩa trang liệt sĩ')).toHaveText(String(count - 1));

  await form.addButton.click();
  await page.getByRole('button', { name: 'Đã ngừng sử dụng', exact: true }).click();
  const entry = page.locator('.record-retired li').filter({ hasText: name });
  await expect(entry).toContainText('Nhập về nghĩa trang xã');
  await entry.getByRole('button', { name: 'Khôi phục' }).click();
  await expect(commune.overview.besideLayer('Nghĩa trang liệt sĩ')).toHaveText(String(count));
});

/** The geometry of the only draft in this tab. */
async function savedDraft(page: Page): Promise<{ coordinates: unknown[] }> {
  return page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.includes('record:'));
    return JSON.parse(sessionStorage.getItem(key ?? '') ?? '{}').geometry;
  });
}
