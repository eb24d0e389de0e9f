import { LAST_DAY } from '../../support/sample-folder.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { planFigure } from '../driver/figures.ts';
import { OwnServer } from '../driver/own-server.ts';
import { test as base, expect } from '../fixtures.ts';

// One for the file: each test leaves the server at work, and the last one alone changes the data.
let own: OwnServer;
const test = base.extend<{ commune: CommunePage }>({
  commune: async ({ page }, use) => {
    await use(new CommunePage(page, own.address));
    // What the map still asks for is not to meet a server that went.
    await page.goto('about:blank');
  },
});
test.beforeAll(async () => {
  own = await OwnServer.withSample();
});
test.afterAll(() => own.dispose());

test.use({
  allowedProblems: /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|status of 40[13]/,
});

test('a server that goes away is said to be away, nothing on screen is lost, and its return mends the page', async ({
  commune,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}`);
  await commune.map.settled();
  const june = await planFigure(own.address, '2026-06-30');
  await own.goAway();

  await commune.overview.goToDay('30/06/2026');
  await expect(commune.page.getByText('Chưa kết nối được máy chủ')).toBeVisible();
  await expect(commune.overview.layer('Thôn')).toBeVisible();

  await own.comeBack();
  await expect(commune.page.getByText('Chưa kết nối được máy chủ')).toHaveCount(0);
  await expect(commune.overview.answer).toHaveText(june);
});

test('a server that is away when a file is wanted: the table says that nothing was saved, and why', async ({
  commune,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}&table=model-roads`);
  await commune.table.grid.waitFor();
  await commune.map.settled();
  await own.goAway();

  await commune.page.getByRole('button', { name: 'Tải về' }).click();
  await commune.page.getByRole('button', { name: 'Tải tệp' }).click();

  await expect(commune.page.getByText('Chưa tạo được tệp.')).toBeVisible();
  await own.comeBack();
});

test('a member made inactive while signed in is told so, and sees no more than a visitor', async ({
  commune,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}`);
  await commune.session.enterAs('Công an xã');
  await commune.overview.layer('Điểm nóng an ninh').click();
  await expect(commune.overview.besideLayer('Điểm nóng an ninh')).toHaveText(/^[1-9]\d*$/);
  await commune.map.settled();
  await own.change("update app.members set active = false where role = 'police'");

  await commune.overview.goToDay('30/06/2026');

  await expect(commune.page.getByText('Tài khoản này đã ngừng hoạt động')).toBeVisible();
  await expect(commune.session.signInButton).toBeVisible();
  await expect(commune.overview.layer('Điểm nóng an ninh')).toBeDisabled();
});
