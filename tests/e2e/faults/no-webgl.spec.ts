import { LAST_DAY } from '../../support/sample-folder.ts';
import { planFigure } from '../driver/figures.ts';
import { expect, test } from '../fixtures.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const words = (launchOptions.args ?? []).filter((word) => !/angle|swiftshader/.test(word));
    await use({ ...launchOptions, args: [...words, '--disable-gpu', '--disable-3d-apis'] });
  },
  allowedProblems: /WebGL/i,
});

test('a machine that cannot draw the map is told so; list, filters and table work on', async ({
  commune,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}&table=hamlets`);

  await expect(commune.page.getByText('Máy này không vẽ được bản đồ')).toBeVisible();
  await expect(commune.overview.answer).toHaveText(await planFigure(commune.address, LAST_DAY));
  await commune.table.rows.nth(1).click();
  await expect(commune.table.selectedRow).toHaveCount(1);
  await commune.filters.type('Thôn', 'Tìm theo tên', 'xuan');
  await expect(commune.table.count).toHaveText(/^\d+ trong \d+ dòng$/);
});
