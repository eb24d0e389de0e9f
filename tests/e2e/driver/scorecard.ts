import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** The room "Bảng điểm": hamlets by indicators, and what a figure rests on. */
export class Scorecard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens it by its link, and waits for its figures. */
  async open(address: string, search: string): Promise<void> {
    await this.#page.goto(`${address}/bang-diem${search}`);
    await this.#page.locator('.scorecard').waitFor();
  }

  get grid(): Locator {
    return this.#page.getByRole('grid', { name: 'Bảng điểm' });
  }

  /** The hamlets from top to bottom. */
  async hamlets(): Promise<string[]> {
    const names = await this.grid.getByRole('rowheader').allTextContents();
    return names.filter((name) => !name.startsWith('Toàn xã') && name !== 'Mục tiêu');
  }

  async sortBy(title: string): Promise<void> {
    await this.grid.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  }

  /** A hamlet's figure of an indicator, by its whole name. */
  cell(hamlet: string, indicator: string): Locator {
    return this.#page.getByRole('button', { name: `${hamlet}, ${indicator}: ` });
  }

  /** What is open about one figure. */
  get evidence(): Locator {
    return this.#page.getByRole('dialog');
  }

  /** Presses "Tải CSV", and answers with the saved text. */
  async saveCsv(): Promise<string> {
    const coming = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: 'Tải CSV', exact: true }).click();
    return readFile(await (await coming).path(), 'utf8');
  }
}
