import { LAST_DAY } from '../../support/sample-folder.ts';
import { linkTo, standsAlone } from '../driver/at-the-middle.ts';
import { barriers } from '../driver/barriers.ts';
import type { CommunePage } from '../driver/commune-page.ts';
import { drawingContextOf } from '../driver/drawing-context.ts';
import { type Cell, hotspotsOf, type Incident } from '../driver/figures-of-police.ts';
import { MapKeyboard } from '../driver/map-keyboard.ts';
import type { Watch } from '../driver/watch.ts';
import { expect, test } from '../fixtures.ts';

const HOTSPOTS = 'Điểm nóng an ninh';
/** Below it cells are drawn alone; from it on the places as well. */
const POINTS_FROM_ZOOM = 14;

test.describe('police on the map', () => {
  test('fetch what draws hotspots only when they switch the layer on, and read its classes', async ({
    commune,
    watched,
  }) => {
    const { incidents } = await hotspotsOf(commune.address, LAST_DAY);
    await enter(commune, `/?as_of=${LAST_DAY}`);
    await commune.map.settled();
    expect(deckOf(watched)).toEqual([]);
    await expect(legendOf(commune)).toHaveCount(0);

    await commune.overview.layer(HOTSPOTS).click();
    await expect(commune.overview.besideLayer(HOTSPOTS)).toHaveText(String(incidents.length));
    await commune.map.settled();

    expect(deckOf(watched)).toHaveLength(1);
    await legendOf(commune).locator('summary').first().click();
    await expect(legendOf(commune)).toContainText('01/11/2025');
    await expect(legendOf(commune).getByRole('listitem')).toHaveText([
      '1 vụ',
      '2–3 vụ',
      '4–6 vụ',
      'Từ 7 vụ',
      'tập trung hơn mức ngẫu nhiên',
      'thưa hơn mức ngẫu nhiên',
    ]);
    // Which cells stand out, and that it was tried how steady that is.
    await expect(legendOf(commune)).toContainText(/Thử 200 lần.* giữ kết luận/);
    await legendOf(commune)
      .getByText(/\d+ ô nổi bật/)
      .click();
    await expect(legendOf(commune).getByRole('row').nth(1)).toContainText(/tập trung.*\d+\/200 lần/);
    expect(await barriers(commune.page)).toEqual([]);
  });

  test('are told of no hot cell where too little happened', async ({ commune }) => {
    await enterWithHotspots(commune, '/?as_of=2024-11-30&layers=incidents');
    await legendOf(commune).locator('summary').first().click();
    await expect(legendOf(commune)).toContainText(/Chưa đủ dữ liệu để kết luận: còn thiếu \d+ vụ và \d+ ô/);
    await expect(legendOf(commune)).not.toContainText('ô nổi bật');
  });

  test('read in each cell how many incidents lie in it', async ({ commune }) => {
    const { incidents, cells } = await hotspotsOf(commune.address, LAST_DAY);
    const { cell, count } = fullest(incidents, cells);
    await enterWithHotspots(
      commune,
      linkTo(middleOf(cell), { asOf: LAST_DAY, layers: 'incidents', zoom: POINTS_FROM_ZOOM - 0.5 }),
    );

    await commune.map.pressMiddle();

    await expect(commune.map.root.locator('.commune-map-tip')).toContainText(`${count} vụ việc trong ô này`);
    expect(commune.inLink('selected'), 'a cell is no incident').toBeNull();
  });

  test('pick one incident near by; switched off it cannot be picked any more', async ({ commune }) => {
    const { incidents } = await hotspotsOf(commune.address, LAST_DAY);
    const incident = standsAlone(incidents, incidents);
    await enterWithHotspots(
      commune,
      linkTo(incident.geometry.coordinates, { asOf: LAST_DAY, layers: 'incidents' }),
    );

    await commune.map.pressMiddle();
    await expect(detail(commune)).toContainText(HOTSPOTS);
    expect(commune.inLink('selected')).toBe(`incidents:${incident.id}`);

    await commune.page.keyboard.press('Escape');
    await commune.overview.layer(HOTSPOTS).click();
    await commune.map.settled();
    await expect(legendOf(commune)).toHaveCount(0);
    await new MapKeyboard(commune.page).canvas.focus();
    await commune.page.keyboard.press('Enter');
    await expect(new MapKeyboard(commune.page).said).toHaveText('Không có gì ở giữa bản đồ');
    expect(commune.inLink('selected')).toBeNull();
  });

  test('have their hotspots back when the machine gives the drawing context back', async ({ commune }) => {
    const { incidents } = await hotspotsOf(commune.address, LAST_DAY);
    const incident = standsAlone(incidents, incidents);
    await enterWithHotspots(
      commune,
      linkTo(incident.geometry.coordinates, { asOf: LAST_DAY, layers: 'incidents' }),
    );
    await commune.map.settled();
    const context = await drawingContextOf(commune.page);
    await context.takeAway();
    await expect(commune.page.getByText('Bản đồ vừa tạm dừng')).toBeVisible();

    await context.giveBack();

    await expect(commune.page.getByText('Bản đồ vừa tạm dừng')).toHaveCount(0);
    await commune.map.pressMiddle();
    await expect.poll(() => commune.inLink('selected')).toBe(`incidents:${incident.id}`);
  });
});

test('the commune’s leader is offered no hotspots, and nothing that draws or reads them is asked for', async ({
  commune,
  watched,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}`);
  await commune.session.enterAs('Lãnh đạo xã');
  await commune.map.settled();

  await expect(commune.overview.layer(HOTSPOTS)).toBeDisabled();
  await expect(commune.overview.besideLayer(HOTSPOTS)).toHaveText('chỉ Công an');
  expect(watched.asked.filter((address) => /read_incidents|incident_cells/.test(address))).toEqual([]);
  expect(deckOf(watched)).toEqual([]);
});

async function enter(commune: CommunePage, link: string): Promise<void> {
  await commune.open(link);
  await commune.session.enterAs('Công an xã');
}

/** Signs in on a link with the hotspots in it, and waits until they are here; `settled` then waits for the drawing. */
async function enterWithHotspots(commune: CommunePage, link: string): Promise<void> {
  await enter(commune, link);
  await expect(commune.overview.besideLayer(HOTSPOTS)).toHaveText(/^\d+$/);
}

function legendOf(commune: CommunePage) {
  const title = commune.page.locator('summary').filter({ hasText: HOTSPOTS });
  return commune.page.locator('.legend-layer').filter({ has: title });
}

function detail(commune: CommunePage) {
  return commune.page.locator('.side-panel');
}

/** The scripts with deck.gl in them, each time they were asked for. */
function deckOf({ asked }: Watch): string[] {
  return asked.filter((address) => /\/deck-overlay-[^/]+\.js$/.test(address));
}

/** The cell with most incidents, and how many. */
function fullest(incidents: readonly Incident[], cells: readonly Cell[]): { cell: Cell; count: number } {
  const counted = cells
    .map((cell) => ({ cell, count: incidents.filter(({ cell_id }) => cell_id === cell.cell_id).length }))
    .toSorted((one, other) => other.count - one.count)[0];
  if (!counted) throw new Error('expected cells');
  return counted;
}

function middleOf({ geometry }: Cell): [number, number] {
  const corners = (geometry.coordinates[0] ?? []).slice(1);
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length;
  return [mean(0), mean(1)];
}
