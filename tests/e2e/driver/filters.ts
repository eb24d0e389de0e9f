import type { Locator, Page } from '@playwright/test';

/** The drawer with the filters of every layer. */
export class Filters {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** "Bộ lọc", or "Bộ lọc · 2" while two are chosen. */
  get button(): Locator {
    return this.#page.getByRole('button', { name: /^Bộ lọc( · \d+)?$/ });
  }

  get root(): Locator {
    return this.#page.getByRole('region', { name: 'Bộ lọc' });
  }

  async open(): Promise<void> {
    if (!(await this.root.isVisible())) await this.button.click();
    await this.root.waitFor();
  }

  /** One layer's filters, opened. */
  async ofLayer(title: string): Promise<Locator> {
    await this.open();
    const summary = this.#page.locator('summary').filter({ hasText: new RegExp(`^${title}`) });
    const group = this.root.locator('details').filter({ has: summary });
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    return group;
  }

  async choose(layer: string, filter: string, option: string): Promise<void> {
    const group = await this.ofLayer(layer);
    await group.getByRole('group', { name: filter, exact: true }).getByLabel(option).check();
  }

  async type(layer: string, filter: string, text: string): Promise<void> {
    const group = await this.ofLayer(layer);
    await group.getByRole('searchbox', { name: filter }).fill(text);
  }
}
