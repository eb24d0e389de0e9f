import type { Locator, Page } from '@playwright/test';
import { LAST_DAY } from '../../support/sample-folder.ts';
import { linkTo, standsAlone } from '../driver/at-the-middle.ts';
import { barriers } from '../driver/barriers.ts';
import type { CommunePage } from '../driver/commune-page.ts';
import { hotspotsOf, type Incident } from '../driver/figures-of-police.ts';
import { expect, test } from '../fixtures.ts';

const HOTSPOTS = 'Điểm nóng an ninh';
/** Far off: without a choice no single place is drawn here. */
const FAR = 12.5;

test('police choose hours by keyboard: only those incidents are on the map, and all come back', async ({
  commune,
}) => {
  const { incidents } = await hotspotsOf(commune.address, LAST_DAY);
  const incident = standsAlone(incidents, incidents);
  const hour = hourOf(incident);
  await enterWithHotspots(commune, linkTo(placeOf(incident), { layers: 'incidents', asOf: LAST_DAY }));
  const brush = new Brush(commune.page);
  await brush.open();

  await brush.chooseHour((hour + 1) % 24);
  await expect(brush.said).toHaveText(shownOf(incidents, (hour + 1) % 24));
  await commune.map.pressMiddle();
  await expect(commune.map.root.locator('.commune-map-tip')).toContainText('vụ việc trong ô này');
  expect(commune.inLink('selected'), 'what is not wanted cannot be picked').toBeNull();

  await brush.hours.focus();
  await commune.page.keyboard.press('Shift+ArrowLeft');
  await expect(brush.said).toHaveText(shownOf(incidents, hour, (hour + 1) % 24));
  await commune.map.pressMiddle();
  await expect.poll(() => commune.inLink('selected')).toBe(`incidents:${incident.id}`);
  expect(commune.page.url(), 'a choice is nothing for a link').not.toMatch(/gio|hour|brush/i);

  // Gone again, and let go, so that it can be picked anew when all come back.
  await brush.hours.focus();
  await commune.page.keyboard.press('Shift+ArrowRight');
  await expect(brush.said).toHaveText(shownOf(incidents, (hour + 1) % 24));
  await commune.map.root.locator('.maplibregl-canvas').press('Escape');
  await expect.poll(() => commune.inLink('selected')).toBeNull();
  await brush.clear.click();
  await expect(brush.clear).toHaveCount(0);
  await expect(brush.said).toHaveText('');
  await commune.map.pressMiddle();
  await expect.poll(() => commune.inLink('selected')).toBe(`incidents:${incident.id}`);
});

test('points are drawn from far off only while a choice is made', async ({ commune }) => {
  const { incidents } = await hotspotsOf(commune.address, LAST_DAY);
  const incident = standsAlone(incidents, incidents);
  await enterWithHotspots(
    commune,
    linkTo(placeOf(incident), { layers: 'incidents', asOf: LAST_DAY, zoom: FAR }),
  );
  const brush = new Brush(commune.page);
  await brush.open();
  await commune.map.pressMiddle();
  expect(commune.inLink('selected')).toBeNull();

  await brush.chooseHour(hourOf(incident));
  await commune.map.pressMiddle();
  await expect.poll(() => commune.inLink('selected')).toMatch(/^incidents:/);

  await commune.page.keyboard.press('Escape');
  await expect.poll(() => commune.inLink('selected')).toBeNull();
  await brush.clear.click();
  await commune.map.pressMiddle();
  expect(commune.inLink('selected')).toBeNull();
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test('a drag chooses as keys do, and axe finds no barrier', async ({ commune }) => {
      const { incidents } = await hotspotsOf(commune.address, LAST_DAY);
      await enterWithHotspots(commune, `/?as_of=${LAST_DAY}&layers=hamlets,incidents`);
      if (viewport.width < 500)
        await commune.page.getByRole('button', { name: 'Bản đồ', exact: true }).click();
      const brush = new Brush(commune.page);
      await brush.open();

      await brush.dragHours(8, 10);

      await expect(brush.said).toHaveText(shownOf(incidents, 8, 9, 10));
      await expect(brush.hours.getByRole('option', { selected: true })).toHaveCount(3);
      await commune.map.settled();
      expect(await barriers(commune.page)).toEqual([]);
    });
  });
}

test('whoever signs out leaves no choice behind, in the page or on the device', async ({ commune }) => {
  await enterWithHotspots(commune, `/?as_of=${LAST_DAY}&layers=hamlets,incidents`);
  const brush = new Brush(commune.page);
  await brush.open();
  await brush.chooseHour(3);
  await expect(brush.clear).toBeVisible();
  const kept = () =>
    commune.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  expect(await kept()).not.toMatch(/hours|weekdays|begun/);

  await commune.session.leave();
  await expect(brush.root).toHaveCount(0);
  await commune.session.enterAs('Công an xã');

  await expect(brush.root).toBeVisible();
  await expect(brush.clear).toHaveCount(0);
});

test('nobody else fetches it', async ({ commune, watched }) => {
  await commune.open(`/?as_of=${LAST_DAY}&layers=hamlets,incidents`);
  await commune.session.enterAs('Lãnh đạo xã');
  await commune.map.settled();

  await expect(new Brush(commune.page).root).toHaveCount(0);
  expect(
    watched.asked.filter((address) => /\/(time-brush|brush|moments)-[^/]+\.(js|css)$/.test(address)),
  ).toEqual([]);
});

/** The panel at the map's foot. */
class Brush {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get root(): Locator {
    return this.#page.getByRole('region', { name: 'Lọc theo thời gian' });
  }

  get said(): Locator {
    return this.root.locator('output');
  }

  get clear(): Locator {
    return this.root.getByRole('button', { name: 'Bỏ lọc thời gian' });
  }

  get hours(): Locator {
    return this.root.getByRole('listbox', { name: 'Giờ' });
  }

  async open(): Promise<void> {
    await this.root.getByRole('button', { name: 'Lọc theo thời gian' }).click();
    await this.hours.waitFor();
  }

  async chooseHour(hour: number): Promise<void> {
    await this.hours.focus();
    await this.#page.keyboard.press('Home');
    for (let step = 0; step < hour; step += 1) await this.#page.keyboard.press('ArrowRight');
  }

  async dragHours(from: number, to: number): Promise<void> {
    const box = await this.hours.boundingBox();
    if (!box) throw new Error('expected bars on the screen');
    const at = (hour: number) => box.x + ((hour + 0.5) * box.width) / 24;
    await this.#page.mouse.move(at(from), box.y + box.height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(at(to), box.y + box.height / 2, { steps: 4 });
    await this.#page.mouse.up();
  }
}

/** Signs in on a link with the hotspots in it, and waits until they are here. */
async function enterWithHotspots(commune: CommunePage, link: string): Promise<void> {
  await commune.open(link);
  await commune.session.enterAs('Công an xã');
  await expect(commune.overview.besideLayer(HOTSPOTS)).toHaveText(/^\d+$/);
}

const placeOf = ({ geometry }: Incident) => geometry.coordinates;

/** The hour on a clock in Viet Nam, asked of the browser's own calendar. */
function hourOf({ occurred_at }: Incident): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return Number(clock.format(new Date(occurred_at)));
}

function shownOf(incidents: readonly Incident[], ...hours: number[]): string {
  const shown = incidents.filter((incident) => hours.includes(hourOf(incident))).length;
  return `Hiện ${shown} / ${incidents.length} vụ`;
}
