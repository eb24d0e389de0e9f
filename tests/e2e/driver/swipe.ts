import type { Locator, Page } from '@playwright/test';

/** Two days side by side on the map, and what changed between them. */
export class Swipe {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get line(): Locator {
    return this.#page.getByRole('slider', { name: 'Vạch so sánh hai ngày' });
  }

  get days(): Locator {
    return this.#page.locator('.swipe-day');
  }

  get list(): Locator {
    return this.#page.getByRole('region', { name: 'Đã thay đổi' });
  }

  /** Waits until both maps are drawn. */
  async settled(): Promise<void> {
    await this.#page.locator('.swipe-map [data-map-state="idle"]').waitFor();
    await this.#page.locator('.map-stage-canvas > .commune-map [data-map-state="idle"]').waitFor();
  }

  /** Drags the line to this share of the map's width. */
  async dragTo(share: number): Promise<void> {
    const line = await this.line.boundingBox();
    const map = await this.#page.locator('.swipe').boundingBox();
    if (!line || !map) throw new Error('expected a line over a map');
    const y = line.y + line.height / 2;
    await this.#page.mouse.move(line.x + line.width / 2, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(map.x + map.width * share, y, { steps: 4 });
    await this.#page.mouse.up();
  }
}
