import type { Locator, Page } from '@playwright/test';
import { CommuneMap } from './commune-map.ts';
import { CommunePage } from './commune-page.ts';
import type { DEMO_ACCOUNTS } from './session.ts';

/** The form beside the map, and the ways to it. */
export class RecordForm {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get root(): Locator {
    return this.#page.locator('.record-form');
  }

  /** What was saved last, and what to look at. */
  get news(): Locator {
    return this.#page.locator('.map-page-notices');
  }

  get errors(): Locator {
    return this.root.locator('.field-error');
  }

  field(label: string): Locator {
    return this.root.getByLabel(label, { exact: true });
  }

  /** The button over the map that begins something new. */
  get addButton(): Locator {
    return this.#page.getByRole('button', { name: 'Thêm', exact: true });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** From the button over the map. */
  async add(what: string): Promise<void> {
    await this.addButton.click();
    await this.#page.getByRole('button', { name: what, exact: true }).click();
    await this.root.waitFor();
  }

  /** From what is picked: the first act stands alone, the others in a menu. */
  async begin(act: string): Promise<void> {
    const details = this.#page.locator('.detail-actions');
    await details.getByRole('button', { name: 'Sửa', exact: true }).waitFor();
    if (act !== 'Sửa') await details.getByRole('button', { name: 'Việc khác' }).click();
    const place = act === 'Sửa' ? details : this.#page.locator('.record-menu:popover-open');
    await place.getByRole('button', { name: act, exact: true }).click();
    await this.#page.locator('.side-panel').getByRole('heading', { name: act, exact: true }).waitFor();
  }

  /** Presses the map at places counted in pixels from its middle. */
  async press(...places: readonly (readonly [right: number, down: number])[]): Promise<void> {
    const map = new CommuneMap(this.#page);
    await map.settled();
    const box = await map.root.boundingBox();
    if (!box) throw new Error('expected a map on the screen');
    for (const [right, down] of places) {
      const x = box.x + box.width / 2 + right;
      const y = box.y + box.height / 2 + down;
      await this.#page.mouse.move(x, y);
      await this.#page.mouse.click(x, y);
    }
  }

  /** Drags what lies at a place, counted in pixels from the map's middle. */
  async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const map = new CommuneMap(this.#page);
    await map.settled();
    const box = await map.root.boundingBox();
    if (!box) throw new Error('expected a map on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.#page.mouse.move(x + from[0], y + from[1]);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + to[0], y + to[1], { steps: 8 });
    await this.#page.mouse.up();
  }

  /** Sends the form and waits until it says that it is saved. */
  async save(button = 'Ghi lại'): Promise<void> {
    await this.button(button).click();
    await this.news
      .locator('strong')
      .filter({ hasText: /^Đã ghi/ })
      .waitFor();
  }
}

/** Somebody who keeps records, at the map. */
export async function keeperAt(
  page: Page,
  address: string,
  { link = '/', as = 'Cán bộ MTTQ' }: { link?: string; as?: (typeof DEMO_ACCOUNTS)[number]['button'] } = {},
): Promise<{ commune: CommunePage; form: RecordForm }> {
  const commune = new CommunePage(page, address);
  await commune.open(link);
  await commune.session.enterAs(as);
  const form = new RecordForm(page);
  await form.addButton.waitFor();
  return { commune, form };
}
