import type { Locator, Page } from '@playwright/test';

/** Which indicator is shown, what is said of it, and the rings. */
export class Indicators {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get chooser(): Locator {
    return this.#page.getByRole('combobox', { name: 'Chỉ tiêu' });
  }

  get card(): Locator {
    return this.#page.locator('.indicator-card');
  }

  get legend(): Locator {
    return this.#page.locator('.legend-layer').filter({ hasText: 'Thôn' }).first();
  }

  get ringsLegend(): Locator {
    return this.#page.locator('.rings-legend');
  }

  get ringsChooser(): Locator {
    return this.#page.locator('.rings-chooser');
  }

  ring(name: string): Locator {
    return this.ringsChooser.getByRole('checkbox', { name, exact: true });
  }

  /** Waits until the figures of the chosen indicator are here. */
  async shown(): Promise<void> {
    await this.card.locator('.answer-figure strong').waitFor();
  }
}
