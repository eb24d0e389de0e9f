import { LAST_DAY } from '../../support/sample-folder.ts';
import { linkTo, standsAlone } from '../driver/at-the-middle.ts';
import { drawingContextOf } from '../driver/drawing-context.ts';
import { type Place, rowsOf } from '../driver/figures.ts';
import { expect, test } from '../fixtures.ts';

const LOST = 'Bản đồ vừa tạm dừng';

test.describe('a map whose drawing context is taken away', () => {
  test('says so, while lists, filters, details and table go on', async ({ commune }) => {
    await commune.open(`/?as_of=${LAST_DAY}&table=hamlets`);
    await commune.map.settled();

    await (await drawingContextOf(commune.page)).takeAway();

    const fault = commune.page.getByRole('status').filter({ hasText: LOST });
    await expect(fault).toContainText('Danh sách và bảng vẫn dùng được');
    const name = (await commune.table.rows.nth(1).getByRole('rowheader').textContent()) ?? '';
    await commune.table.rows.nth(1).click();
    await expect(commune.detailOf(name)).toBeVisible();
    await commune.filters.type('Thôn', 'Tìm theo tên', 'xuan');
    await expect(commune.table.count).toHaveText(/^\d+ trong \d+ dòng$/);
    await commune.overview.goToDay('30/06/2026');
    await expect(commune.overview.answer).toBeVisible();
    await expect(fault).toBeVisible();
  });

  test('draws and picks again by itself when it is given back, showing what was chosen meanwhile', async ({
    commune,
  }) => {
    const points = await rowsOf<Place>(commune.address, 'waste_points_at', { as_of: LAST_DAY });
    const point = standsAlone(points, points);
    await commune.open(linkTo(point.geometry.coordinates, { asOf: LAST_DAY, layers: 'hamlets' }));
    await commune.map.settled();
    const context = await drawingContextOf(commune.page);
    await context.takeAway();
    await expect(commune.page.getByText(LOST)).toBeVisible();
    await commune.overview.layer('Điểm rác và thu gom').click();
    await commune.overview.layer('Thôn').click();

    await context.giveBack();

    await expect(commune.page.getByText(LOST)).toHaveCount(0);
    await commune.map.pressMiddle();
    await expect(commune.detailOf(point.name)).toBeVisible();
    expect(commune.inLink('selected')).toBe(`waste-points:${point.id}`);
  });
});
