import { join, resolve } from 'node:path';
import { barriers, smallTargets } from '../driver/barriers.ts';
import { FieldPage } from '../driver/field-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { ShutOff } from '../driver/shut-off.ts';
import { expect, test } from '../fixtures.ts';

// One story on one server: what is written down in one test is looked for in the next.
let server: OwnServer;
let line: ShutOff;
const PICTURES = resolve(import.meta.dirname, '../../../supabase/seed/photos');
const BEFORE = join(PICTURES, 'before.jpg');
const AFTER = join(PICTURES, 'after.jpg');

test.use({
  hasTouch: true,
  isMobile: true,
  viewport: { width: 390, height: 844 },
  serviceWorkers: 'allow',
  // What a phone without a signal writes on its console.
  allowedProblems: /net::ERR_|Failed to load resource/,
});
test.beforeAll(async () => {
  server = await OwnServer.withSample();
  line = await ShutOff.before(server.address);
});
test.afterAll(async () => {
  line.close();
  await server.dispose();
});

test('from a cold start without a signal to “Đã ghi” in three taps, and it arrives by itself', async ({
  page,
  context,
}) => {
  const field = new FieldPage(page, line.address);
  await field.enterAs('Hội Cựu chiến binh');
  await field.readyOffline();
  await page.close();
  line.cut();
  await context.setOffline(true);

  // The app is opened from the home screen.
  const again = new FieldPage(await context.newPage(), line.address);
  await again.page.goto(line.address);
  await expect(again.status).toContainText('Mất mạng');
  const name = await again.cards.first().locator('strong').textContent();
  await again.cards.first().tap();
  await again.big.tap();
  await again.big.tap();

  await expect(again.written).toBeVisible();
  await expect(again.page.locator('.field-where')).toContainText('Đang ở trên máy');
  await again.page.reload();
  await again.page.goto(`${line.address}/viec-cua-toi`);
  await expect(again.status).toContainText('1 mục trên máy, chưa gửi.');
  await again.tab('Việc đã ghi').tap();
  await expect(again.records.first()).toContainText(name ?? '');
  await expect(again.records.first()).toContainText('Trên máy → chưa gửi');

  line.mend();
  await context.setOffline(false);
  await expect(again.status).toContainText('Không còn mục nào chờ gửi.');
  await expect(again.records.first()).toContainText('Đã gửi → chờ duyệt');
  // Cared for today, it is no longer the most overdue.
  await again.tab('Việc của tôi').tap();
  await expect(again.cards.first().locator('strong')).not.toHaveText(name ?? '');
});

test('three records with photos made without a signal all arrive, and a second member approves them', async ({
  page,
  context,
  browser,
}) => {
  const field = new FieldPage(page, line.address);
  await field.enterAs('Hội Cựu chiến binh');
  await field.readyOffline();
  line.cut();
  await context.setOffline(true);
  await page.reload();
  for (const card of [0, 1, 2]) {
    await field.begin(card);
    await field.addPhotos('Trước khi làm', [BEFORE]);
    await field.addPhotos('Sau khi làm', [AFTER]);
    await field.write();
    await field.backToList();
  }
  await page.close();
  const again = new FieldPage(await context.newPage(), line.address);
  await again.page.goto(`${line.address}/viec-cua-toi`);
  await expect(again.status).toContainText('3 mục trên máy, chưa gửi.');
  line.mend();
  await context.setOffline(false);
  await expect(again.status).toContainText('Không còn mục nào chờ gửi.');

  const office = await browser.newContext({ viewport: { width: 1366, height: 768 }, hasTouch: true });
  const officer = new FieldPage(await office.newPage(), server.address);
  await officer.page.goto(`${server.address}/dang-nhap`);
  await officer.page.locator('.sign-in-demo-role').getByText('Cán bộ MTTQ', { exact: true }).tap();
  await officer.page.locator('.account-button').waitFor();
  await officer.page.goto(`${server.address}/viec-cua-toi`);
  await officer.tab('Chờ duyệt').tap();
  // The sample has photos of its own, of other days.
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  const waiting = officer.records
    .filter({ hasText: today })
    .filter({ has: officer.page.getByRole('button', { name: 'Xem 2 ảnh' }) });
  await expect(waiting).toHaveCount(3);
  const one = waiting.first();
  await one.getByRole('button', { name: 'Xem 2 ảnh' }).tap();
  await expect(officer.page.getByRole('img', { name: 'Trước khi làm' })).toHaveJSProperty(
    'naturalWidth',
    800,
  );
  await officer.records
    .filter({ has: officer.page.getByRole('img', { name: 'Trước khi làm' }) })
    .getByRole('button', { name: 'Duyệt' })
    .tap();
  await expect(waiting).toHaveCount(2);
  await office.close();

  await again.tab('Việc đã ghi').tap();
  await expect(again.records.filter({ hasText: 'Đã duyệt' }).first()).toBeVisible();
});

test('a stretch, people, criteria and a note go along, and the record is taken back', async ({ page }) => {
  const field = new FieldPage(page, server.address);
  await field.enterAs('Hội Cựu chiến binh');
  await field.begin();
  await field.line('Đoạn').tap();
  const sheet = page.getByRole('img', { name: 'Hình tuyến đường' });
  const box = await sheet.boundingBox();
  if (!box) throw new Error('expected the drawing of the road');
  const ends = page.locator('.field-stretch-end');
  const [first, second] = [await ends.nth(0).boundingBox(), await ends.nth(1).boundingBox()];
  if (!first || !second) throw new Error('expected both ends of the road');
  const between = (part: number): [number, number] => [
    first.x + first.width / 2 + part * (second.x - first.x),
    first.y + first.height / 2 + part * (second.y - first.y),
  ];
  await page.touchscreen.tap(...between(0));
  await expect(page.locator('.field-stretch [role=status]')).toContainText('chạm vào chỗ kết thúc');
  await page.touchscreen.tap(...between(0.5));
  await expect(page.locator('.field-stretch [role=status]')).toContainText('Đang chọn');
  await page.getByRole('button', { name: 'Xong' }).tap();
  await expect(field.line('Đoạn')).toContainText('Một đoạn');
  await field.line('Số người').tap();
  await page.getByRole('button', { name: '+5' }).tap();
  await page.getByRole('button', { name: '+1' }).tap();
  await page.getByRole('button', { name: 'Xong' }).tap();
  await field.line('Tiêu chí').tap();
  await page.getByRole('group', { name: 'Sáng' }).getByRole('button', { name: 'Đạt', exact: true }).tap();
  await page.getByRole('group', { name: 'Sạch' }).getByRole('button', { name: 'Chưa đạt' }).tap();
  await page.getByRole('button', { name: 'Xong' }).tap();
  await field.line('Ghi chú').tap();
  await page.getByRole('textbox').fill('Thay ba <bóng> đèn');
  await page.getByRole('button', { name: 'Xong' }).tap();
  // A phone may throw the page away in the middle: what was said stays.
  await page.reload();
  await page.getByRole('button', { name: 'Hôm nay đã chăm sóc' }).tap();
  await expect(field.line('Số người')).toContainText('6 người');
  await expect(field.line('Tiêu chí')).toContainText('1/2 đạt');
  await expect(field.line('Ghi chú')).toContainText('Thay ba bóng đèn');

  await field.write();
  await expect(page.locator('.field-where')).toContainText('Đã gửi về xã');
  await field.backToList();
  await field.tab('Việc đã ghi').tap();
  const record = field.records.filter({ hasText: 'Thay ba bóng đèn' });
  await expect(record).toContainText('6 người');
  await expect(record).toContainText('đoạn');
  await record.getByRole('button', { name: 'Rút lại' }).tap();
  await record.getByRole('button', { name: 'Rút lại' }).tap();
  await expect(record).toHaveCount(0);
});

test('a device that is refused the position, and one that gives it', async ({ page, context }) => {
  const field = new FieldPage(page, server.address);
  await context.clearPermissions();
  await field.enterAs('Hội Cựu chiến binh');
  await page.getByRole('button', { name: 'Đánh dấu nơi gần tôi' }).tap();
  await expect(page.getByText('Máy chưa cho phép dùng vị trí')).toBeVisible();
  await expect(field.cards.first()).toBeVisible();

  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 106.6295, latitude: 20.7269 });
  await page.reload();
  await expect(field.cards.filter({ hasText: 'Cách' }).first()).toBeVisible();
});

test('the rota of a road is written and shown', async ({ page }) => {
  const field = new FieldPage(page, server.address);
  await field.enterAs('Hội Cựu chiến binh');
  await field.cards.filter({ hasText: 'Tuyến đường' }).first().tap();
  await page
    .getByRole('button', { name: /^Thêm tổ vào tuần/ })
    .first()
    .tap();
  await page.getByRole('textbox', { name: 'Tổ nào làm?' }).fill('Tổ 7, Chi hội Mai Dương');
  await page.getByRole('button', { name: 'Ghi', exact: true }).tap();
  await expect(page.getByRole('button', { name: 'Bỏ Tổ 7, Chi hội Mai Dương' })).toBeVisible();
  await field.backToList();
  await expect(field.cards.filter({ hasText: 'Tuần này: Tổ 7, Chi hội Mai Dương' })).toHaveCount(1);
});

test('whoever wants to leave with something unsent is asked, and finds it again', async ({
  page,
  context,
}) => {
  const field = new FieldPage(page, line.address);
  await field.enterAs('Hội Cựu chiến binh');
  await field.readyOffline();
  line.cut();
  await context.setOffline(true);
  await field.begin();
  await field.write();
  await field.backToList();
  await field.tab('Máy này').tap();
  await page.getByRole('button', { name: 'Đăng xuất' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Còn 1 mục chưa gửi' });
  await dialog.getByRole('button', { name: 'Ở lại để gửi' }).last().tap();
  await expect(field.status).toContainText('1 mục trên máy');
  await page.getByRole('button', { name: 'Đăng xuất' }).tap();
  await dialog.getByRole('button', { name: 'Vẫn thoát' }).tap();
  await expect(field.status).toHaveCount(0);

  line.mend();
  await context.setOffline(false);
  await field.enterAs('Hội Cựu chiến binh');
  await expect(field.status).toContainText('Không còn mục nào chờ gửi.');
});

test('a browser that keeps nothing says so before anything is written', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'indexedDB', { get: refuse });
  });
  const field = new FieldPage(page, server.address);
  await field.enterAs('Hội Cựu chiến binh');
  await expect(page.getByText('Trình duyệt này không giữ được dữ liệu')).toBeVisible();
  await field.begin();
  await expect(page.getByRole('button', { name: 'Ghi', exact: true })).toBeDisabled();
});

test('a full device says so, and what was filled in stays', async ({ page }) => {
  const field = new FieldPage(page, server.address);
  await field.enterAs('Hội Cựu chiến binh');
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await field.begin();
  await field.line('Số người').tap();
  await page.getByRole('button', { name: '+5' }).tap();
  await page.getByRole('button', { name: 'Xong' }).tap();
  await page.getByRole('button', { name: 'Ghi', exact: true }).tap();
  await expect(page.getByText('Máy đã đầy nên chưa ghi được')).toBeVisible();
  await expect(field.line('Số người')).toContainText('5 người');
});

test('a member taken out of the organization while offline sees what was refused, and nothing is lost', async ({
  page,
  context,
}) => {
  const field = new FieldPage(page, line.address);
  await field.enterAs('Hội Nông dân');
  await field.readyOffline();
  line.cut();
  await context.setOffline(true);
  await field.begin();
  await field.write();
  await server.change("update app.members set organization_id = null where display_name = 'Hội Nông dân'");
  line.mend();
  await context.setOffline(false);
  await page.goto(`${line.address}/viec-cua-toi`);
  await expect(field.status).toContainText('1 mục cần xem lại.');
  await field.tab('Việc đã ghi').tap();
  await expect(field.records.first()).toContainText('Mục này do tổ chức khác chăm sóc');
  await expect(field.records.first().getByRole('button', { name: 'Gửi lại' })).toBeVisible();
});

test('nothing bars the way, and every target meets a thumb', async ({ page }) => {
  const field = new FieldPage(page, server.address);
  await field.enterAs('Hội Cựu chiến binh');
  const room = page.locator('.field');
  expect(await barriers(page)).toEqual([]);
  expect(await smallTargets(room)).toEqual([]);
  await field.begin();
  for (const question of ['Ngày', 'Đoạn', 'Số người', 'Tiêu chí', 'Ảnh', 'Ghi chú']) {
    await field.line(question).tap();
    expect(await barriers(page), question).toEqual([]);
    expect(await smallTargets(room), question).toEqual([]);
    await page.getByRole('button', { name: 'Xong' }).tap();
  }
  await page.goto(`${server.address}/viec-cua-toi`);
  for (const tab of ['Việc đã ghi', 'Chờ duyệt', 'Máy này'] as const) {
    await field.tab(tab).tap();
    expect(await barriers(page), tab).toEqual([]);
    expect(await smallTargets(room), tab).toEqual([]);
  }
});

test('what a phone cannot send is saved as a file, and an officer who loads it twice stores it once', async ({
  page,
  context,
  browser,
}) => {
  const field = new FieldPage(page, line.address);
  await field.enterAs('Hội Cựu chiến binh');
  await field.readyOffline();
  line.cut();
  await context.setOffline(true);
  await field.begin();
  await field.line('Ghi chú').tap();
  await page.getByRole('textbox').fill('Đưa bằng tệp');
  await page.getByRole('button', { name: 'Xong' }).tap();
  await field.addPhotos('Sau khi làm', [AFTER]);
  await field.write();
  await field.backToList();
  await field.tab('Máy này').tap();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lưu 1 mục thành tệp' }).tap();
  const file = await (await saved).path();

  const office = await browser.newContext({ viewport: { width: 1366, height: 768 }, hasTouch: true });
  const officer = new FieldPage(await office.newPage(), server.address);
  await officer.page.goto(`${server.address}/dang-nhap`);
  await officer.page.locator('.sign-in-demo-role').getByText('Cán bộ MTTQ', { exact: true }).tap();
  await officer.page.locator('.account-button').waitFor();
  await officer.page.goto(`${server.address}/viec-cua-toi`);
  await officer.tab('Máy này').tap();
  const chooser = officer.page.locator('.field-device input[type=file]');
  for (let time = 0; time < 2; time += 1) {
    await chooser.setInputFiles(file);
    await expect(officer.page.getByText('Đã nhận 1 mục')).toBeVisible();
  }
  await expect(officer.status).toContainText('Không còn mục nào chờ gửi.');
  await officer.tab('Chờ duyệt').tap();
  await expect(officer.records.filter({ hasText: 'Đưa bằng tệp' })).toHaveCount(1);
  await office.close();

  // The phone finds its signal after all: what it sends is there already.
  line.mend();
  await context.setOffline(false);
  await page.goto(`${line.address}/viec-cua-toi`);
  await expect(field.status).toContainText('Không còn mục nào chờ gửi.');
  await field.tab('Việc đã ghi').tap();
  await expect(field.records.filter({ hasText: 'Đưa bằng tệp' })).toHaveCount(1);
});

test('two phones of one account on the same road: both records stand', async ({ page, browser }) => {
  const one = new FieldPage(page, server.address);
  await one.enterAs('Hội Cựu chiến binh');
  const second = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const other = new FieldPage(await second.newPage(), server.address);
  await other.enterAs('Hội Cựu chiến binh');
  const name = (await one.cards.last().locator('strong').textContent()) ?? '';
  for (const [phone, note] of [
    [one, 'Máy thứ nhất'],
    [other, 'Máy thứ hai'],
  ] as const) {
    await phone.cards.filter({ hasText: name }).last().tap();
    await phone.page.getByRole('button', { name: 'Hôm nay đã chăm sóc' }).tap();
    await phone.line('Ghi chú').tap();
    await phone.page.getByRole('textbox').fill(note);
    await phone.page.getByRole('button', { name: 'Xong' }).tap();
    await phone.write();
    await expect(phone.page.locator('.field-where')).toContainText('Đã gửi về xã');
  }
  await one.backToList();
  await one.tab('Việc đã ghi').tap();
  for (const note of ['Máy thứ nhất', 'Máy thứ hai'])
    await expect(one.records.filter({ hasText: note })).toContainText(name);
  await second.close();
});
