import type { Locator, Page } from '@playwright/test';

/** The drawn map. */
export class CommuneMap {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get root(): Locator {
    return this.#page.locator('.commune-map');
  }

  /** Waits until nothing is loaded, moves or is drawn any more. */
  async settled(): Promise<void> {
    await this.#page.locator('[data-map-state="idle"]').waitFor();
  }

  /** Presses the point in the middle, where a link's `at=` puts its place. */
  async pressMiddle(): Promise<void> {
    await this.settled();
    const box = await this.root.boundingBox();
    if (!box) throw new Error('expected a map on the screen');
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
}
