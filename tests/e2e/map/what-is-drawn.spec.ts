import { LAST_DAY } from '../../support/sample-folder.ts';
import { distance, linkTo, standsAlone } from '../driver/at-the-middle.ts';
import type { CommunePage } from '../driver/commune-page.ts';
import { type Place, rowsOf } from '../driver/figures.ts';
import { MapKeyboard } from '../driver/map-keyboard.ts';
import { expect, test } from '../fixtures.ts';

const JUNE = '2026-06-30';

test.describe('the map draws', () => {
  test('what stood on the day it shows, and nothing that came later', async ({ commune }) => {
    const [then, now] = await Promise.all(
      [JUNE, LAST_DAY].map((day) => rowsOf<Place>(commune.address, 'waste_points_at', { as_of: day })),
    );
    const later = (now ?? []).filter(({ id }) => !then?.some((point) => point.id === id));
    const point = standsAlone(later, now ?? []);
    await commune.open(linkTo(point.geometry.coordinates, { asOf: JUNE, layers: 'waste-points' }));
    await expectNothingInTheMiddle(commune);

    await commune.overview.goToDay('31/10/2026');
    await expect(commune.overview.besideLayer('Điểm rác và thu gom')).toHaveText(String(now?.length));

    await expectInTheMiddle(commune, point);
  });

  test('only what the filters let through', async ({ commune }) => {
    const points = await rowsOf<Place>(commune.address, 'waste_points_at', { as_of: LAST_DAY });
    const house = standsAlone(
      points.filter(({ kind }) => kind === 'green_house'),
      points,
    );
    await commune.open(linkTo(house.geometry.coordinates, { asOf: LAST_DAY, layers: 'waste-points' }));
    await expectInTheMiddle(commune, house);
    await commune.page.keyboard.press('Escape');

    await commune.filters.choose('Điểm rác và thu gom', 'Loại điểm', 'Điểm tập kết rác');

    await expect(commune.overview.besideLayer('Điểm rác và thu gom')).toHaveText(/^\d+ trong \d+$/);
    await expectNothingInTheMiddle(commune);
  });

  test('what is picked in the table, wherever it stood before', async ({ commune }) => {
    const points = await rowsOf<Place>(commune.address, 'waste_points_at', { as_of: LAST_DAY });
    const [first] = points;
    const far = points.find(
      ({ name, geometry }) =>
        distance(geometry.coordinates, first?.geometry.coordinates ?? []) > 0.01 &&
        points.filter((other) => other.name === name).length === 1,
    );
    await commune.open(
      linkTo(first?.geometry.coordinates ?? [], {
        asOf: LAST_DAY,
        layers: 'waste-points',
        table: 'waste-points',
      }),
    );
    await commune.map.settled();

    await commune.table.row(far?.name ?? '').click();

    await expect
      .poll(() => distance(placeInLink(commune), far?.geometry.coordinates ?? []))
      .toBeLessThan(0.003);
  });
});

async function expectInTheMiddle(commune: CommunePage, { id, name }: Place): Promise<void> {
  await expect(await pressEnter(commune)).toHaveText(new RegExp(`^Đã chọn: ${name}`));
  expect(commune.inLink('selected')).toBe(`waste-points:${id}`);
}

async function expectNothingInTheMiddle(commune: CommunePage): Promise<void> {
  await expect(await pressEnter(commune)).toHaveText('Không có gì ở giữa bản đồ');
  expect(commune.inLink('selected')).toBeNull();
}

/** Asks the drawn map what lies in its middle; it answers by picking it, and in words for screen readers. */
async function pressEnter(commune: CommunePage) {
  await commune.map.settled();
  const keyboard = new MapKeyboard(commune.page);
  await keyboard.canvas.focus();
  await keyboard.press('Enter');
  return keyboard.said;
}

/** Longitude and latitude of the link's `at`. */
function placeInLink(commune: CommunePage): number[] {
  const [latitude = 0, longitude = 0] = (commune.inLink('at') ?? '').split(',').map(Number);
  return [longitude, latitude];
}
