import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { CommunePage } from '../driver/commune-page.ts';
import { rowsOf } from '../driver/figures.ts';
import { OwnServer } from '../driver/own-server.ts';
import { SetUpPage } from '../driver/set-up-page.ts';
import { test as base, expect } from '../fixtures.ts';

const REAL = resolve(import.meta.dirname, '../../../../shared/data');
const test = base.extend<{ own: OwnServer; setUp: SetUpPage }>({
  own: async ({ browserName: _ }, use) => {
    const own = await OwnServer.empty();
    await use(own);
    await own.dispose();
  },
  setUp: async ({ page, own }, use) => {
    await use(new SetUpPage(page, own.address));
    // A page that still asks would find its server gone.
    await page.goto('about:blank');
  },
});
test.skip(!existsSync(REAL), 'skipped: the real boundaries (../shared/data) are not on this machine');

test('xã Nghi Dương is set up from its real boundary, with its neighbours', async ({ setUp, own, page }) => {
  await setUp.makeAccount(own.code);
  await setUp.bring({ path: join(REAL, 'nghi_duong_and_neighbours.geojson') });
  const which = page.getByRole('combobox', { name: 'Vùng nào là xã?' });
  await which.selectOption({ label: 'Xã Nghi Dương (11713)' });

  await expect(setUp.said('Diện tích 20,28 km²')).toBeVisible();
  await setUp.button('Đúng, dùng ranh giới này').click();
  await expect(setUp.field('Mã xã')).toHaveValue('11713');
  await setUp.field('Tỉnh, thành phố').fill('Hải Phòng');
  await expect(setUp.field('Múi tọa độ VN-2000 của xã')).toHaveValue('EPSG:9210');
  await setUp.button('Thiết lập xã này').click();

  await setUp.step('Thôn').waitFor();
  await setUp.button('Về bản đồ').click();
  const commune = new CommunePage(page, own.address);
  await commune.map.settled();
  await expect(page).toHaveTitle(/^Xã Nghi Dương/);
});

test('all 114 real units of Hải Phòng become the hamlets of one commune, and shared borders stay shared', async ({
  setUp,
  own,
  page,
}) => {
  test.setTimeout(240_000);
  const path = join(REAL, 'haiphong_114_communes.geojson');
  await setUp.makeAccount(own.code);
  await setUp.bring({ path });
  await page.getByRole('radio', { name: 'Gộp cả 114 vùng thành một ranh giới' }).check();
  await expect(setUp.button('Đúng, dùng ranh giới này')).toBeVisible({ timeout: 60_000 });
  await setUp.button('Đúng, dùng ranh giới này').click();
  await setUp.field('Tên xã').fill('Hải Phòng');
  await setUp.field('Mã xã').fill('31000');
  await setUp.field('Tỉnh, thành phố').fill('Hải Phòng');
  await page.getByRole('switch', { name: /Công khai/ }).click();
  await setUp.button('Thiết lập xã này').click();
  await setUp.step('Thôn').waitFor({ timeout: 60_000 });

  await setUp.bring({ path });
  await setUp.checkRows();
  await expect(setUp.said('Cả 114 dòng đều dùng được')).toBeVisible({ timeout: 90_000 });
  await setUp.storeRows();
  await expect(setUp.said('Đã nạp xong vào lớp Thôn: thêm 114')).toBeVisible({ timeout: 90_000 });

  const stored = await rowsOf<{ geometry: MultiPolygon }>(own.address, 'hamlets_at', {});
  const source = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>;
  const shared = sharedCorners(source.features.map(({ geometry }) => geometry));
  expect(shared.size).toBeGreaterThan(1000);
  expect(sharedCorners(stored.map(({ geometry }) => geometry))).toEqual(shared);
});

/** Corners that stand in more than one unit, to a ten-millionth of a degree. */
function sharedCorners(units: readonly (Polygon | MultiPolygon)[]): Set<string> {
  const seen = new Map<string, number>();
  for (const unit of units) {
    const rings: Position[][] = unit.type === 'Polygon' ? unit.coordinates : unit.coordinates.flat();
    const own = new Set(rings.flat().map((corner) => corner.map((degree) => degree.toFixed(7)).join(' ')));
    for (const corner of own) seen.set(corner, (seen.get(corner) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count > 1).map(([corner]) => corner));
}
