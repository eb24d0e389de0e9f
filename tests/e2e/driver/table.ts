import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** The table of one layer. */
export class Table {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get button(): Locator {
    return this.#page.getByRole('button', { name: 'Bảng', exact: true });
  }

  get grid(): Locator {
    return this.#page.getByRole('grid');
  }

  heading(layer: string): Locator {
    return this.#page.locator('.layer-table').getByRole('heading', { name: layer, exact: true });
  }

  get rows(): Locator {
    return this.grid.locator('tbody tr[data-index]');
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.#page.getByRole('rowheader', { name, exact: true }) });
  }

  get selectedRow(): Locator {
    return this.grid.locator('tbody tr[aria-selected="true"]');
  }

  /** "12 trong 48 dòng" */
  get count(): Locator {
    return this.#page.getByRole('status').filter({ hasText: / dòng$/ });
  }

  get search(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Tìm trong bảng' });
  }

  header(title: string): Locator {
    return this.grid.getByRole('columnheader', { name: title, exact: true });
  }

  async sortBy(title: string): Promise<void> {
    await this.header(title).getByRole('button').click();
  }

  async chooseColumn(title: string, shown: boolean): Promise<void> {
    const button = this.#page.getByRole('button', { name: 'Cột', exact: true });
    await button.click();
    await this.#page.getByRole('checkbox', { name: title, exact: true }).setChecked(shown);
    await this.#page.keyboard.press('Escape');
  }

  /** All that the table shows, titles first, as a person reads it. */
  async shown(): Promise<string[][]> {
    return this.grid.evaluate((grid) =>
      [...grid.querySelectorAll('tr')]
        .map((row) => [...row.children].map((cell) => cell.textContent?.replace(/[↑↓]$/, '').trim() ?? ''))
        .filter((cells) => cells.length > 0),
    );
  }

  /** Chooses in "Tải về" what kind of file, and with which places; answers with the saved file. */
  async save(
    kind: 'Excel' | 'CSV' | 'Shapefile' | 'GeoJSON' | 'KML' | 'GPX',
    places?: string,
  ): Promise<{ name: string; bytes: Buffer }> {
    await this.#page.getByRole('button', { name: 'Tải về', exact: true }).click();
    await this.#page.getByRole('radio', { name: new RegExp(`^${kind} `) }).check();
    if (places) await this.#page.getByRole('radio', { name: places, exact: true }).check();
    const coming = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: 'Tải tệp', exact: true }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
