import { LAST_DAY } from '../../support/sample-folder.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { planFigure } from '../driver/figures.ts';
import { revokeSessions } from '../driver/revoke-sessions.ts';
import { DEMO_PASSWORD } from '../driver/session.ts';
import { expect, test } from '../fixtures.ts';

const ENDED = 'Phiên đăng nhập đã kết thúc';
// The browser itself writes refused requests on the console.
test.use({ allowedProblems: /Failed to load resource: the server responded with a status of 40[013]/ });

test.describe('a session that ends in the middle of work', () => {
  test('because it was revoked elsewhere, says so, and signing in again returns to the very same view', async ({
    commune,
  }) => {
    await commune.open(`/?as_of=${LAST_DAY}&model-roads.state=recognised`);
    await commune.session.enterAs('Lãnh đạo xã');
    await revokeSessions(commune.address, { email: 'leader@demo.vn', password: DEMO_PASSWORD });

    await commune.overview.goToDay('30/06/2026');

    await expect(commune.page.getByText(ENDED)).toBeVisible();
    // What the page asks by itself may meet the end first: then the day was typed into a page that went.
    if (commune.inLink('as_of') !== '2026-06-30') await commune.overview.goToDay('30/06/2026');
    await expect(commune.session.signInButton).toBeVisible();
    await expect(commune.overview.answer).toHaveText(await planFigure(commune.address, '2026-06-30'));

    await commune.page.getByRole('button', { name: 'Đăng nhập lại' }).click();
    await commune.session.pickDemoAccount('Lãnh đạo xã');
    expect(commune.inLink('as_of')).toBe('2026-06-30');
    expect(commune.inLink('model-roads.state')).toBe('recognised');
    await expect(commune.page.getByText(ENDED)).toHaveCount(0);
  });

  test('because it ran out and cannot be renewed, says so and goes on as a visitor’s', async ({
    commune,
  }) => {
    await commune.open(`/?as_of=${LAST_DAY}`);
    await commune.session.enterAs('Lãnh đạo xã');
    await commune.page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('xa-hanh-phuc') ?? '{}');
      const ended = { ...kept, expires_at: 1, expires_in: -1, refresh_token: 'no-more' };
      sessionStorage.setItem('xa-hanh-phuc', JSON.stringify(ended));
    });

    await commune.overview.goToDay('30/06/2026');

    await expect(commune.page.getByText(ENDED)).toBeVisible();
    await expect(commune.session.signInButton).toBeVisible();
    await expect(commune.overview.answer).toHaveText(await planFigure(commune.address, '2026-06-30'));
  });
});

test.describe('a second tab', () => {
  test('that signs out takes the first one with it', async ({ commune, context }) => {
    await commune.open();
    await commune.session.enterToStayAs('Lãnh đạo xã');
    const second = new CommunePage(await context.newPage(), commune.address);
    await second.open();
    await second.session.account('Lãnh đạo xã').waitFor();

    await second.session.leave();

    await expect(commune.session.signInButton).toBeVisible();
    await expect(commune.page.getByText(ENDED)).toBeVisible();
  });

  test('that signs in signs the first one in as well', async ({ commune, context }) => {
    await commune.open();
    const second = new CommunePage(await context.newPage(), commune.address);
    await second.open();

    await second.session.enterToStayAs('Hội Nông dân');

    await expect(commune.session.account('Hội Nông dân')).toBeVisible();
  });
});

test('a wrong password is said at the form, and what was typed stays', async ({ commune }) => {
  await commune.open();
  await commune.session.signInButton.click();
  const email = commune.page.getByRole('textbox', { name: 'Thư điện tử' });
  await email.fill('nobody@demo.vn');
  await commune.page.getByLabel('Mật khẩu', { exact: true }).fill('sai mật khẩu');

  await commune.page.keyboard.press('Enter');

  await expect(commune.page.getByRole('alert')).toContainText(
    'Số điện thoại, thư điện tử hoặc mật khẩu chưa đúng',
  );
  await expect(email).toHaveValue('nobody@demo.vn');
});
