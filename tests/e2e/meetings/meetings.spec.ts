import { LAST_DAY } from '../../support/sample-folder.ts';
import { barriers } from '../driver/barriers.ts';
import { leaderToken, makeMeeting, PresentationScreen, readAs } from '../driver/meeting-desk.ts';
import { expect, test } from '../fixtures.ts';

type Meeting = { id: string; state: string };
let token: string;
let held: string;
test.beforeAll(async ({ sample }) => {
  token = await leaderToken(sample);
  const [meeting] = await readAs<Meeting>(sample, token, 'meetings?state=eq.held');
  held = meeting?.id ?? '';
});
test.beforeEach(async ({ commune }) => {
  await commune.open(`/?as_of=${LAST_DAY}`);
  await commune.session.enterAs('Lãnh đạo xã');
  await commune.session.account('Lãnh đạo xã').waitFor();
});

test.describe('where a field is left empty at first', () => {
  // The server refuses it, which the browser puts on the console.
  test.use({ allowedProblems: /status of 422/ });

  test('a view of the map becomes a scene of the next meeting', async ({ commune: { page } }) => {
    await page.getByRole('button', { name: 'Thêm vào cuộc họp' }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByText('thôn đạt chỉ tiêu')).toBeVisible();
    await form.getByRole('button', { name: 'Thêm cảnh' }).click();
    await expect(form.getByText('Hãy ghi ô này.')).toBeVisible();
    await form.getByLabel('Tiêu đề').fill('Thôn nào còn thiếu');
    await form.getByRole('button', { name: 'Thêm cảnh' }).click();
    await page.getByRole('button', { name: 'Mở cuộc họp' }).click();
    await expect(page.getByRole('heading', { name: 'Cuộc họp' })).toBeVisible();
    await expect(page.getByText('Thôn nào còn thiếu')).toBeVisible();
    // What earlier meetings left open stands above.
    await expect(page.getByText('Xuân Chiếng chọn xong tuyến')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
});

test('scenes are put into another order by buttons and by keys', async ({ commune: { page }, sample }) => {
  const meeting = await makeMeeting(sample, token, ['?layers=hamlets', '?layers=roads']);
  await page.goto(`${sample}/cuoc-hop?scene=${meeting.id}:1`);
  const titles = page.locator('.scene-list strong');
  await expect(titles).toHaveText(['Cảnh thử 1', 'Cảnh thử 2']);
  await page.getByRole('button', { name: 'Đưa xuống: Cảnh thử 1' }).click();
  await expect(titles).toHaveText(['Cảnh thử 2', 'Cảnh thử 1']);
  await page.getByRole('button', { name: 'Đưa lên: Cảnh thử 1' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(titles).toHaveText(['Cảnh thử 1', 'Cảnh thử 2']);
  // Pressed faster than the server answers, no press is lost.
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(titles).toHaveText(['Cảnh thử 2', 'Cảnh thử 1']);
  await page.reload();
  await expect(titles).toHaveText(['Cảnh thử 2', 'Cảnh thử 1']);
});

test('a presenter turns scenes by keys and fingers, and sees what was corrected', async ({
  commune: { page },
  sample,
}) => {
  const screen = new PresentationScreen(page);
  await screen.open(sample, held);
  await screen.isAt(1, 4);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await screen.isAt(2, 4);
  await expect(page.getByText('Đã sửa sau ngày chốt')).toBeVisible();
  await page.keyboard.press('End');
  await screen.isAt(4, 4);
  await page.keyboard.press('PageDown');
  await screen.isAt(4, 4);
  await page.keyboard.press('ArrowLeft');
  await screen.isAt(3, 4);
  await page.keyboard.press('Home');
  await screen.isAt(1, 4);
  await screen.swipe(500, 300);
  await screen.isAt(2, 4);
  await screen.swipe(300, 500);
  await screen.isAt(1, 4);
});

test('the same ground and the same layers stand on a laptop, a projector and a 4:3 beamer', async ({
  commune: { page },
  sample,
}) => {
  const screen = new PresentationScreen(page);
  const meeting = await makeMeeting(sample, token, ['?layers=hamlets,model-roads']);
  const legends: string[] = [];
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(viewport);
    await screen.open(sample, meeting.id);
    const [west = 0, south = 0, east = 0, north = 0] = await screen.ground();
    // The scene's ground is 106.59 to 106.66 and 20.70 to 20.75: all of it in sight, in the middle, and as large as
    // the map's smaller side lets it be (24 pixels of a drawing at least 400 high or wide are left free on each).
    expect(west).toBeLessThan(106.59);
    expect(south).toBeLessThan(20.7);
    expect(east).toBeGreaterThan(106.66);
    expect(north).toBeGreaterThan(20.75);
    expect((west + east) / 2).toBeCloseTo(106.625, 3);
    expect((south + north) / 2).toBeCloseTo(20.725, 3);
    expect(Math.max(0.07 / (east - west), 0.05 / (north - south))).toBeGreaterThan(0.85);
    legends.push((await page.locator('.scene-legend').textContent()) ?? '');
  }
  expect(new Set(legends).size).toBe(1);
});

test('a scene whose layer and picked hamlet are gone says so and shows the rest', async ({
  commune: { page },
  sample,
}) => {
  const gone = '01990000-0000-7000-8000-0000000000ff';
  const meeting = await makeMeeting(sample, token, [
    `?layers=hamlets,old-markets,incidents&selected=hamlets:${gone}`,
  ]);
  const screen = new PresentationScreen(page);
  await screen.open(sample, meeting.id);
  await expect(screen.missing).toHaveText([
    /Lớp "old-markets" không còn/,
    /Điểm nóng an ninh.*không trình chiếu/,
    /không còn trên bản đồ/,
  ]);
  await expect(page.locator('.scene-legend')).toContainText('Đạt');
});

test.describe('with the network cable out', () => {
  test.use({ allowedProblems: /ERR_INTERNET_DISCONNECTED/ });

  test('every scene is shown, and a conclusion waits until it can be sent', async ({
    commune: { page },
    context,
    sample,
  }) => {
    const screen = new PresentationScreen(page);
    await screen.open(sample, held);
    await page.locator('[data-kept="true"]').waitFor({ state: 'attached' });
    await context.setOffline(true);
    for (const position of [2, 3, 4]) {
      await page.keyboard.press('ArrowRight');
      await screen.isAt(position, 4);
      await screen.settled();
      await expect(screen.missing).toHaveCount(0);
      await expect(page.locator('.scene-legend h2, .scene-legend .legend-unit').first()).toBeAttached();
    }
    const words = `Họp không mạng ${Date.now()}`;
    await page.keyboard.press('k');
    await page.getByLabel('Nội dung kết luận').fill(words);
    await page.getByRole('button', { name: 'Ghi', exact: true }).click();
    await expect(page.getByText('1 kết luận đang giữ ở máy này')).toBeVisible();
    await screen.isAt(4, 4);
    await context.setOffline(false);
    await expect(page.getByText('1 kết luận đang giữ ở máy này')).toHaveCount(0);
    const stored = await readAs<{ text: string; scene_id: string | null }>(
      sample,
      token,
      `conclusions?meeting_id=eq.${held}`,
    );
    expect(stored.filter(({ text }) => text === words)).toHaveLength(1);
  });
});

test('a scene of two days shows both, with a line between them that a key moves and that turns no scene', async ({
  commune: { page },
  sample,
}) => {
  const view = '?layers=hamlets,model-roads&compare_to=2026-03-31';
  const meeting = await makeMeeting(sample, token, [view, '?layers=hamlets']);
  const screen = new PresentationScreen(page);
  await page.goto(`${sample}/trinh-chieu?scene=${meeting.id}:1`);
  const line = page.getByRole('slider', { name: 'Vạch so sánh hai ngày' });
  await expect(page.locator('.swipe-day-left')).toHaveText('31/03/2026');
  await expect(page.locator('.swipe-day-right')).toHaveText('31/10/2026');
  const before = await line.getAttribute('aria-valuenow');
  await line.press('ArrowRight');
  await expect(line).not.toHaveAttribute('aria-valuenow', before ?? '');
  await screen.isAt(1, 2);
});
