import type { Page } from '@playwright/test';
import { barriers, smallTargets } from '../driver/barriers.ts';
import { OwnServer } from '../driver/own-server.ts';
import { keeperAt } from '../driver/record-form.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const bar = (page: Page) => page.locator('.crosshair-bar');
const press = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true }).tap();

/** Moves the map under the mark: as the arrow keys of a map do, a hundred pixels a press. */
async function moveMap(page: Page, key: 'ArrowRight' | 'ArrowUp'): Promise<void> {
  const before = page.url();
  await page.locator('canvas.maplibregl-canvas').press(key);
  await expect.poll(() => page.url()).not.toBe(before);
}

test('a road is drawn under a mark in the middle of the map, point by point', async ({ page }) => {
  const { commune, form } = await keeperAt(page, server.address);
  await form.addButton.tap();
  await page.getByRole('button', { name: 'Thêm tuyến đường tự quản' }).tap();
  await form.field('Tên tuyến đường').fill('Đường vẽ bằng dấu cộng');
  await form.button('Xem trên bản đồ').tap();
  await commune.map.settled();
  await expect(bar(page)).toContainText('Kéo bản đồ');
  await expect(bar(page).getByRole('button', { name: 'Đặt điểm' })).toBeDisabled();
  await moveMap(page, 'ArrowRight');
  await press(page, 'Đặt điểm');
  await expect(bar(page)).toContainText('Đã đặt 1 điểm');
  await moveMap(page, 'ArrowUp');
  await press(page, 'Đặt điểm');
  await expect(bar(page)).toContainText('2 điểm, dài');
  await moveMap(page, 'ArrowRight');
  await press(page, 'Đặt điểm');
  await expect(bar(page)).toContainText('3 điểm, dài');
  await press(page, 'Bỏ điểm cuối');
  await expect(bar(page)).toContainText('2 điểm, dài');
  expect(await smallTargets(bar(page))).toEqual([]);
  expect(await barriers(page)).toEqual([]);
  await press(page, 'Về biểu mẫu');
  await form.button('Ghi lại').tap();
  // What is missing is said at its field, and the line stays.
  await form.button('Xem trên bản đồ').tap();
  await expect(bar(page).getByRole('button', { name: 'Đi và ghi' })).toBeVisible();
});

test('a road is walked: what was recorded outlasts a reload, and becomes its line', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 106.6295, latitude: 20.7269, accuracy: 5 });
  const { commune, form } = await keeperAt(page, server.address);
  await form.addButton.tap();
  await page.getByRole('button', { name: 'Thêm tuyến đường tự quản' }).tap();
  await form.button('Xem trên bản đồ').tap();
  await commune.map.settled();
  await press(page, 'Đi và ghi');
  await press(page, 'Bắt đầu');
  const recorded = async () =>
    Number(/từ (\d+) vị trí/.exec((await bar(page).textContent()) ?? '')?.[1] ?? 0);
  // Five metres at a time: nearer than two fixes lie to each other by their own accuracy, however quick the test is.
  for (let step = 1; step <= 16; step += 1) {
    const before = await recorded();
    await context.setGeolocation({ longitude: 106.6295 + step * 0.00005, latitude: 20.7269, accuracy: 5 });
    await expect.poll(recorded).toBeGreaterThan(before);
  }
  await context.setGeolocation({ longitude: 106.64, latitude: 20.7269, accuracy: 60 });
  await expect(bar(page)).toContainText('bỏ 1 vị trí');
  await page.reload();
  await form.button('Xem trên bản đồ').tap();
  await press(page, 'Đi và ghi');
  await expect(bar(page)).toContainText('bỏ 1 vị trí');
  await press(page, 'Dùng tuyến này');
  await press(page, 'Về biểu mẫu');
  await expect(form.root.getByRole('button', { name: 'Lùi một bước' })).toBeEnabled();
});

test('a device that refuses the position is told what to do, and the cross still works', async ({
  page,
  context,
}) => {
  await context.clearPermissions();
  const { commune, form } = await keeperAt(page, server.address);
  await form.addButton.tap();
  await page.getByRole('button', { name: 'Thêm tuyến đường tự quản' }).tap();
  await form.button('Xem trên bản đồ').tap();
  await commune.map.settled();
  await press(page, 'Đi và ghi');
  await press(page, 'Bắt đầu');
  await expect(bar(page)).toContainText('Máy chưa cho phép dùng vị trí');
  await press(page, 'Về dấu cộng');
  await moveMap(page, 'ArrowRight');
  await press(page, 'Đặt điểm');
  await expect(bar(page)).toContainText('Đã đặt 1 điểm');
});
