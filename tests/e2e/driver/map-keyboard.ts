import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** The map as somebody steers it who has no mouse. */
export class MapKeyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get canvas(): Locator {
    return this.#page.locator('.maplibregl-canvas');
  }

  /** What a screen reader is told after Enter: "Đã chọn: …", "Không có gì ở giữa bản đồ". */
  get said(): Locator {
    return this.#page.locator('.commune-map-said');
  }

  /** From the top of the page: past the lists by the first link, and on into the map. */
  async goToMap(): Promise<void> {
    await this.#page.keyboard.press('Tab');
    await expect(this.#page.getByRole('button', { name: 'Đến bản đồ' })).toBeFocused();
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.press('Tab');
    await expect(this.canvas).toBeFocused();
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }
}
