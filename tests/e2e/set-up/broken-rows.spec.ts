import { randomUUID } from 'node:crypto';
import type { Feature } from 'geojson';
import { becomeAdministrator, callAs, countOf } from '../driver/administrator.ts';
import { rowsOf } from '../driver/figures.ts';
import { BOUNDARY, feature, geojson, HALVES, rectangle } from '../driver/made-up-files.ts';
import { OwnServer } from '../driver/own-server.ts';
import { SetUpPage } from '../driver/set-up-page.ts';
import { test as base, expect } from '../fixtures.ts';

/** A commune without a layer, for each test its own map of nothing. */
const test = base.extend<{ setUp: SetUpPage }, { own: OwnServer; token: string }>({
  own: [
    async ({ browserName: _ }, use) => {
      const own = await OwnServer.empty();
      await use(own);
      await own.dispose();
    },
    { scope: 'worker' },
  ],
  token: [
    async ({ own }, use) => {
      const token = await becomeAdministrator(own.address, own.code);
      const commune = {
        id: randomUUID(),
        code: '99999',
        name: 'Xã Mẫu',
        province: 'Hải Phòng',
        is_public: true,
      };
      await callAs(own.address, token, 'set_up_commune', { commune, geometry: BOUNDARY });
      await use(token);
    },
    { scope: 'worker' },
  ],
  setUp: async ({ page, own, token: _ }, use) => {
    await use(new SetUpPage(page, own.address));
  },
});

const [west, east] = HALVES;
const GOOD = feature({ ten: 'Thôn Tốt' }, west);

const ROWS: Record<string, { rows: Feature[]; said: string | RegExp }> = {
  'HTML in a name': {
    rows: [GOOD, feature({ ten: '<img src=x onerror=alert(1)>' }, east)],
    said: /có dấu < hoặc >/,
  },
  'one name twice in one former commune': {
    rows: [
      feature({ ten: 'Thôn 3', xa_cu: 'Du Lễ' }, west),
      feature({ ten: 'Thôn 3', xa_cu: 'Du Lễ' }, east),
    ],
    said: 'Hai thôn trùng tên trong cùng một xã cũ',
  },
  'a hamlet far outside the commune': {
    rows: [GOOD, feature({ ten: 'Thôn Xa' }, rectangle(107.5, 21.5, 0.01, 0.01))],
    said: 'Nằm ngoài xã',
  },
  'a line where an area is wanted': {
    rows: [
      GOOD,
      feature(
        { ten: 'Thôn Nét' },
        {
          type: 'LineString',
          coordinates: [
            [106.6, 20.7],
            [106.61, 20.71],
          ],
        },
      ),
    ],
    said: 'Cần một vùng khép kín, nhưng ở đây là điểm hoặc đường',
  },
  'a row without a shape': {
    rows: [GOOD, feature({ ten: 'Thôn Không Hình' }, null)],
    said: 'Không có hình vẽ',
  },
};

for (const [what, { rows, said }] of Object.entries(ROWS)) {
  test(`${what}: the row is named, what to do is said, and no row is stored`, async ({ setUp }) => {
    await setUp.goOn('Thôn');
    await setUp.bring({ name: 'thon.geojson', content: geojson(...rows) });

    await setUp.checkRows();

    await expect(setUp.said(said).first()).toBeVisible();
    await expect(setUp.button(/^Dòng 2\b/).first()).toBeVisible();
    await expect(setUp.button(/^Lưu/)).toHaveCount(0);
    expect(await countOf(setUp.address, 'hamlets')).toBe(0);
  });
}

test('a name in pieces (NFD), and one name in two former communes: mended, said, stored', async ({
  setUp,
}) => {
  const inPieces = 'Thôn Kiến Thụy'.normalize('NFD');
  await setUp.goOn('Thôn');
  await setUp.bring({
    name: 'thon.geojson',
    content: geojson(
      feature({ ten: inPieces, xa_cu: 'Du Lễ' }, west),
      feature({ ten: 'Thôn Kiến Thụy', xa_cu: 'Kiến Quốc' }, east),
    ),
  });

  await setUp.checkRows();
  await expect(setUp.said(/đã ghép lại dấu chữ cho đúng chuẩn/)).toBeVisible();
  await setUp.storeRows();

  await expect(setUp.said('Đã nạp xong vào lớp Thôn: thêm 2')).toBeVisible();
  const stored = await rowsOf<{ name: string; former_commune: string }>(setUp.address, 'hamlets_at', {});
  expect(stored.map(({ name, former_commune }) => [name, former_commune]).toSorted()).toEqual([
    ['Thôn Kiến Thụy', 'Du Lễ'],
    ['Thôn Kiến Thụy', 'Kiến Quốc'],
  ]);
});
