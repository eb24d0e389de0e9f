import { MapKeyboard } from '../driver/map-keyboard.ts';
import { OwnServer } from '../driver/own-server.ts';
import { keeperAt } from '../driver/record-form.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test.use({ allowedProblems: /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|status of 422/ });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('by touch: from the form to the map, a tap, and back to a form that kept everything', async ({
    page,
  }) => {
    const { commune, form } = await keeperAt(page, server.address);
    await form.addButton.tap();
    await page.getByRole('button', { name: 'Thêm điểm rác, thu gom' }).tap();
    await form.field('Tên').fill('Điểm ghi bằng điện thoại');
    await form.field('Loại điểm').selectOption({ index: 1 });
    await form.button('Xem trên bản đồ').tap();
    await expect(form.root).toBeHidden();
    await commune.map.settled();
    await page.touchscreen.tap(200, 420);
    await page.getByRole('button', { name: 'Về biểu mẫu' }).tap();
    await expect(form.root.getByText('Bấm vào chỗ khác trên bản đồ')).toBeVisible();
    await expect(form.field('Tên')).toHaveValue('Điểm ghi bằng điện thoại');
    await form.button('Ghi lại').tap();
    await expect(form.news).toContainText('Đã ghi: Điểm ghi bằng điện thoại');
  });
});

test('by keyboard alone: the middle of the map is the place', async ({ page }) => {
  const { commune, form } = await keeperAt(page, server.address);
  const keyboard = new MapKeyboard(page);
  await keyboard.goOnTo(form.addButton);
  await keyboard.press('Enter');
  await keyboard.goOnTo(page.getByRole('button', { name: 'Thêm điểm rác, thu gom' }));
  await keyboard.press('Enter');
  await keyboard.goOnTo(form.field('Tên'));
  await page.keyboard.type('Điểm ghi bằng bàn phím');
  await keyboard.goOnTo(form.field('Loại điểm'));
  await keyboard.press('ArrowDown');
  await keyboard.goBackTo(keyboard.canvas);
  await commune.map.settled();
  await keyboard.press('Enter');
  await expect(form.root.getByText('Bấm vào chỗ khác trên bản đồ')).toBeVisible();
  await keyboard.goOnTo(form.button('Ghi lại'));
  await keyboard.press('Enter');
  await expect(form.news).toContainText('Đã ghi: Điểm ghi bằng bàn phím');
});

test('a server that is away takes nothing from the form, and saves it when it is back', async ({ page }) => {
  const { form } = await keeperAt(page, server.address);
  await form.add('Thêm điểm rác, thu gom');
  await form.field('Tên').fill('Điểm ghi lúc mất mạng');
  await form.field('Loại điểm').selectOption({ index: 1 });
  await form.press([120, -40]);
  await server.goAway();
  await form.button('Ghi lại').click();
  const alert = form.root.getByRole('alert');
  await expect(alert).toContainText('Chưa ghi được: không liên lạc được máy chủ');
  await expect(alert).toContainText('Những gì đã điền vẫn còn');
  await expect(form.field('Tên')).toHaveValue('Điểm ghi lúc mất mạng');
  await server.comeBack();
  await form.save();
  await expect(form.news).toContainText('Đã ghi: Điểm ghi lúc mất mạng');
});
