import { randomUUID } from 'node:crypto';
import type { MultiPolygon } from 'geojson';
import { becomeAdministrator, callAs } from '../driver/administrator.ts';
import { rowsOf } from '../driver/figures.ts';
import { BOUNDARY, feature, geojson, rectangle } from '../driver/made-up-files.ts';
import { OwnServer } from '../driver/own-server.ts';
import { SetUpPage } from '../driver/set-up-page.ts';
import { test as base, expect } from '../fixtures.ts';

/** A commune without a layer, on a server of its own for each test. */
const test = base.extend<{ setUp: SetUpPage; own: OwnServer }>({
  own: async ({ browserName: _ }, use) => {
    const own = await OwnServer.empty();
    const token = await becomeAdministrator(own.address, own.code);
    const commune = {
      id: randomUUID(),
      code: '99999',
      name: 'Xã Mẫu',
      province: 'Hải Phòng',
      coordinate_system: 'EPSG:9210',
      is_public: true,
    };
    await callAs(own.address, token, 'set_up_commune', { commune, geometry: BOUNDARY });
    await use(own);
    await own.dispose();
  },
  setUp: async ({ page, own }, use) => {
    await use(new SetUpPage(page, own.address));
    await page.goto('about:blank');
  },
});

test("a surveyor's table of corners in VN-2000 becomes hamlets at their place", async ({ setUp, own }) => {
  // The corners of a square of the commune, as EPSG:9210 has them: X is the northing.
  const rows = [
    'Tên thôn;Điểm;X;Y',
    'Thôn 1;1;2290000,0;589500,0',
    ';2;2290000,0;590000,0',
    ';3;2290500,0;590000,0',
    ';4;2290500,0;589500,0',
  ];
  await setUp.goOn('Thôn');
  await setUp.bring({ name: 'goc-ranh.csv', content: ['BẢNG KÊ GÓC RANH;;;', ...rows].join('\r\n') });

  await expect(setUp.said(/^Tọa độ đọc theo VN-2000/)).toBeVisible();
  await expect(setUp.said('Đã nối các góc thành 1 hình, theo thứ tự dòng')).toBeVisible();
  await setUp.checkRows();
  await setUp.storeRows();
  await expect(setUp.said('Đã nạp xong vào lớp Thôn: thêm 1')).toBeVisible();

  const [stored] = await rowsOf<{ name: string; geometry: MultiPolygon }>(own.address, 'hamlets_at', {});
  expect(stored?.name).toBe('Thôn 1');
  const [longitude = 0, latitude = 0] = stored?.geometry.coordinates[0]?.[0]?.[0] ?? [];
  expect(longitude).toBeGreaterThan(106.6);
  expect(longitude).toBeLessThan(106.62);
  expect(latitude).toBeGreaterThan(20.7);
  expect(latitude).toBeLessThan(20.72);
});

test('GeoJSON with swapped axes is read, and what is odd is said', async ({ setUp }) => {
  await setUp.goOn('Thôn');
  const swapped = rectangle(20.702, 106.602, 0.01, 0.01);
  await setUp.bring({ name: 'thon.geojson', content: geojson(feature({ ten: 'Thôn 1' }, swapped)) });

  await expect(setUp.said(/X và Y bị đổi chỗ/).first()).toBeVisible();
  await setUp.checkRows();
  await expect(setUp.said('Cả 1 dòng đều dùng được')).toBeVisible();
});

test('KML with the letters of TCVN3 is shown converted before anything is stored', async ({ setUp }) => {
  const ring = '106.602,20.702 106.61,20.702 106.61,20.71 106.602,20.702';
  const content = `<kml><Document><Placemark><name>Th«n Xu©n §oµi</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`;
  await setUp.goOn('Thôn');
  await setUp.bring({ name: 'thon.kml', content });

  await expect(setUp.said(/đã chuyển sang Unicode: Th«n → Thôn/)).toBeVisible();
  await expect(setUp.page.getByRole('cell', { name: 'Thôn Xuân Đoài' })).toBeVisible();
});
