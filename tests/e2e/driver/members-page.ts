import type { Locator, Page } from '@playwright/test';
import { textOfQrCode } from '../../support/qr-code.ts';

/** The members' page as an administrator speaks of it. */
export class MembersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the map, by the account's menu. */
  async open(): Promise<void> {
    await this.page.locator('.account-button').click();
    await this.page.getByRole('button', { name: 'Thành viên', exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Thành viên' }).waitFor();
    await this.rows.first().waitFor();
  }

  get rows(): Locator {
    return this.page.locator('.room-table tbody tr');
  }

  rowOf(name: string): Locator {
    return this.rows.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label);
  }

  async startAdding(): Promise<void> {
    await this.page.getByRole('button', { name: 'Thêm thành viên' }).click();
  }

  async fill({ name, signIn, role }: { name?: string; signIn?: string; role?: string }): Promise<void> {
    if (name !== undefined) await this.field('Họ và tên').fill(name);
    if (signIn !== undefined) await this.field('Số điện thoại hoặc thư điện tử').fill(signIn);
    if (role !== undefined) await this.field('Vai trò').selectOption({ label: role });
  }

  /** Sends the form and answers with the link that the shown picture holds, read as a camera reads it. */
  async addAndScan(): Promise<string> {
    await this.dialog.getByRole('button', { name: 'Thêm và lấy mã' }).click();
    return this.scan();
  }

  async scan(): Promise<string> {
    const picture = this.dialog.getByRole('img', { name: /^Mã QR/ });
    await picture.waitFor();
    return textOfQrCode(picture);
  }

  async edit(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Sửa ${name}`, exact: true }).click();
    await this.dialog.waitFor();
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  }
}
