import type { Page } from '@playwright/test';
import { barriers } from '../driver/barriers.ts';
import { expect, test } from '../fixtures.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

for (const [size, viewport] of Object.entries({
  'at a desk': { width: 1366, height: 768 },
  'on a phone': { width: 390, height: 844 },
})) {
  test.describe(`axe finds no barrier ${size}`, () => {
    test.use({ viewport, hasTouch: size === 'on a phone' });

    test('at the doors: sign-in, one-time code, set-up', async ({ commune }) => {
      const { page } = commune;
      await page.goto(`${commune.address}/dang-nhap`);
      await commune.session.demoAccounts.waitFor();
      await page.keyboard.press('Enter');
      expect(await barriers(page), 'sign-in').toEqual([]);
      await page.getByRole('button', { name: 'Có mã một lần? Nhập mã' }).click();
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.getByText('Mã gồm 16 chữ và số. Hãy xem lại.').waitFor();
      expect(await barriers(page), 'one-time code').toEqual([]);
      await page.goto(`${commune.address}/thiet-lap`);
      await heading(page, 'Hãy đăng nhập để tiếp tục').waitFor();
      expect(await barriers(page), 'set-up').toEqual([]);
    });

    test('in the rooms of an administrator, with a form open in each', async ({ commune }) => {
      const { page } = commune;
      await page.goto(`${commune.address}/dang-nhap`);
      await commune.session.pickDemoAccount('Quản trị');

      await page.goto(`${commune.address}/thanh-vien`);
      await page.locator('.room-table').waitFor();
      expect(await barriers(page), 'members').toEqual([]);
      await page.getByRole('button', { name: 'Thêm thành viên' }).click();
      expect(await barriers(page), 'a member').toEqual([]);

      await page.goto(`${commune.address}/to-chuc`);
      await page.locator('.room-table').waitFor();
      await page.getByRole('button', { name: 'Sửa Hội Cựu chiến binh' }).click();
      expect(await barriers(page), 'an organization').toEqual([]);
      await page.keyboard.press('Escape');
      expect(await barriers(page), 'organizations').toEqual([]);

      await page.goto(`${commune.address}/sao-luu`);
      await page.getByRole('button', { name: 'Tải bản sao lưu' }).waitFor();
      expect(await barriers(page), 'backup').toEqual([]);

      await page.goto(`${commune.address}/quy-dinh`);
      await page.getByRole('button', { name: 'Thêm phiên bản mới' }).first().click();
      expect(await barriers(page), 'settings').toEqual([]);

      await page.goto(`${commune.address}/nhat-ky`);
      await page.locator('.changes-act').first().waitFor();
      expect(await barriers(page), 'change log').toEqual([]);

      await page.goto(`${commune.address}/thiet-lap`);
      await heading(page, 'Thôn').waitFor();
      expect(await barriers(page), 'data').toEqual([]);
    });
  });
}

test('with the keyboard alone: from the map into a room, into a form, out again and back', async ({
  commune,
}) => {
  const { page } = commune;
  await page.goto(`${commune.address}/dang-nhap`);
  await commune.session.pickDemoAccount('Quản trị');

  await commune.session.account('Quản trị').focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Thành viên');
  await page.keyboard.press('Enter');
  await heading(page, 'Thành viên').waitFor();
  await page.locator('.room-table').waitFor();

  await tabTo(page, 'Thêm thành viên');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await tabTo(page, 'Họ và tên');
  await page.keyboard.type('Nguyễn Thị Hoa');
  await expect(dialog.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Hoa');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Thêm thành viên' })).toBeFocused();

  for (let step = 0; step < 3 && !(await isOn(page, 'Về bản đồ')); step += 1) {
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await commune.overview.answer.waitFor();
});

test.describe('who may not enter', () => {
  test('a visitor is told for whom a room is, and comes back to it by signing in', async ({ commune }) => {
    const { page } = commune;
    await page.goto(`${commune.address}/nhat-ky`);
    await expect(page.getByText('Trang này dành cho quản trị, cán bộ MTTQ, lãnh đạo xã')).toBeVisible();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await commune.session.pressDemoAccount('Lãnh đạo xã');
    await page.locator('.changes-act').first().waitFor();
  });

  test('an association is told so, and has no way to sign in twice', async ({ commune }) => {
    const { page } = commune;
    await page.goto(`${commune.address}/dang-nhap`);
    await commune.session.pickDemoAccount('Hội Cựu chiến binh');
    await page.goto(`${commune.address}/to-chuc`);
    await expect(page.getByText('Trang này dành cho người quản trị và cán bộ MTTQ của xã.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Đăng nhập' })).toHaveCount(0);
  });
});

/** Whether the keyboard is on what is called so: a button's words, or a field's label. */
function isOn(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const on = document.activeElement;
    const label = on instanceof HTMLInputElement ? on.labels?.[0] : on;
    return label?.textContent?.trim() === wanted;
  }, name);
}

/** Presses Tab until the keyboard is there. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    if (await isOn(page, name)) return;
    await page.keyboard.press('Tab');
  }
  expect(await isOn(page, name), `the keyboard reaches "${name}"`).toBe(true);
}
