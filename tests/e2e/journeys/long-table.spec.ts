import { LAST_DAY } from '../../support/sample-folder.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { rowsOf } from '../driver/figures.ts';
import { OwnServer } from '../driver/own-server.ts';
import { test as base, expect } from '../fixtures.ts';

/** One more than an answer of the server holds, and twice what the table keeps in the page at once. */
const ROWS = 1001;
/** What a table of a few hundred pixels may keep in the page. */
const FEW = 80;

const MANY_ROADS = `
  update app.roads set name = 'Đường số ' || numbered.number
  from (select id, row_number() over (order by id) as number from app.roads) as numbered
  where numbered.id = roads.id;
  insert into app.roads (id, commune_id, name, class, valid_from, geom)
  select gen_random_uuid(), commune_id, 'Đường số ' || number, 'alley', valid_from, geom
  from (select * from app.roads order by id limit 1) as road
  cross join generate_series((select count(*) from app.roads) + 1, ${ROWS}) as number;`;

let server: OwnServer;
const test = base.extend<{ commune: CommunePage }>({
  commune: async ({ page }, use) => {
    await use(new CommunePage(page, server.address));
  },
});

test.describe(`a table of ${ROWS} rows`, () => {
  test.beforeAll(async () => {
    server = await OwnServer.withSample({ sql: MANY_ROADS });
  });
  test.afterAll(() => server.dispose());

  test('is walked to its end by keyboard, picks there, and never stands in the page whole', async ({
    commune,
  }) => {
    const { page, table } = commune;
    await commune.open(`/?as_of=${LAST_DAY}&layers=&table=roads`);
    await table.sortBy('Tên');
    await expect(table.count).toHaveText('1.001 dòng');
    await expect(table.rows.first().getByRole('rowheader')).toHaveText('Đường số 1');
    expect(await table.rows.count()).toBeLessThan(FEW);
    await table.rows.first().focus();

    await page.keyboard.press('End');

    const last = table.row(`Đường số ${ROWS}`);
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport();
    await expect(last).toHaveAttribute('aria-rowindex', String(ROWS + 1));
    expect(await table.rows.count()).toBeLessThan(FEW);

    await page.keyboard.press('PageUp');
    await expect(last).not.toBeFocused();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(commune.detailOf(`Đường số ${ROWS - 1}`)).toBeVisible();
    await expect(table.selectedRow.getByRole('rowheader')).toHaveText(`Đường số ${ROWS - 1}`);

    await page.keyboard.press('Home');
    await expect(table.row('Đường số 1')).toBeFocused();
    await expect(table.row('Đường số 1')).toBeInViewport();
    await expect(table.selectedRow, 'the picked row left the page with its neighbours').toHaveCount(0);
    await expect(commune.detailOf(`Đường số ${ROWS - 1}`)).toBeVisible();
  });

  test('keeps the row under the keyboard while somebody scrolls by wheel', async ({ commune }) => {
    const { page, table } = commune;
    await commune.open(`/?as_of=${LAST_DAY}&layers=&table=roads`);
    await table.sortBy('Tên');
    await table.rows.nth(2).focus();

    await table.rows.nth(2).hover();
    await page.mouse.wheel(0, 12_000);

    await expect(table.row('Đường số 336')).toBeInViewport();
    await expect(table.row('Đường số 3')).toBeFocused();
    expect(await table.rows.count()).toBeLessThan(FEW);
    await page.keyboard.press('ArrowDown');
    await expect(table.row('Đường số 4')).toBeFocused();
    await expect(table.row('Đường số 4')).toBeInViewport();
  });

  test('brings into sight what a link picks, wherever it stands', async ({ commune }) => {
    const roads = await rowsOf<{ id: string; name: string }>(commune.address, 'roads_at?order=id.desc', {
      as_of: LAST_DAY,
    });
    const far = roads[0];

    await commune.open(`/?as_of=${LAST_DAY}&layers=&table=roads&selected=roads:${far?.id}`);

    await expect(commune.table.selectedRow).toBeInViewport();
    await expect(commune.table.selectedRow.getByRole('rowheader')).toHaveText(far?.name ?? '');
    await expect(commune.table.selectedRow).toHaveAttribute('aria-rowindex', String(ROWS + 1));
  });
});
