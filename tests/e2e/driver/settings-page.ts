import type { Locator, Page } from '@playwright/test';

/** "Quy định của xã": the settings as versions. */
export class SettingsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The card of one setting, by its title. */
  card(title: string): Locator {
    return this.#page.getByRole('region', { name: title });
  }

  /** Begins a new version of a setting. */
  async beginVersion(title: string): Promise<void> {
    await this.card(title).getByRole('button', { name: 'Thêm phiên bản mới' }).click();
  }

  /** Writes the day from which the version counts, as 31/12/2026. */
  async countsFrom(day: string): Promise<void> {
    const field = this.#page.getByRole('textbox', { name: 'Áp dụng từ ngày' });
    await field.fill(day);
    await field.press('Tab');
  }

  async save(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  }

  /** A new version of how many model roads each hamlet needs. */
  async wantRoads(count: string, from: string): Promise<void> {
    const title = 'Số tuyến đường kiểu mẫu mỗi thôn cần đạt';
    await this.beginVersion(title);
    await this.#page.getByLabel('Số tuyến đường', { exact: true }).fill(count);
    await this.countsFrom(from);
    await this.save();
    await this.card(title).getByText('Đã lưu.').waitFor();
  }
}
