import type { Page } from '@playwright/test';
import { barriers, smallTargets } from '../driver/barriers.ts';
import { FieldPage } from '../driver/field-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { RecordForm } from '../driver/record-form.ts';
import { expect, test } from '../fixtures.ts';

// One story on one server: what the veteran proposes in one test, the officer decides on in the next.
let server: OwnServer;
test.use({
  hasTouch: true,
  isMobile: true,
  viewport: { width: 390, height: 844 },
  serviceWorkers: 'allow',
  // What a phone without a signal, or a refusal, writes on the console.
  allowedProblems: /net::ERR_|Failed to load resource|status of 409/,
});
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

const bar = (page: Page) => page.locator('.crosshair-bar');

/** Moves the map under the mark and sets a point, so many times in turn. */
async function drawLine(page: Page): Promise<void> {
  for (const key of ['ArrowRight', 'ArrowUp'] as const) {
    const before = page.url();
    await page.locator('canvas.maplibregl-canvas').press(key);
    await expect.poll(() => page.url()).not.toBe(before);
    await bar(page).getByRole('button', { name: 'Đặt điểm' }).tap();
  }
}

test('a line drawn without a signal meets one that was changed meanwhile: both are shown, one is chosen', async ({
  page,
  context,
}) => {
  const field = new FieldPage(page, server.address);
  await field.enterAs('Hội Cựu chiến binh');
  await field.readyOffline();
  const card = field.cards.filter({ hasText: 'Đường' }).first();
  const name = (await card.locator('strong').textContent()) ?? '';
  await context.setOffline(true);

  await card.tap();
  await page.getByRole('button', { name: 'Vẽ lại tuyến này' }).tap();
  const form = new RecordForm(page);
  await form.button('Gửi đề xuất').tap();
  await expect(form.errors).toHaveText(['Hãy đánh dấu trên bản đồ.']);
  expect(await barriers(page)).toEqual([]);
  await form.button('Xem trên bản đồ').tap();
  await drawLine(page);
  await bar(page).getByRole('button', { name: 'Về biểu mẫu' }).tap();
  await form.field('Nói thêm (nếu có)').fill('Nối thêm đoạn mới');
  await form.button('Gửi đề xuất').tap();
  await expect(form.news).toContainText(`Đã ghi đề xuất: ${name}`);

  await page.goto(`${server.address}/viec-cua-toi`);
  await field.tab('Việc đã ghi').tap();
  await expect(field.records.first()).toContainText('Trên máy → chưa gửi');
  await field.records.first().getByRole('button', { name: 'Rút lại' }).tap();
  await expect(field.records.first()).toContainText('Rút đề xuất này?');
  await field.records.first().getByRole('button', { name: 'Giữ nguyên' }).tap();

  await server.change(`update app.model_roads set name = name || ' (mới)' where name = '${name}'`);
  await context.setOffline(false);
  await page.goto(`${server.address}/viec-cua-toi`);
  await field.tab('Việc đã ghi').tap();
  await expect(field.records.first()).toContainText('Người khác đã sửa mục này');
  await expect(field.records.first()).toContainText('Đang có trên bản đồ');
  await expect(page.locator('.field-proposal-map canvas')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  expect(await smallTargets(page.locator('.field'))).toEqual([]);
  await page.getByRole('button', { name: 'Gửi bản của tôi' }).tap();
  await expect(field.status).toContainText('Không còn mục nào chờ gửi.');
  await expect(field.records.first()).toContainText('Đã gửi → chờ duyệt');
});

test('an officer looks at both and puts it on the map; who proposed it sees that', async ({
  page,
  browser,
}) => {
  const field = new FieldPage(page, server.address);
  await page.goto(`${server.address}/dang-nhap`);
  await page.getByRole('button', { name: /Cán bộ MTTQ/ }).tap();
  await page.locator('.account-button').waitFor();
  await page.goto(`${server.address}/viec-cua-toi`);
  await field.tab('Chờ duyệt').tap();
  const waiting = field.records.filter({ hasText: 'Nối thêm đoạn mới' });
  await expect(waiting).toContainText('Bản đề xuất');
  expect(await barriers(page)).toEqual([]);
  await waiting.getByRole('button', { name: 'Duyệt, đưa lên bản đồ' }).tap();
  await expect(waiting).toHaveCount(0);
  await expect(field.status).toContainText('Không còn mục nào chờ gửi.');

  const other = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const veteran = new FieldPage(await other.newPage(), server.address);
  await veteran.enterAs('Hội Cựu chiến binh');
  await veteran.tab('Việc đã ghi').tap();
  await expect(veteran.records.filter({ hasText: 'Nối thêm đoạn mới' })).toContainText(
    'Đã duyệt, đã lên bản đồ',
  );
  await other.close();
});
