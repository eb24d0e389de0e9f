import { LAST_DAY } from '../../support/sample-folder.ts';
import { linkTo, standsAlone } from '../driver/at-the-middle.ts';
import { type Hamlet, type Place, planFigure, rowsOf } from '../driver/figures.ts';
import { holdDay } from '../driver/hold-day.ts';
import { MapKeyboard } from '../driver/map-keyboard.ts';
import { expect, test } from '../fixtures.ts';

const JUNE = '2026-06-30';

test.describe('while the rows of another day are on their way', () => {
  test('figures, lists, table and legend keep the last day, say which it is, and change all at once', async ({
    commune,
  }) => {
    const { page, overview, table } = commune;
    const [june, october] = await Promise.all(
      [JUNE, LAST_DAY].map((day) => planFigure(commune.address, day)),
    );
    const hamlets = await rowsOf<Hamlet>(commune.address, 'hamlets_at', { as_of: LAST_DAY });
    await commune.open(`/?as_of=${LAST_DAY}&table=hamlets`);
    await expect(table.rows).toHaveCount(hamlets.length);
    const toPush = await overview.toPush.allTextContents();
    const line = await holdDay(page, JUNE);

    await overview.goToDay('30/06/2026');

    await expect(overview.stillShown).toHaveText(
      'Đang tải số liệu ngày 30/06/2026… Vẫn đang hiện số liệu ngày 31/10/2026.',
    );
    await expect(overview.answer).toHaveText(october ?? '');
    await expect(overview.root.getByText('ngày 31/10/2026')).toBeVisible();
    expect(await overview.toPush.allTextContents()).toEqual(toPush);
    await expect(table.rows).toHaveCount(hamlets.length);
    await expect(page.locator('.legend-card-source')).toContainText('31/10/2026');
    await expect(page.locator('.map-page')).toHaveAttribute('data-coming', JUNE);

    line.release();

    await expect(overview.answer).toHaveText(june ?? '');
    await expect(overview.stillShown).toBeHidden();
    await expect(page.locator('.legend-card-source')).toContainText('30/06/2026');
    await expect(overview.root.getByText('ngày 31/10/2026')).toBeHidden();
  });

  test('the map keeps what stood on the last day, and it can still be picked', async ({ commune }) => {
    const [then, now] = await Promise.all(
      [JUNE, LAST_DAY].map((day) => rowsOf<Place>(commune.address, 'waste_points_at', { as_of: day })),
    );
    const later = (now ?? []).filter(({ id }) => !then?.some((point) => point.id === id));
    const point = standsAlone(later, now ?? []);
    await commune.open(linkTo(point.geometry.coordinates, { asOf: LAST_DAY, layers: 'waste-points' }));
    await commune.map.settled();
    const line = await holdDay(commune.page, JUNE);
    await commune.overview.goToDay('30/06/2026');
    await expect(commune.overview.stillShown).toBeVisible();

    await commune.map.pressMiddle();
    await expect(commune.detailOf(point.name)).toContainText('31/10/2026');

    line.release();
    await expect(commune.page.getByText('Ngày 30/06/2026 chưa có hoặc không còn mục này')).toBeVisible();
    await commune.page.keyboard.press('Escape');
    await commune.map.settled();
    const keyboard = new MapKeyboard(commune.page);
    await keyboard.canvas.focus();
    await keyboard.press('Enter');
    await expect(keyboard.said).toHaveText('Không có gì ở giữa bản đồ');
  });

  test('somebody who signs in meanwhile is shown nothing of what was there before', async ({ commune }) => {
    await commune.open(`/?as_of=${LAST_DAY}`);
    // There must be a day to keep showing.
    await expect(commune.overview.answer).toHaveText(await planFigure(commune.address, LAST_DAY));
    const line = await holdDay(commune.page, JUNE);
    await commune.overview.goToDay('30/06/2026');
    await expect(commune.overview.stillShown).toBeVisible();

    await commune.session.enterAs('Công an xã');

    await expect(commune.overview.day).toHaveValue('30/06/2026');
    await expect(commune.overview.answer).toBeHidden();
    await expect(commune.overview.stillShown).toBeHidden();
    line.release();
    await expect(commune.overview.answer).toHaveText(await planFigure(commune.address, JUNE));
  });
});
