import type { Locator, Page } from '@playwright/test';
import { ADMINISTRATOR } from './administrator.ts';

/** A file as somebody brings it: its name, and what is in it or where it lies. */
export type BroughtFile = { name: string; content: string | Buffer } | { path: string };

/** "Thiết lập xã": from an empty installation to a commune with its layers. */
export class SetUpPage {
  readonly page: Page;
  readonly address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
  }

  step(title: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: title, exact: true });
  }

  /** What stands in a message of the page, wherever it is. */
  said(words: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(words);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async makeAccount(code: string): Promise<void> {
    await this.page.goto(this.address);
    await this.field('Mã thiết lập').fill(code);
    await this.field('Thư điện tử').fill(ADMINISTRATOR.email);
    await this.field('Mật khẩu').fill(ADMINISTRATOR.password);
    await this.field('Nhập lại mật khẩu').fill(ADMINISTRATOR.password);
    await this.button('Tạo tài khoản').click();
    await this.step('Ranh giới của xã').waitFor();
  }

  /** Signs in as the administrator and goes on where the installation stands. */
  async goOn(title: string): Promise<void> {
    await this.page.goto(`${this.address}/dang-nhap`);
    await this.signIn();
    await this.page.waitForURL((url) => url.pathname !== '/dang-nhap');
    await this.page.goto(`${this.address}/thiet-lap`);
    await this.step(title).waitFor();
  }

  /** On the sign-in page. */
  async signIn(): Promise<void> {
    await this.field('Số điện thoại hoặc thư điện tử').fill(ADMINISTRATOR.email);
    await this.field('Mật khẩu').fill(ADMINISTRATOR.password);
    await this.page.keyboard.press('Enter');
  }

  async bring(file: BroughtFile): Promise<void> {
    const chosen =
      'path' in file
        ? file.path
        : { name: file.name, mimeType: 'application/geo+json', buffer: Buffer.from(file.content) };
    await this.page.locator('input[type="file"]').setInputFiles(chosen);
  }

  async checkRows(): Promise<void> {
    await this.button(/^Kiểm tra [\d.]+ dòng$/).click();
  }

  async storeRows(): Promise<void> {
    await this.button(/^Lưu [\d.]+ dòng vào bản đồ$/).click();
  }
}
