import { strFromU8, unzipSync } from 'fflate';
import type { FeatureCollection } from 'geojson';
import { LAST_DAY } from '../../support/sample-folder.ts';
import { readWorkbook } from '../../support/workbook.ts';
import { type Place, type Road, rowsOf } from '../driver/figures.ts';
import { expect, test } from '../fixtures.ts';

const ROADS = `/?as_of=${LAST_DAY}&table=model-roads`;

test.describe('the table', () => {
  test('opens by one press and shows every row of the layer', async ({ commune }) => {
    await commune.open(`/?as_of=${LAST_DAY}`);

    await commune.table.button.click();

    await expect(commune.table.grid).toBeVisible();
    await expect(commune.table.count).toHaveText(`${await commune.table.rows.count()} dòng`);
    expect(commune.inLink('table')).not.toBeNull();
  });

  test('sorts figures by size, and what was not reported last', async ({ commune }) => {
    await commune.open(ROADS);
    await commune.table.sortBy('Chiều dài (m)');

    await expect(commune.table.header('Chiều dài (m)')).toHaveAttribute('aria-sort', 'ascending');
    const roads = await rowsOf<Road>(commune.address, 'model_roads_at', { as_of: LAST_DAY });
    const shortest = roads.toSorted((one, other) => one.length_m - other.length_m)[0];
    await expect(commune.table.rows.first().getByRole('rowheader')).toHaveText(shortest?.name ?? '');
  });

  test('searches its own rows without diacritics', async ({ commune }) => {
    await commune.open(ROADS);
    const all = (await rowsOf<Road>(commune.address, 'model_roads_at', { as_of: LAST_DAY })).length;
    await expect(commune.table.rows).toHaveCount(all);

    await commune.table.search.fill('hoi phu nu');

    await expect(commune.table.count).toHaveText(new RegExp(`^\\d+ trong ${all} dòng$`));
    for (const row of await commune.table.rows.all()) await expect(row).toContainText('Phụ nữ');
  });

  test('picks on the map what is picked in it', async ({ commune }) => {
    const roads = await rowsOf<Road>(commune.address, 'model_roads_at', { as_of: LAST_DAY });
    // Names of roads repeat; one that stands once tells its row.
    const road = roads.find(({ name }) => roads.filter((other) => other.name === name).length === 1);
    await commune.open(ROADS);

    await commune.table.row(road?.name ?? '').click();

    await expect(commune.detailOf(road?.name ?? '')).toBeVisible();
    expect(commune.inLink('selected')).toBe(`model-roads:${road?.id}`);
  });

  test('picks, and brings into sight, what is picked on the map', async ({ commune }) => {
    const points = await rowsOf<Place>(commune.address, 'waste_points_at', { as_of: LAST_DAY });
    const point = points.find(({ kind }) => kind === 'green_house') ?? points[0];
    const [longitude, latitude] = point?.geometry.coordinates ?? [0, 0];
    await commune.open(
      `/?as_of=${LAST_DAY}&table=waste-points&layers=waste-points&indicator=none&at=${latitude.toFixed(5)},${longitude.toFixed(5)},17`,
    );
    await commune.table.grid.waitFor();

    await commune.map.pressMiddle();

    await expect(commune.table.selectedRow.getByRole('rowheader')).toHaveText(point?.name ?? '');
    await expect(commune.table.selectedRow).toBeInViewport();
  });
});

test.describe('an export', () => {
  test('to CSV holds exactly the rows and columns shown, in their order', async ({ commune }) => {
    await commune.open(`${ROADS}&model-roads.state=recognised`);
    await commune.table.sortBy('Tên');
    await commune.table.chooseColumn('Đơn vị phụ trách', false);
    const shown = await commune.table.shown();

    const { name, bytes } = await commune.table.save('CSV');

    expect(name).toBe(`nghi-duong_tuyen-duong-tu-quan_${LAST_DAY}_du-lieu-mau.csv`);
    const text = bytes.toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const cells = text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';').map((cell) => cell.replace(/^"|"$/g, '')));
    expect(cells[0]).toEqual(shown[0]);
    expect(cells.map(([first]) => first)).toEqual(shown.map(([first]) => first));
    expect(cells.length).toBeGreaterThan(1);
  });

  test('to Excel holds figures as numbers, days as days, and says where they come from', async ({
    commune,
  }) => {
    await commune.open(`${ROADS}&model-roads.state=recognised`);
    const shown = await commune.table.shown();

    const { name, bytes } = await commune.table.save('Excel');

    expect(name).toBe(`nghi-duong_tuyen-duong-tu-quan_${LAST_DAY}_du-lieu-mau.xlsx`);
    const { 'Tuyến đường tự quản': sheet = [], Nguồn: source = [] } = readWorkbook(bytes);
    expect(sheet.map(([first]) => first)).toEqual(shown.map(([first]) => first));
    const [titles = [], first = []] = sheet;
    expect(first[titles.indexOf('Chiều dài (m)')]).toEqual(expect.any(Number));
    expect(first[titles.indexOf('Ngày công nhận')]).toEqual({
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(source).toContainEqual(['Xã', expect.stringContaining('Nghi Dương')]);
    expect(source).toContainEqual(['Số liệu tại ngày', { day: LAST_DAY }]);
    expect(source).toContainEqual(['Bộ lọc đang dùng', 1]);
    expect(source).toContainEqual(['Lưu ý', expect.stringContaining('Dữ liệu mẫu')]);
  });

  test("to a map file holds the rows shown, and to a shapefile in the commune's own plane", async ({
    commune,
  }) => {
    await commune.open(`${ROADS}&model-roads.state=recognised`);
    const shown = await commune.table.shown();

    const { name, bytes } = await commune.table.save('GeoJSON');

    expect(name).toBe(`nghi-duong_tuyen-duong-tu-quan_${LAST_DAY}_du-lieu-mau.geojson`);
    const { features } = JSON.parse(bytes.toString('utf8')) as FeatureCollection;
    expect(features.map(({ properties }) => properties?.Tên)).toEqual(shown.slice(1).map(([first]) => first));
    const roads = await rowsOf<Road>(commune.address, 'model_roads_at', { as_of: LAST_DAY });
    for (const { id } of features) expect(roads.some((road) => road.id === id)).toBe(true);

    const zip = await commune.table.save('Shapefile', 'VN-2000 105°45′');
    expect(zip.name).toBe(`nghi-duong_tuyen-duong-tu-quan_${LAST_DAY}_du-lieu-mau.zip`);
    const files = unzipSync(zip.bytes);
    const [prj] = Object.entries(files)
      .filter(([file]) => file.endsWith('.prj'))
      .map(([, text]) => strFromU8(text));
    expect(prj).toContain('TOWGS84[-191.90441429,');
  });
});
