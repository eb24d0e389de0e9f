import { LAST_DAY } from '../../support/sample-folder.ts';
import { expect, test } from '../fixtures.ts';

const LAYERS = [
  'Thôn',
  'Tuyến đường tự quản',
  'Điểm rác và thu gom',
  'Nghĩa trang liệt sĩ',
  'Đường giao thông',
  'Điểm nóng an ninh',
];

test('all of the map, with every layer, table and language, is served by our own server', async ({
  commune,
  watched,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}&table=hamlets`);
  await commune.session.enterAs('Công an xã');
  for (const layer of LAYERS) {
    const isOn = (await commune.overview.layer(layer).getAttribute('aria-checked')) === 'true';
    if (!isOn) await commune.overview.layer(layer).click();
    await expect(commune.overview.besideLayer(layer)).toHaveText(/^\d+$/);
  }
  const tables = commune.page.getByRole('navigation', { name: 'Lớp trong bảng' });
  for (const layer of LAYERS) {
    await tables.getByRole('button', { name: layer, exact: true }).click();
    await expect(commune.table.heading(layer)).toBeVisible();
  }
  await commune.map.settled();

  await commune.page.getByRole('button', { name: 'English' }).click();
  await expect(commune.page.getByRole('button', { name: 'Filters' })).toBeVisible();
  await commune.map.settled();

  // The fixture itself says that nothing left the server and nothing stands on the console.
  expect(watched.asked.length).toBeGreaterThan(20);
});

test('the watch sees what it is there to see', async ({ commune, context, watched }) => {
  await commune.open();

  await commune.page.evaluate(() => {
    console.error('a made-up error');
    setTimeout(() => {
      throw new Error('a made-up failure');
    });
  });
  const elsewhere = await context.newPage();
  await elsewhere.goto('http://localhost:9/elsewhere').catch(() => undefined);

  await expect.poll(() => watched.problems).toContain('uncaught: a made-up failure');
  expect(watched.problems).toContain('error: a made-up error');
  expect(watched.foreign).toEqual(['http://localhost:9/elsewhere']);
  watched.problems.length = 0;
  watched.foreign.length = 0;
});

test('a page that tried to reach another server would be stopped', async ({ commune, watched }) => {
  await commune.open();

  await commune.page.evaluate(() => fetch('http://localhost:9/elsewhere').catch(() => undefined));

  expect(watched.foreign).toEqual([]);
  expect(watched.problems.join()).toContain('violates the following Content Security Policy directive');
  watched.problems.length = 0;
});
