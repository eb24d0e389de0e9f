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
  },
});

test('what somebody saves shows on another screen within two seconds, without a reload, and undone it is gone again', async ({
  browser,
  commune,
  own,
}) => {
  test.setTimeout(120_000);
  await commune.open(`/?as_of=${LAST_DAY}`);
  const before = (await commune.overview.answer.textContent()) ?? '';
  await commune.page.evaluate(() => document.body.setAttribute('data-same-page', ''));

  const elsewhere = await browser.newContext({ reducedMotion: 'reduce' });
  const officer = new CommunePage(await elsewhere.newPage(), own.address);
  await officer.open();
  await officer.session.enterAs('Cán bộ MTTQ');
  await officer.page.goto(`${own.address}/quy-dinh`);
  const settings = new SettingsPage(officer.page);
  const shown = commune.page.waitForFunction(
    (words) => {
      const answer = [...document.querySelectorAll('.overview *')].find(
        ({ children, textContent }) => children.length === 0 && /^\d+ \/ \d+$/.test(textContent ?? ''),
      );
      return answer && answer.textContent !== words ? Date.now() : false;
    },
    before,
    { polling: 20 },
  );
  const saved = officer.page
    .waitForResponse((response) => response.url().endsWith('/rpc/save_setting') && response.ok())
    .then(() => Date.now());
  await settings.wantRoads('2', '01/01/2026');
  const took = ((await (await shown).jsonValue()) as number) - (await saved);
  expect(took).toBeLessThanOrEqual(2000);

  await officer.page.goto(`${own.address}/nhat-ky`);
  await officer.page.getByRole('button', { name: /Thêm phiên bản quy định/ }).click();
  await officer.page.getByRole('button', { name: 'Hoàn tác lần thay đổi này' }).click();
  await officer.page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(officer.page.getByText('Đã hoàn tác 1 thay đổi.')).toBeVisible();
  await expect(commune.overview.answer).toHaveText(before);
  await expect(commune.page.locator('body')).toHaveAttribute('data-same-page', '');
  await elsewhere.close();
});
