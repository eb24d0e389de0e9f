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

  /** With Tab, as often as it takes. */
  goOnTo(target: Locator): Promise<void> {
    return this.#goTo(target, 'Tab');
  }

  /** With Shift and Tab. */
  goBackTo(target: Locator): Promise<void> {
    return this.#goTo(target, 'Shift+Tab');
  }

  async #goTo(target: Locator, key: string): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await this.#page.keyboard.press(key);
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`80 times ${key} did not lead to ${target}`);
  }
}
