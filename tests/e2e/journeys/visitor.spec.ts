import { LAST_DAY } from '../../support/sample-folder.ts';
import { type Hamlet, planFigure, type Road, rowsOf } from '../driver/figures.ts';
import { expect, test } from '../fixtures.ts';

const AT_THE_END = `/?as_of=${LAST_DAY}`;

test.describe('a visitor of the sample commune', () => {
  test('reads the plan’s figure first, and that the data are a sample', async ({ commune }) => {
    await commune.open(AT_THE_END);

    await expect(commune.overview.answer).toHaveText(await planFigure(commune.address, LAST_DAY));
    await expect(commune.page.getByText('Dữ liệu mẫu', { exact: true })).toBeVisible();
  });

  test('sees who needs a push, and picks one of them', async ({ commune }) => {
    const hamlets = await rowsOf<Hamlet>(commune.address, 'hamlets_at', { as_of: LAST_DAY });
    await commune.open(AT_THE_END);
    await expect(commune.overview.toPush).toHaveCount(
      hamlets.filter(({ progress }) => progress !== 'met').length,
    );

    const first = commune.overview.toPush.first();
    const name = (await first.locator('.push-name').textContent()) ?? '';
    await first.click();

    await expect(commune.detailOf(name)).toBeVisible();
    expect(commune.inLink('selected')).toMatch(/^hamlets:/);
  });

  test('switches a layer off and on; the link follows', async ({ commune }) => {
    await commune.open();

    await commune.overview.layer('Nghĩa trang liệt sĩ').click();
    await expect(commune.overview.layer('Nghĩa trang liệt sĩ')).not.toBeChecked();
    expect(commune.inLink('layers')?.split(',')).not.toContain('cemeteries');

    await commune.overview.layer('Nghĩa trang liệt sĩ').click();
    await expect(commune.overview.layer('Nghĩa trang liệt sĩ')).toBeChecked();
    expect(commune.inLink('layers')).toBeNull();
  });

  test('goes back by the browser’s own button to what was there before', async ({ commune }) => {
    await commune.open();
    await commune.overview.layer('Nghĩa trang liệt sĩ').click();
    await expect(commune.overview.layer('Nghĩa trang liệt sĩ')).not.toBeChecked();

    await commune.page.goBack();

    await expect(commune.overview.layer('Nghĩa trang liệt sĩ')).toBeChecked();
  });

  test('sees last June as it was in June', async ({ commune }) => {
    const [june, october] = await Promise.all(
      ['2026-06-30', LAST_DAY].map((day) => planFigure(commune.address, day)),
    );
    expect(june, 'the sample commune got on between June and October').not.toBe(october);
    await commune.open(AT_THE_END);
    await expect(commune.overview.answer).toHaveText(october ?? '');

    await commune.overview.goToDay('30/06/2026');

    await expect(commune.overview.answer).toHaveText(june ?? '');
    expect(commune.inLink('as_of')).toBe('2026-06-30');
  });

  test('finds the hotspots closed, and why', async ({ commune }) => {
    await commune.open();

    await expect(commune.overview.layer('Điểm nóng an ninh')).toBeDisabled();
    await expect(commune.overview.besideLayer('Điểm nóng an ninh')).toHaveText('chỉ Công an');
  });
});

test.describe('filters', () => {
  test('count live, combine, stand in the link, and go by one press', async ({ commune }) => {
    const roads = await rowsOf<Road>(commune.address, 'model_roads_at', { as_of: LAST_DAY });
    const recognised = roads.filter(({ state }) => state === 'recognised');
    const ofWomen = recognised.filter(
      ({ organization_name }) => organization_name === 'Hội Liên hiệp Phụ nữ',
    );
    await commune.open(AT_THE_END);
    const count = commune.overview.besideLayer('Tuyến đường tự quản');
    await expect(count).toHaveText(String(roads.length));

    await commune.filters.choose('Tuyến đường tự quản', 'Trạng thái', 'Đã công nhận');
    await expect(count).toHaveText(`${recognised.length} trong ${roads.length}`);
    await commune.filters.choose('Tuyến đường tự quản', 'Đơn vị phụ trách', 'Hội Liên hiệp Phụ nữ');
    await expect(count).toHaveText(`${ofWomen.length} trong ${roads.length}`);
    expect(commune.inLink('model-roads.state')).toBe('recognised');

    await commune.filters.root.getByRole('button', { name: 'Bỏ hết bộ lọc' }).click();
    await expect(count).toHaveText(String(roads.length));
    expect(commune.inLink('model-roads.state')).toBeNull();
  });

  test('find a name whatever its diacritics', async ({ commune }) => {
    const hamlets = await rowsOf<Hamlet>(commune.address, 'hamlets_at', { as_of: LAST_DAY });
    const wanted = hamlets.filter(({ name }) => name.startsWith('Xuân'));
    expect(wanted.length).toBeGreaterThan(0);
    await commune.open(AT_THE_END);

    await commune.filters.type('Thôn', 'Tìm theo tên', 'XUAN');

    await expect(commune.overview.besideLayer('Thôn')).toHaveText(`${wanted.length} trong ${hamlets.length}`);
  });

  test('that find nothing say so, and one press clears them', async ({ commune }) => {
    await commune.open(AT_THE_END);
    await commune.filters.type('Thôn', 'Tìm theo tên', 'không có thôn này');
    await expect(commune.filters.root.getByText('Không có mục nào phù hợp')).toBeVisible();

    await commune.filters.root.getByRole('button', { name: 'Bỏ lọc lớp này' }).click();

    await expect(commune.overview.besideLayer('Thôn')).toHaveText(/^\d+$/);
  });
});

test('a link brings another person to the very same view', async ({ commune, browser }) => {
  await commune.open(AT_THE_END);
  await commune.overview.goToDay('30/06/2026');
  await commune.filters.choose('Tuyến đường tự quản', 'Trạng thái', 'Đã công nhận');
  await commune.overview.layer('Nghĩa trang liệt sĩ').click();
  await commune.overview.toPush.first().click();
  const name = (await commune.overview.toPush.first().locator('.push-name').textContent()) ?? '';
  await commune.map.settled();
  const before = await whatIsSeen(commune);

  const context = await browser.newContext();
  const { CommunePage } = await import('../driver/commune-page.ts');
  const other = new CommunePage(await context.newPage(), commune.address);
  const link = new URL(commune.page.url());
  await other.open(`${link.pathname}${link.search}`);
  await other.map.settled();

  await expect(other.detailOf(name)).toBeVisible();
  expect(await whatIsSeen(other)).toEqual(before);
  await context.close();

  async function whatIsSeen(page: typeof commune) {
    return {
      answer: await page.overview.answer.textContent(),
      day: await page.overview.day.inputValue(),
      roads: await page.overview.besideLayer('Tuyến đường tự quản').textContent(),
      cemeteries: await page.overview.layer('Nghĩa trang liệt sĩ').getAttribute('aria-checked'),
      link: new URL(page.page.url()).search,
    };
  }
});
