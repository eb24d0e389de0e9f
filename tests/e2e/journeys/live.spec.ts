import { LAST_DAY } from '../../support/sample-folder.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { OwnServer } from '../driver/own-server.ts';
import { SettingsPage } from '../driver/settings-page.ts';
import { test as base, expect } from '../fixtures.ts';

const test = base.extend<{ own: OwnServer; commune: CommunePage }>({
  own: async ({ browserName: _ }, use) => {
    const own = await OwnServer.withSample();
    await use(own);
    await own.dispose();
  },
  commune: async ({ page, own }, use) => {
    await use(new CommunePage(page, own.address));
    // What the map still asks for is not to meet a server that went.
    await page.goto('about:blank');
  },
});

// How long it takes is measured by `npm run bench -- live`. Here it comes well before the 20 seconds after which a
// page that hears nothing would ask by itself.
test('what somebody saves shows on another screen without a reload, and undone it is gone again', async ({
  browser,
  commune,
  own,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}`);
  const before = (await commune.overview.answer.textContent()) ?? '';
  await commune.page.evaluate(() => document.body.setAttribute('data-same-page', ''));

  const elsewhere = await browser.newContext({ reducedMotion: 'reduce' });
  const officer = new CommunePage(await elsewhere.newPage(), own.address);
  await officer.open();
  await officer.session.enterAs('Cán bộ MTTQ');
  await officer.page.goto(`${own.address}/quy-dinh`);
  await new SettingsPage(officer.page).wantRoads('2', '01/01/2026');
  await expect(commune.overview.answer).not.toHaveText(before);

  await officer.page.goto(`${own.address}/nhat-ky`);
  await officer.page.getByRole('button', { name: /Thêm phiên bản quy định/ }).click();
  await officer.page.getByRole('button', { name: 'Hoàn tác lần thay đổi này' }).click();
  await officer.page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(officer.page.getByText('Đã hoàn tác 1 thay đổi.')).toBeVisible();
  await expect(commune.overview.answer).toHaveText(before);
  await expect(commune.page.locator('body')).toHaveAttribute('data-same-page', '');
  await elsewhere.close();
});
