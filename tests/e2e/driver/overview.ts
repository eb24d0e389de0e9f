import type { Locator, Page } from '@playwright/test';

/** The column that is read first: the day, the answer, who needs a push, the layers. */
export class Overview {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get root(): Locator {
    return this.#page.getByRole('region', { name: 'Tình hình của xã' });
  }

  /** "9 / 14" */
  get answer(): Locator {
    return this.root.getByText(/^\d+ \/ \d+$/);
  }

  get day(): Locator {
    return this.root.getByRole('textbox', { name: 'Tại ngày' });
  }

  /** Shows another day, written as 31/10/2026. */
  async goToDay(day: string): Promise<void> {
    await this.day.fill(day);
    await this.day.press('Enter');
  }

  /** Which day is on its way, and which is still shown. */
  get stillShown(): Locator {
    return this.#page.getByRole('status').filter({ hasText: 'Đang tải số liệu ngày' });
  }

  layer(title: string): Locator {
    return this.root.getByRole('switch', { name: title, exact: true });
  }

  /** What stands beside a layer's switch: "14", "12 trong 48", "chỉ Công an". */
  besideLayer(title: string): Locator {
    return this.root
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('switch', { name: title, exact: true }) })
      .locator('.layer-list-count');
  }

  /** The hamlets that need a push, most urgent first. */
  get toPush(): Locator {
    return this.root.locator('.push').getByRole('button');
  }
}
