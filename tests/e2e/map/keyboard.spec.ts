import { LAST_DAY } from '../../support/sample-folder.ts';
import { linkTo, standsAlone } from '../driver/at-the-middle.ts';
import { type Place, rowsOf } from '../driver/figures.ts';
import { MapKeyboard } from '../driver/map-keyboard.ts';
import { expect, test } from '../fixtures.ts';

test.describe('with the keyboard on the map', () => {
  for (const [key, moved] of [
    ['ArrowRight', 'to the east'],
    ['ArrowUp', 'to the north'],
  ] as const) {
    test(`${key} moves it ${moved}, and the link says where it stands`, async ({ commune }) => {
      const [point] = await rowsOf<Place>(commune.address, 'waste_points_at', { as_of: LAST_DAY });
      const [longitude, latitude] = point?.geometry.coordinates ?? [0, 0];
      await commune.open(linkTo([longitude, latitude], { asOf: LAST_DAY, layers: 'waste-points' }));
      await commune.map.settled();
      const keyboard = new MapKeyboard(commune.page);
      await keyboard.goToMap();
      const [, , zoom] = placeOf(commune.inLink('at'));

      await keyboard.press(key);

      await expect.poll(() => placeOf(commune.inLink('at'))).not.toEqual(placeOf(null));
      await expect
        .poll(() => directionFrom([longitude, latitude], placeOf(commune.inLink('at'))))
        .toBe(moved);
      expect(placeOf(commune.inLink('at'))[2]).toBe(zoom);
    });
  }

  test('Enter picks what lies in the middle and says what; Escape closes it, and the map keeps the keyboard', async ({
    commune,
  }) => {
    const points = await rowsOf<Place>(commune.address, 'waste_points_at', { as_of: LAST_DAY });
    const point = standsAlone(points, points);
    await commune.open(linkTo(point.geometry.coordinates, { asOf: LAST_DAY, layers: 'waste-points' }));
    await commune.map.settled();
    const keyboard = new MapKeyboard(commune.page);
    await keyboard.goToMap();

    await keyboard.press('Enter');
    await expect(commune.detailOf(point.name)).toBeVisible();
    await expect(keyboard.said).toHaveText(new RegExp(`^Đã chọn: ${point.name}`));

    await keyboard.press('Escape');
    await expect(commune.detailOf(point.name)).toBeHidden();
    expect(commune.inLink('selected')).toBeNull();
    await expect(keyboard.canvas).toBeFocused();
  });
});

/** Latitude, longitude and zoom of a link's `at`. */
function placeOf(at: string | null): number[] {
  return (at ?? '').split(',').map(Number);
}

/** The one way in which the place lies from another; steps of less than a metre are none. */
function directionFrom([longitude, latitude]: readonly [number, number], place: number[]): string {
  const east = (place[1] ?? 0) - longitude;
  const north = (place[0] ?? 0) - latitude;
  if (Math.abs(east) < 2e-5 && Math.abs(north) < 2e-5) return 'nowhere';
  if (Math.abs(east) > Math.abs(north)) return east > 0 ? 'to the east' : 'to the west';
  return north > 0 ? 'to the north' : 'to the south';
}
