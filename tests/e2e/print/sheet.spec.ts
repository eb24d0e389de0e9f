import type { Page } from '@playwright/test';
import { projectionOf } from '../../../src/geo/projection.ts';
import { LAST_DAY } from '../../support/sample-folder.ts';
import { barriers } from '../driver/barriers.ts';
import { rowsOf } from '../driver/figures.ts';
import { Session } from '../driver/session.ts';
import { expect, test } from '../fixtures.ts';

const ready = (page: Page) => page.waitForSelector('.print-paper[data-ready="true"]');

/** One row of a view of the API, as a visitor reads it. */
async function read<Row>(address: string, path: string): Promise<Row> {
  const answer = await fetch(`${address}/rest/v1/${path}`, {
    headers: { apikey: 'sb_publishable_embedded' },
  });
  const [row] = (await answer.json()) as Row[];
  if (!row) throw new Error(`expected a row of ${path}`);
  return row;
}

/** Lines of the grid as they are printed: metres of the plane, and millimetres on paper. */
function printedLines(page: Page, of: 'easting' | 'northing') {
  return page.locator(`[data-${of}]`).evaluateAll(
    (lines, name) =>
      lines.map((line) => {
        const { dataset } = line as SVGGElement;
        return { metres: Number(dataset[name]), at: Number(dataset.at) };
      }),
    of,
  );
}

test('what is printed lies where the ticks of the VN-2000 grid say, and the bar is as long as it says', async ({
  commune,
}) => {
  const { page, address } = commune;
  await page.goto(`${address}/in?as_of=${LAST_DAY}`);
  await ready(page);
  const { coordinate_system, geometry } = await read<{
    coordinate_system: string;
    geometry: { coordinates: [number, number][][][] };
  }>(address, 'communes?select=coordinate_system,geometry');
  const { proj } = await read<{ proj: string }>(
    address,
    `coordinate_systems?select=proj&code=eq.${coordinate_system}`,
  );
  const [eastings, northings] = [await printedLines(page, 'easting'), await printedLines(page, 'northing')];
  const [firstEast, lastEast] = [eastings[0], eastings.at(-1)];
  const [firstNorth, lastNorth] = [northings[0], northings.at(-1)];
  if (!firstEast || !lastEast || !firstNorth || !lastNorth) throw new Error('expected a grid');
  expect(eastings.length).toBeGreaterThan(2);
  expect(northings.length).toBeGreaterThan(1);
  const perMetre = (lastEast.at - firstEast.at) / (lastEast.metres - firstEast.metres);

  // The boundary's corners by the transform that PostGIS agrees with, then on paper by the printed ticks alone.
  const projection = projectionOf(proj);
  const wanted = (geometry.coordinates[0]?.[0] ?? []).map((corner) => {
    const [east, north] = projection.forward(corner);
    return [
      firstEast.at + (east - firstEast.metres) * perMetre,
      firstNorth.at - (north - firstNorth.metres) * perMetre,
    ];
  });
  // The dark outline, as it is drawn.
  const drawn = await page.evaluate((count) => {
    const paths = [...document.querySelectorAll('.paper-map path[fill="none"]')];
    const corners = paths.map((path) =>
      (path.getAttribute('d') ?? '')
        .slice(1, -1)
        .split('L')
        .map((corner) => corner.split(' ').map(Number)),
    );
    const outline = corners.findLast((path) => path.length === count) ?? [];
    const map = document.querySelector('.paper-map');
    const millimetres = Number.parseFloat(map?.getAttribute('width') ?? '');
    const pixels = Number(map?.getAttribute('viewBox')?.split(' ')[2]);
    return outline.map((corner) => corner.map((each) => (each * millimetres) / pixels));
  }, wanted.length);
  expect(drawn).toHaveLength(wanted.length);
  for (const [index, [x = 0, y = 0]] of wanted.entries()) {
    const [drawnX = 0, drawnY = 0] = drawn[index] ?? [];
    expect(Math.hypot(drawnX - x, drawnY - y), `corner ${index}, millimetres`).toBeLessThan(0.05);
  }

  const bar = page.locator('.print-scale [data-metres]');
  const metres = Number(await bar.getAttribute('data-metres'));
  expect(Number(await bar.getAttribute('data-millimetres'))).toBeCloseTo(metres * perMetre, 6);
  expect(await barriers(page)).toEqual([]);
});

test('paper, heading, title and table are chosen, and the pages are cut as Decree 30/2020 wants', async ({
  commune,
}) => {
  const { page, address } = commune;
  await page.goto(`${address}/in?as_of=${LAST_DAY}&f.waste-points.kind=black_spot`);
  await ready(page);
  await expect(page.locator('.print-heading')).toContainText('ỦY BAN NHÂN DÂN');
  await page.getByLabel('Thể thức').selectOption('Ủy ban MTTQ');
  await expect(page.locator('.print-heading')).toContainText('ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM');
  await page.getByLabel('Tiêu đề trên giấy').fill('Điểm rác cần dọn trong quý IV');
  await expect(page.locator('.print-title h1')).toHaveText('Điểm rác cần dọn trong quý IV');
  await page.getByLabel('Bảng kèm theo').selectOption('Thôn');
  await expect(page.locator('.print-pages tbody tr')).toHaveCount(15);
  await page.getByLabel('Khổ giấy').selectOption('A3 ngang');
  await ready(page);

  const rules = await page.evaluate(() =>
    document.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
      .join('\n'),
  );
  expect(rules).toMatch(/size: a3 landscape/i);
  expect(rules).toContain('counter(page)');
  expect(rules).toMatch(/:first[\s\S]*content: none/);
  expect(rules).toContain('Người in: Khách xem · Số liệu lúc');

  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  // One page for the map, one for fifteen hamlets; A3 is 420 × 297 mm, 1190,6 × 841,9 points.
  expect(boxes.length).toBe(2);
  expect(Math.abs(Number(boxes[0]?.[1]) - 1190.6)).toBeLessThan(1);
  expect(Math.abs(Number(boxes[0]?.[2]) - 841.9)).toBeLessThan(1);
});

test('police print what they see with their name on every page; the same link prints nothing of it for a leader', async ({
  commune,
}) => {
  const { page, address } = commune;
  const link = `${address}/in?as_of=${LAST_DAY}&layers=hamlets,incidents&table=incidents`;
  await page.goto(address);
  await new Session(page).enterAs('Công an xã');
  await page.goto(link);
  await ready(page);
  await expect(page.locator('.print-pages tbody tr').first()).toBeVisible();
  const rules = await page.evaluate(() => document.adoptedStyleSheets[0]?.cssRules[0]?.cssText ?? '');
  expect(rules).toMatch(/Người in: [^·]*Công an/);

  await page.goto(address);
  await new Session(page).leave();
  await new Session(page).enterAs('Lãnh đạo xã');
  await page.goto(link);
  await ready(page);
  await expect(page.locator('.print-pages')).toHaveCount(0);
  await expect(page.locator('.print-legend')).not.toContainText('an ninh');
});

test('reach is printed as the system measured it, with its shapes and a table of hamlets', async ({
  commune,
}) => {
  const { page, address } = commune;
  const hamlets = await rowsOf<{ reached_m2: number; area_m2: number }>(address, 'coverage_at', {
    layer: 'waste-points',
    kinds: ['collection'],
    radius_m: 500,
    as_of: LAST_DAY,
  });
  await page.goto(`${address}/in?as_of=${LAST_DAY}&reach=waste-points:500:collection`);
  await ready(page);
  const table = page.locator('.print-pages').first();
  await expect(table.locator('tbody tr')).toHaveCount(hamlets.length);
  const wanted = hamlets.map(
    ({ reached_m2, area_m2 }) =>
      `${(Math.round((1000 * reached_m2) / area_m2) / 10).toString().replace('.', ',')}\u00a0%`,
  );
  const printed = await table.locator('tbody tr td:nth-child(3)').allInnerTexts();
  expect(printed.toSorted()).toEqual(wanted.toSorted());
  // Hatching of what is out of reach.
  await expect(page.locator('.paper-map path[fill^="url("]').first()).toBeVisible();
  const legend = page.locator('.print-legend');
  await expect(legend).toContainText('Ngoài tầm');
  // The fullest legend there is stands whole on the smallest sheet.
  await expect
    .poll(() => legend.evaluate((one) => one.scrollHeight - one.clientHeight))
    .toBeLessThanOrEqual(1);
});

test('screen and paper carry the moment of the same answers, by keyboard from the map', async ({
  commune,
}) => {
  const { page, address } = commune;
  await page.goto(`${address}/?as_of=${LAST_DAY}`);
  const onScreen = await page.locator('.legend-card-source').textContent();
  const moment = /lúc (\d\d\/\d\d\/\d{4} \d\d:\d\d)/.exec(onScreen ?? '')?.[1];
  expect(moment).toBeDefined();
  await page.getByRole('button', { name: 'In bản đồ' }).focus();
  await page.keyboard.press('Enter');
  await ready(page);
  await expect(page.locator('.print-signs')).toContainText(`lúc ${moment}`);
  await page.goBack();
  await expect(page.locator('.legend-card-source')).toContainText(`lúc ${moment}`);
});

test.describe('figures that do not come', () => {
  test.use({ allowedProblems: /net::ERR_FAILED/ });

  test('are said, and asked for again; a link to reach around nothing that serves prints the usual one', async ({
    commune,
  }) => {
    const { page, address } = commune;
    await page.route('**/rest/v1/rpc/progress_totals_at*', (route) => route.abort());
    await page.goto(`${address}/in?as_of=${LAST_DAY}&indicator=waste-sorting`);
    const again = page.getByRole('button', { name: 'Thử lại' });
    await again.waitFor();
    await page.unroute('**/rest/v1/rpc/progress_totals_at*');
    await again.click();
    await ready(page);
    await expect(page.locator('.print-title h1')).toContainText('phân loại rác');

    await page.goto(`${address}/in?as_of=${LAST_DAY}&reach=nowhere:500`);
    await ready(page);
  });
});
