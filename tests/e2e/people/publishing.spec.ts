import { barriers } from '../driver/barriers.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test('police look a closed quarter over and publish it, and leaders read it on the map', async ({ page }) => {
  const map = new CommunePage(page, server.address);
  await map.open();
  await map.session.enterAs('Công an xã');
  await page.goto(`${server.address}/cong-bo`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Công bố số liệu an ninh');
  const row = page.getByRole('row').filter({ hasText: 'Quý III/2026' });
  await expect(row).toContainText('chưa công bố');
  await row.getByRole('button').click();
  const table = page.getByRole('table');
  await expect(table).toContainText('Giữ lại: 0–4 vụ việc');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố', exact: true }).click();
  await expect(page.getByText('Đã công bố Quý III/2026.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Công bố', exact: true })).toHaveCount(0);
  const [name, count] = await table.getByRole('row').nth(1).getByRole('cell').allTextContents();
  await page.goto(server.address);
  await map.session.leave();

  await map.session.enterAs('Lãnh đạo xã');
  await page.goto(
    `${server.address}/?layers=hamlets,published-incidents&table=published-incidents&as_of=2026-10-31`,
  );
  await map.overview.answer.waitFor();
  const shown = page.getByRole('row').filter({ hasText: (name ?? '').replace(/ \(.*/, '') });
  await expect(shown).toContainText(count ?? '');
  await expect(page.getByRole('row').filter({ hasText: 'giữ lại (0–4)' }).first()).toBeVisible();
});

test('who is not police finds no way to the counts before their release', async ({ page }) => {
  const map = new CommunePage(page, server.address);
  await map.open();
  await map.session.enterAs('Quản trị');
  await page.goto(`${server.address}/cong-bo`);
  await expect(page.getByText('Trang này dành cho Công an xã')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});
