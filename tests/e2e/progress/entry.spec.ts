import type { Page } from '@playwright/test';
import { barriers } from '../driver/barriers.ts';
import { OwnServer } from '../driver/own-server.ts';
import { Session } from '../driver/session.ts';
import { expect, test } from '../fixtures.ts';

// One server for the file: each test writes where no other looks.
let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

/** Signed in, in a room beside the map. */
async function enter(
  page: Page,
  account: 'Cán bộ MTTQ' | 'Ban công tác Mặt trận thôn' | 'Quản trị',
  room: string,
) {
  await page.goto(server.address);
  await new Session(page).enterAs(account);
  await page.goto(`${server.address}${room}`);
}

// What a test provokes: figures that are refused, and figures that somebody else entered.
test.use({ allowedProblems: /status of 4(09|22)|net::ERR_FAILED/ });

test('a month is typed, refused in its cell, kept over a reload, saved, confirmed and corrected', async ({
  page,
}) => {
  await enter(page, 'Cán bộ MTTQ', '/so-lieu');
  const cell = page.getByRole('textbox', { name: 'Mai Dương, Hộ phân loại rác' });
  // Two months ago everything is confirmed; the last month is open.
  await cell.fill('99999');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Không thể hơn/)).toBeVisible();
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 ô chưa đúng' })).toBeVisible();
  await page.reload();
  await expect(cell).toHaveValue('99999');
  await cell.fill('120');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi 1 ô' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  // A block from a spreadsheet, onto the first of two columns; what does not fit is pasted nowhere.
  const settled = page.getByRole('textbox', { name: 'Mai Dương, Vụ hòa giải thành' });
  const paste = (text: string) =>
    settled.evaluate((input, block) => {
      const data = new DataTransfer();
      data.setData('text/plain', block);
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  await paste('1\t2\n3\tba\n');
  await expect(page.getByText('“ba” không phải số nguyên')).toBeVisible();
  await expect(settled).toHaveValue('');
  await paste('1\t2\n');
  await expect(settled).toHaveValue('1');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi' })).toBeVisible();

  await page.getByRole('button', { name: 'Chốt kỳ này' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã chốt' })).toBeVisible();
  await page.getByRole('button', { name: 'Đính chính Mai Dương, Hộ phân loại rác: 120' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mai Dương, Hộ phân loại rác').fill('110');
  await dialog.getByRole('button', { name: 'Ghi đính chính' }).click();
  await expect(dialog.getByText('Hãy ghi lý do.')).toBeVisible();
  await dialog.getByLabel('Lý do').fill('Đếm trùng một xóm');
  await dialog.getByRole('button', { name: 'Ghi đính chính' }).click();
  await expect(
    page.getByRole('button', { name: 'Đính chính Mai Dương, Hộ phân loại rác: 110' }),
  ).toBeVisible();
});

test('a hamlet’s committee sees its own hamlet alone', async ({ page }) => {
  await enter(page, 'Ban công tác Mặt trận thôn', '/so-lieu');
  await page.getByRole('button', { name: 'Kỳ sau' }).click();
  await expect(page.locator('.reports-grid tbody tr')).toHaveCount(1);
  await expect(page.locator('.reports-grid tbody th')).toContainText('Thôn 3 (Kiến Quốc)');
});

test('what somebody else entered meanwhile is shown beside, and the second decides', async ({
  page,
  browser,
}) => {
  const other = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  await enter(page, 'Cán bộ MTTQ', '/so-lieu');
  await enter(other, 'Quản trị', '/so-lieu');
  for (const one of [page, other]) await one.getByRole('button', { name: 'Kỳ sau' }).click();
  await expect(page.getByRole('textbox', { name: 'Nghi Dương, Hộ tham gia' })).toBeVisible();
  // This screen hears and reads nothing more, so that its cell stands over what it saw.
  await page.route('**/rpc/reports_of**', (route) => route.abort());
  const cellOf = (one: typeof page) => one.getByRole('textbox', { name: 'Nghi Dương, Hộ tham gia' });
  await cellOf(page).fill('10');
  await cellOf(other).fill('20');
  await cellOf(other).press('Tab');
  await other.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'Đã ghi 1 ô' })).toBeVisible();
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  const conflict = page.getByRole('group', { name: 'Nghi Dương, Hộ tham gia' });
  await expect(conflict.getByText('Số đã ghi: 20')).toBeVisible();
  await conflict.getByText('Số của bạn: 10').click();
  await page.unroute('**/rpc/reports_of**');
  await page.getByRole('button', { name: 'Ghi theo lựa chọn' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi 1 ô' })).toBeVisible();
  await expect(cellOf(page)).toHaveValue('10');
  await other.close();
});

test('a target that overlaps is refused at its day, and a new version counts from its own', async ({
  page,
}) => {
  await enter(page, 'Cán bộ MTTQ', '/muc-tieu');
  const card = page.locator('.targets-card').filter({ hasText: 'Hộ tham gia Ngày Chủ nhật xanh' });
  await expect(card).toContainText('Chưa đặt mục tiêu');
  await card.getByRole('button', { name: 'Thêm mục tiêu' }).click();
  const form = card.locator('form');
  await form.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(form.getByText('Hãy ghi một số lớn hơn 0')).toBeVisible();
  await form.getByLabel('Mục tiêu (%)').fill('55,5');
  await page.reload();
  await expect(form.getByLabel('Mục tiêu (%)')).toHaveValue('55,5');
  await form.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(card).toContainText('55,5');
  await expect(card).toContainText('đang áp dụng');
  await card.getByRole('button', { name: 'Thêm mục tiêu' }).click();
  await form.getByLabel('Mục tiêu (%)').fill('60');
  await form.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(form.getByText('Trùng thời gian với mục tiêu 55,5')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});
