import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { becomeAdministrator, countOf } from '../driver/administrator.ts';
import { BOUNDARY, feature, geojson, rectangle } from '../driver/made-up-files.ts';
import { OwnServer } from '../driver/own-server.ts';
import { type BroughtFile, SetUpPage } from '../driver/set-up-page.ts';
import { test as base, expect } from '../fixtures.ts';

/** An installation with its first account and no commune yet, for all tests of this file: none stores anything. */
const test = base.extend<{ setUp: SetUpPage }, { own: OwnServer }>({
  own: [
    async ({ browserName: _ }, use) => {
      const own = await OwnServer.empty();
      await becomeAdministrator(own.address, own.code);
      await use(own);
      await own.dispose();
    },
    { scope: 'worker' },
  ],
  setUp: async ({ page, own }, use) => {
    await use(new SetUpPage(page, own.address));
  },
});

const abroad = rectangle(2.3, 48.8, 0.02, 0.02);
const folded = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [106.6, 20.7],
      [106.62, 20.72],
      [106.62, 20.7],
      [106.6, 20.72],
      [106.6, 20.7],
    ],
  ],
};

const FILES: Record<string, { file: BroughtFile; said: string }> = {
  'that is no GeoJSON': {
    file: { name: 'ban-do.geojson', content: 'đây không phải bản đồ' },
    said: 'Tệp này không phải GeoJSON, hoặc bị cắt giữa chừng',
  },
  'that was cut short': {
    file: { name: 'ban-do.geojson', content: geojson(feature({}, BOUNDARY)).slice(0, -20) },
    said: 'Tệp này không phải GeoJSON, hoặc bị cắt giữa chừng',
  },
  'that is JSON, but no map': {
    file: { name: 'ban-do.geojson', content: '{"ten": "Nghi Dương"}' },
    said: 'Trong tệp không có dữ liệu bản đồ dạng GeoJSON',
  },
  'without a byte': { file: { name: 'ban-do.geojson', content: '' }, said: 'Tệp này trống' },
  'without a feature': {
    file: { name: 'ban-do.geojson', content: geojson() },
    said: 'Tệp này không có hình nào',
  },
  'whose ring crosses itself': {
    file: { name: 'ban-do.geojson', content: geojson(feature({ name: 'Xã Mẫu' }, folded)) },
    said: 'Đường bao tự cắt chính nó',
  },
  'of another country': {
    file: { name: 'ban-do.geojson', content: geojson(feature({ name: 'Xã Mẫu' }, abroad)) },
    said: 'Vị trí nằm ngoài Việt Nam',
  },
  'with a point instead of an area': {
    file: {
      name: 'ban-do.geojson',
      content: geojson(feature({ name: 'Xã Mẫu' }, { type: 'Point', coordinates: [106.61, 20.71] })),
    },
    said: 'Cần một vùng khép kín, nhưng ở đây là điểm hoặc đường',
  },
};

for (const [what, { file, said }] of Object.entries(FILES)) {
  test(`a boundary file ${what} is refused in plain words, and nothing is stored`, async ({ setUp }) => {
    await setUp.goOn('Ranh giới của xã');

    await setUp.bring(file);

    await expect(setUp.said(said).first()).toBeVisible();
    await expect(setUp.button('Đúng, dùng ranh giới này')).toHaveCount(0);
    expect(await countOf(setUp.address, 'communes')).toBe(0);
  });
}

test('a boundary file that is chosen before anything to compare it with has come is read when it has', async ({
  setUp,
}) => {
  const gate = Promise.withResolvers<void>();
  await setUp.page.route(/\/rest\/v1\/coordinate_systems\b/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await setUp.goOn('Ranh giới của xã');
  await setUp.bring({ name: 'xa.geojson', content: geojson(feature({ fullName: 'Xã Mẫu' }, BOUNDARY)) });
  await expect(setUp.said('Đang đọc xa.geojson…')).toBeVisible();
  gate.resolve();
  await expect(setUp.button('Đúng, dùng ranh giới này')).toBeVisible();
});

test('a boundary file of 200 MB is refused before it is read', async ({ setUp }) => {
  const folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-'));
  const path = join(folder, 'ban-do.geojson');
  const file = openSync(path, 'w');
  ftruncateSync(file, 200 * 1024 * 1024);
  closeSync(file);
  await setUp.goOn('Ranh giới của xã');

  await setUp.bring({ path });

  await expect(setUp.said('Tệp lớn hơn 30 MB nên chưa được đọc')).toBeVisible();
  rmSync(folder, { recursive: true });
});
