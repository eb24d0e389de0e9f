import type { ProgressRow } from '../../../src/data/progress.ts';
import { LAST_DAY } from '../../support/sample-folder.ts';
import { barriers, smallTargets } from '../driver/barriers.ts';
import { type Hamlet, rowsOf } from '../driver/figures.ts';
import { Scorecard } from '../driver/scorecard.ts';
import { expect, test } from '../fixtures.ts';

const ROADS = 'Thôn có tuyến đường tự quản kiểu mẫu';
const SORTING = 'Hộ phân loại rác tại nguồn';

/** What the server itself says of an indicator, by hamlet. */
async function figuresOf(address: string, indicator: string): Promise<Map<string, ProgressRow>> {
  const rows = await rowsOf<ProgressRow>(address, 'progress_at', { as_of: LAST_DAY });
  return new Map(rows.filter((row) => row.indicator === indicator).map((row) => [row.hamlet_id, row]));
}

test.describe('the matrix', () => {
  test('stands by how many targets are not met, and by any figure with the silent ones last', async ({
    commune,
  }) => {
    const scorecard = new Scorecard(commune.page);
    await scorecard.open(commune.address, `?as_of=${LAST_DAY}`);
    const rows = await rowsOf<ProgressRow>(commune.address, 'progress_at', { as_of: LAST_DAY });
    const unmet = new Map<string, number>();
    for (const { hamlet_id, state } of rows) {
      unmet.set(
        hamlet_id,
        (unmet.get(hamlet_id) ?? 0) + Number(state === 'behind' || state === 'on_the_way'),
      );
    }
    const shown = await scorecard.grid.locator('.matrix-unmet strong').allTextContents();
    expect(shown.map(Number)).toEqual([...unmet.values()].sort((one, other) => other - one));

    await scorecard.sortBy('Phân loại rác');

    const figures = [...(await figuresOf(commune.address, 'waste-sorting')).values()];
    const reported = figures.filter(({ state }) => state !== 'not_reported');
    expect(reported.length, 'the sample has a silent hamlet').toBeLessThan(figures.length);
    const cells = await scorecard.grid
      .getByRole('button', { name: `, ${SORTING}: ` })
      .evaluateAll((buttons) => buttons.map((button) => button.textContent ?? ''));
    const read = cells.map((words) => {
      const number = /([\d,]+)\s%$/.exec(words)?.[1];
      return number === undefined ? null : Number(number.replace(',', '.'));
    });
    const wanted = reported
      .map(({ value }) => Math.round(10 * (value ?? 0)) / 10)
      .sort((one, other) => one - other);
    expect(read).toEqual([...wanted, ...figures.slice(wanted.length).map(() => null)]);
    expect(cells.at(-1)).toMatch(/: chưa có số liệu$/);
  });

  test('is walked by arrow keys, and Enter opens what a figure rests on', async ({ commune }) => {
    const { page } = commune;
    const scorecard = new Scorecard(page);
    await scorecard.open(commune.address, `?as_of=${LAST_DAY}`);
    const [first = ''] = await scorecard.hamlets();
    await scorecard.grid.locator('[data-place="0 0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(scorecard.cell(first, SORTING)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(scorecard.evidence).toContainText(`${first} · ${SORTING}`);
    await page.keyboard.press('Escape');
    await expect(scorecard.evidence).toHaveCount(0);
    await expect(scorecard.cell(first, SORTING)).toBeFocused();
  });

  test('is exported with the day and the moment of its figures', async ({ commune }) => {
    const scorecard = new Scorecard(commune.page);
    await scorecard.open(commune.address, `?as_of=${LAST_DAY}`);
    const stamp = await commune.page.getByText(/^Số liệu tại ngày 31\/10\/2026, lấy lúc /).textContent();
    const at = /lấy lúc (.*)\.$/.exec(stamp ?? '')?.[1] ?? 'none';
    const lines = (await scorecard.saveCsv()).split('\r\n');
    expect(lines).toContain(`Số liệu tại ngày;${LAST_DAY}`);
    expect(lines).toContain(`Lấy lúc;${at}`);
    const hamlets = await rowsOf<Hamlet>(commune.address, 'hamlets_at', { as_of: LAST_DAY });
    // Titles, the hamlets, the commune, its targets, on how many hamlets it rests, day, moment, the end of the file.
    expect(lines).toHaveLength(hamlets.length + 7);
  });
});

test.describe('what a figure rests on', () => {
  test('names the roads, leads to one on the map and in the table, and back again', async ({ commune }) => {
    const { page, address } = commune;
    const figures = await figuresOf(address, 'model-roads');
    const [hamlet] = [...figures.values()].filter(({ state }) => state === 'met');
    const link = `?as_of=${LAST_DAY}&form=evidence:model-roads:${hamlet?.hamlet_id}`;
    const scorecard = new Scorecard(page);
    await scorecard.open(address, link);
    await expect(scorecard.evidence.getByRole('heading', { level: 2 })).toContainText(ROADS);
    const counted = scorecard.evidence.locator('li[data-counted="true"]');
    await expect(counted).toHaveCount(hamlet?.value ?? -1);
    const road = (await counted.first().locator('.evidence-title').textContent()) ?? '';

    await counted.first().getByRole('button', { name: 'Xem trên bản đồ' }).click();

    await expect(commune.detailOf(road)).toBeVisible();
    expect(commune.inLink('as_of')).toBe(LAST_DAY);
    expect(commune.inLink('selected')).toMatch(/^model-roads:/);
    expect(commune.inLink('form')).toBeNull();

    await page.goBack();
    await expect(counted).toHaveCount(hamlet?.value ?? -1);
    await counted.first().getByRole('button', { name: 'Xem trong bảng' }).click();
    await expect(commune.table.heading('Tuyến đường tự quản')).toBeVisible();
    await expect(commune.table.selectedRow).toContainText(road);
  });

  test('a report says when it was entered; by whom, only to those who are signed in', async ({ commune }) => {
    const { page, address } = commune;
    const figures = await figuresOf(address, 'waste-sorting');
    const [hamlet] = [...figures.values()].filter(({ state }) => state !== 'not_reported');
    const link = `?as_of=${LAST_DAY}&form=evidence:waste-sorting:${hamlet?.hamlet_id}`;
    const scorecard = new Scorecard(page);
    await scorecard.open(address, link);
    const report = scorecard.evidence
      .locator('li[data-counted="true"]')
      .filter({ hasText: /^Báo cáo tháng/ });
    await expect(report).toContainText(/Ghi lúc \d\d\/\d\d\/\d{4}/);
    await page.goto(`${address}/dang-nhap`);
    // Signing in leads back to the room.
    await commune.session.pressDemoAccount('Lãnh đạo xã');
    await scorecard.grid.waitFor();
    await scorecard.open(address, link);
    await expect(report).toContainText(/\S+ ghi lúc \d\d\/\d\d\/\d{4}/);
  });
});

test('the commune’s way is chosen by its total, is in the link, and can be read as a table', async ({
  commune,
}) => {
  const { page, address } = commune;
  const scorecard = new Scorecard(page);
  await scorecard.open(address, `?as_of=${LAST_DAY}`);
  await scorecard.grid.getByRole('button', { name: new RegExp(`^${SORTING}: `) }).click();
  await expect(page.getByRole('combobox', { name: 'Chỉ tiêu' })).toHaveValue('waste-sorting');
  expect(commune.inLink('indicator')).toBe('waste-sorting');
  await page.reload();
  await expect(page.getByRole('img', { name: `Biểu đồ ${SORTING}` })).toBeVisible();
  await page.getByText('Xem các số theo tháng').click();
  const months = page.locator('.trend-table tbody tr');
  await expect(months.first().getByRole('rowheader')).toHaveText('31/01/2026');
  const totals = await rowsOf<{ indicator: string; hamlets_reported: number }>(
    address,
    'progress_totals_at',
    { as_of: '2026-01-31' },
  );
  const january = totals.find(({ indicator }) => indicator === 'waste-sorting');
  await expect(months.first().getByRole('cell').last()).toHaveText(String(january?.hamlets_reported));
});

for (const [size, viewport] of Object.entries({
  'at a desk': { width: 1366, height: 768 },
  'on a phone': { width: 390, height: 844 },
})) {
  test.describe(size, () => {
    test.use({ viewport, hasTouch: size === 'on a phone' });

    test('axe finds no barrier in the scorecard and in what a figure rests on', async ({ commune }) => {
      const { page, address } = commune;
      const scorecard = new Scorecard(page);
      await scorecard.open(address, `?as_of=${LAST_DAY}`);
      await page.locator('.trend-chart svg').waitFor();
      expect(await barriers(page), 'scorecard').toEqual([]);
      if (size === 'on a phone') {
        await page.locator('.matrix-card summary').nth(1).click();
        expect(await smallTargets(page.locator('.cards'))).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      }
      await page
        .getByRole('button', { name: `, ${SORTING}` })
        .first()
        .click();
      await scorecard.evidence.locator('.evidence-list').first().waitFor();
      expect(await barriers(page), 'evidence').toEqual([]);
    });
  });
}
