import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { keeperAt, RecordForm } from '../driver/record-form.ts';
import { Table } from '../driver/table.ts';
import { expect, test } from '../fixtures.ts';

// The refusal of a note that names somebody's vehicle.
test.use({ allowedProblems: /status of 422/ });

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test('police record an incident, with a note that names nobody; the link to the form opens nothing for a leader', async ({
  page,
  browser,
}) => {
  const { commune, form } = await keeperAt(page, server.address, { as: 'Công an xã' });
  await form.add('Ghi vụ việc');
  const link = page.url();
  await form.field('Loại vụ việc').selectOption({ label: 'Trộm cắp' });
  await form.press([120, -40]);
  await form.field('Ghi chú riêng của Công an (nếu có)').fill('Bỏ chạy bằng xe 15-B1 123.45');
  await form.button('Ghi lại').click();
  await expect(form.root).toContainText('Có số giống biển số xe. Hãy bỏ số ấy đi rồi lưu lại.');
  await form.field('Ghi chú riêng của Công an (nếu có)').fill('Bỏ chạy về phía chợ');
  await form.field('Độ chính xác vị trí (nếu có)').selectOption({ label: 'trong vòng 50 m' });
  await form.save();
  await expect(commune.page.locator('.side-panel')).toContainText('Trộm cắp');
  await expect(commune.page.locator('.side-panel')).toContainText('Bỏ chạy về phía chợ');

  // A file of incidents names in every row who took it out.
  await commune.page.locator('.side-panel').getByRole('button', { name: 'Xem trong bảng' }).click();
  const file = await new Table(page).save('CSV');
  const [titles, ...rows] = file.bytes.toString('utf8').trim().split('\r\n');
  expect(titles).toMatch(/;Người tải;Tải lúc$/);
  expect(rows.length).toBeGreaterThan(50);
  expect(
    rows.filter((row) => !/;Công an xã[^;]*;\d\d:\d\d [^;]+$|;Công an xã[^;]*;[^;]*\d\d:\d\d$/.test(row)),
  ).toEqual([]);

  // What is begun and not sent does not outlast the person's leaving.
  await form.add('Ghi vụ việc');
  await form.press([140, -40]);
  await expect(form.button('Lùi một bước')).toBeEnabled();
  const kept = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('record:')));
  expect(await kept()).toHaveLength(1);
  await commune.session.leave();
  await expect.poll(kept).toEqual([]);

  const other = await browser.newContext();
  const leader = new CommunePage(await other.newPage(), server.address);
  await leader.open();
  await leader.session.enterAs('Lãnh đạo xã');
  await leader.page.goto(link);
  await leader.overview.answer.waitFor();
  await leader.map.settled();
  await expect(new RecordForm(leader.page).root).toHaveCount(0);
  await expect(new RecordForm(leader.page).addButton).toHaveCount(0);
  await expect(leader.page.locator('.side-panel')).toHaveCount(0);
  await other.close();
});
