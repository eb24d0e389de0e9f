import { LAST_DAY } from '../../support/sample-folder.ts';
import { shareOfColor } from '../driver/drawn-colors.ts';
import { rowsOf } from '../driver/figures.ts';
import { Indicators } from '../driver/indicators.ts';
import { Swipe } from '../driver/swipe.ts';
import { expect, test } from '../fixtures.ts';

type Figure = {
  hamlet_id: string;
  indicator: string;
  value: number | null;
  state: string;
  change: number | null;
};
type Total = {
  indicator: string;
  value: number;
  hamlets_reported: number;
  hamlets_met: number;
  hamlets_total: number;
};
type Labelled = { id: string; name: string; label_point: { coordinates: [number, number] } };

const WASTE = 'waste-sorting';
const NEW_YEAR = '2025-12-31';
const written = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });

test('another indicator: card, list, legend and table say the same as the server', async ({ commune }) => {
  const { page, table } = commune;
  const indicators = new Indicators(page);
  const rows = (await rowsOf<Figure>(commune.address, 'progress_at', { as_of: LAST_DAY })).filter(
    ({ indicator }) => indicator === WASTE,
  );
  const total = (await rowsOf<Total>(commune.address, 'progress_totals_at', { as_of: LAST_DAY })).find(
    ({ indicator }) => indicator === WASTE,
  );
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  await commune.open(`/?as_of=${LAST_DAY}&table=hamlets`);

  await indicators.chooser.selectOption({ label: 'Hộ phân loại rác tại nguồn' });

  expect(commune.inLink('indicator')).toBe(WASTE);
  await expect(indicators.card.locator('.answer-figure')).toContainText(
    `${written(total?.value ?? 0)}\u00a0%trên ${total?.hamlets_reported}/${total?.hamlets_total} thôn có số liệu`,
  );
  await expect(indicators.card).toContainText(`${total?.hamlets_met}/${total?.hamlets_total} thôn đạt`);
  await expect(indicators.card).toContainText('chưa xác nhận');
  await expect(indicators.legend).toContainText('Hộ phân loại rác tại nguồn (%)');
  await expect(indicators.legend.locator('.legend-item')).toContainText([
    new RegExp(`Đạt\\s*${count('met')}$`),
    new RegExp(`Đang thực hiện\\s*${count('on_the_way')}$`),
    new RegExp(`Chậm\\s*${count('behind')}$`),
    new RegExp(`Chưa có số liệu\\s*${count('not_reported')}$`),
    /Khu dân cư/,
  ]);
  await expect(commune.overview.toPush).toHaveCount(rows.length - count('met'));
  await table.sortBy('Hộ phân loại rác tại nguồn (%)');
  const shown = await table.shown();
  const column = shown[0]?.indexOf('Hộ phân loại rác tại nguồn (%)') ?? -1;
  const known = rows
    .flatMap(({ value }) => (value === null ? [] : [value]))
    .sort((one, other) => one - other);
  expect(shown.slice(1).map((cells) => cells[column])).toEqual([
    ...known.map((value) => `${written(value)}\u00a0%`),
    ...rows.filter(({ value }) => value === null).map(() => 'chưa có số liệu'),
  ]);
});

test('hamlets are drawn by the chosen indicator, and what nobody reported is hatched on paper', async ({
  commune,
}) => {
  const { page } = commune;
  const [rows, hamlets] = await Promise.all([
    rowsOf<Figure>(commune.address, 'progress_at', { as_of: LAST_DAY }),
    rowsOf<Labelled>(commune.address, 'hamlets_at', { as_of: LAST_DAY }),
  ]);
  // Of security areas another hamlet has met its target than of model roads: the colour is not the plan's own.
  const shareAt = async (code: string, state: string, color: readonly [number, number, number]) => {
    const found = rows.find((row) => row.indicator === code && row.state === state);
    const point = hamlets.find(({ id }) => id === found?.hamlet_id)?.label_point.coordinates;
    if (!point) throw new Error(`expected a hamlet that is ${state} by ${code}`);
    await page.goto(
      `${commune.address}/?as_of=${LAST_DAY}&indicator=${code}&layers=hamlets&at=${point[1].toFixed(5)},${point[0].toFixed(5)},16`,
    );
    await new Indicators(page).shown();
    await commune.map.settled();
    const box = await commune.map.root.boundingBox();
    if (!box) throw new Error('expected a map');
    return shareOfColor(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 + 90, half: 40 }, color);
  };
  // #cfe3d3, #ebc9bc and paper, #faf8f3.
  expect(await shareAt(WASTE, 'met', [0xcf, 0xe3, 0xd3])).toBeGreaterThan(0.5);
  expect(await shareAt('pesticide-tanks', 'behind', [0xeb, 0xc9, 0xbc])).toBeGreaterThan(0.5);
  const paper = await shareAt(WASTE, 'not_reported', [0xfa, 0xf8, 0xf3]);
  expect(paper).toBeGreaterThan(0.3);
  expect(paper).toBeLessThan(0.95);
});

test('up to four indicators as rings; the fifth is told why not; the link brings all back', async ({
  commune,
}) => {
  const { page } = commune;
  const indicators = new Indicators(page);
  await commune.open(`/?as_of=${LAST_DAY}`);
  await indicators.ringsChooser.locator('summary').click();
  for (const name of ['Hộ phân loại rác tại nguồn', 'Thôn không ma túy', 'Hòa giải thành', 'Thôn văn hóa']) {
    await indicators.ring(name).check();
  }
  expect(commune.inLink('rings')).toBe('waste-sorting,drug-free,conciliation,cultural-hamlets');

  await indicators.ring('Hộ đạt Gia đình văn hóa').click();

  await expect(indicators.ringsChooser.getByRole('status')).toContainText('chỉ đủ chỗ cho bốn vòng');
  await expect(indicators.ring('Hộ đạt Gia đình văn hóa')).not.toBeChecked();
  await expect(indicators.ringsLegend.getByRole('listitem')).toHaveCount(4);

  await page.reload();
  await expect(indicators.ringsLegend.getByRole('listitem')).toHaveText([
    /^Hộ phân loại rác tại nguồn/,
    /^Thôn không ma túy/,
    /^Hòa giải thành/,
    /^Thôn văn hóa/,
  ]);
  await commune.map.settled();
});

test('an indicator that is not known: says so and colours nothing', async ({ commune }) => {
  await commune.page.goto(`${commune.address}/?as_of=${LAST_DAY}&indicator=gone-away`);
  await expect(commune.page.getByText('Không có chỉ tiêu này').last()).toBeVisible();
  await expect(new Indicators(commune.page).legend).toContainText('Ranh giới thôn');
});

test.describe('two days side by side', () => {
  test('both are named, the line moves by keys and by the pointer, and the link brings them back', async ({
    commune,
  }) => {
    const { page } = commune;
    const swipe = new Swipe(page);
    await commune.open(`/?as_of=${LAST_DAY}`);
    await page.getByText('So với ngày khác').click();
    await page.getByRole('button', { name: 'Đầu năm' }).click();
    expect(commune.inLink('compare_to')).toBe(NEW_YEAR);
    await expect(swipe.days).toHaveText(['31/12/2025', '31/10/2026']);
    await swipe.settled();

    await swipe.line.focus();
    await page.keyboard.press('ArrowRight');
    await expect(swipe.line).toHaveAttribute('aria-valuenow', '52');
    await page.keyboard.press('Home');
    await expect(swipe.line).toHaveAttribute('aria-valuenow', '0');

    await page.keyboard.press('End');
    await swipe.dragTo(0.4);
    await expect(swipe.line).toHaveAttribute('aria-valuenow', '40');

    await page.reload();
    await expect(swipe.days).toHaveText(['31/12/2025', '31/10/2026']);
    await page.getByText('So với 31/12/2025').first().click();
    await page.getByRole('button', { name: 'Thôi so sánh' }).click();
    await expect(swipe.line).toBeHidden();
    expect(commune.inLink('compare_to')).toBeNull();
  });

  test('what changed is listed by hamlet as the server has it, and an entry leads to its place', async ({
    commune,
  }) => {
    const { page } = commune;
    const swipe = new Swipe(page);
    const [then, now] = await Promise.all(
      [NEW_YEAR, LAST_DAY].map((day) => rowsOf<Figure>(commune.address, 'progress_at', { as_of: day })),
    );
    const hamlets = await rowsOf<Labelled>(commune.address, 'hamlets_at', { as_of: LAST_DAY });
    // A hamlet of both days whose state turned by some indicator, with a name that is its alone.
    const hamlet = hamlets.find(
      ({ id, name }) =>
        hamlets.filter((other) => other.name === name).length === 1 &&
        now?.some((row) => {
          const old = then?.find((each) => each.hamlet_id === id && each.indicator === row.indicator);
          return row.hamlet_id === id && old !== undefined && old.state !== row.state;
        }),
    );
    await commune.open(`/?as_of=${LAST_DAY}&compare_to=${NEW_YEAR}`);

    const entry = swipe.list.getByRole('button', { name: hamlet?.name ?? '', exact: true });
    await entry.click();

    await expect(commune.detailOf(hamlet?.name ?? '')).toBeVisible();
    expect(commune.inLink('selected')).toBe(`hamlets:${hamlet?.id}`);
  });
});
