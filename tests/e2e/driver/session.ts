import type { Locator, Page } from '@playwright/test';

/** Each demo account: what its button says, and what the page then calls the person. */
export const DEMO_ACCOUNTS = [
  { button: 'Lãnh đạo xã', email: 'leader@demo.vn', called: 'Lãnh đạo xã' },
  { button: 'Cán bộ MTTQ', email: 'officer@demo.vn', called: 'Cán bộ MTTQ' },
  { button: 'Hội Cựu chiến binh', email: 'veterans@demo.vn', called: 'Hội Cựu chiến binh' },
  { button: 'Hội Liên hiệp Phụ nữ', email: 'women@demo.vn', called: 'Hội Liên hiệp Phụ nữ' },
  { button: 'Đoàn Thanh niên', email: 'youth@demo.vn', called: 'Đoàn Thanh niên' },
  { button: 'Hội Nông dân', email: 'farmers@demo.vn', called: 'Hội Nông dân' },
  { button: 'Ban công tác Mặt trận thôn', email: 'hamlet@demo.vn', called: 'Ban công tác Mặt trận Thôn 3' },
  { button: 'Công an xã', email: 'police@demo.vn', called: 'Công an xã' },
  { button: 'Quản trị', email: 'admin@demo.vn', called: 'Quản trị' },
] as const;

export const DEMO_PASSWORD = 'demo-xa-hanh-phuc';

/** Coming and going: the sign-in page, and who the map says one is. */
export class Session {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get signInButton(): Locator {
    return this.#page.getByRole('button', { name: 'Đăng nhập', exact: true });
  }

  /** The button that names who is signed in. */
  account(called: string): Locator {
    return this.#page.locator('.account-button').filter({ hasText: called });
  }

  /** Of the sign-in page: the way out without signing in, there as soon as it knows of a commune. */
  get backToMap(): Locator {
    return this.#page.getByRole('button', { name: 'Về bản đồ' });
  }

  get demoAccounts(): Locator {
    return this.#page.getByRole('region', { name: 'Tài khoản dùng thử' });
  }

  /** Of the sign-in page: whether this device keeps the session when it is closed. */
  get stay(): Locator {
    return this.#page.getByRole('checkbox', { name: /^Giữ đăng nhập trên (máy|điện thoại) này$/ });
  }

  /** From the map: one press to the sign-in page, one on a demo account. */
  async enterAs(button: (typeof DEMO_ACCOUNTS)[number]['button']): Promise<void> {
    await this.signInButton.click();
    await this.pickDemoAccount(button);
  }

  /** The same, and every tab of this browser is to be signed in. */
  async enterToStayAs(button: (typeof DEMO_ACCOUNTS)[number]['button']): Promise<void> {
    await this.signInButton.click();
    await this.stay.check();
    await this.pickDemoAccount(button);
  }

  /** On the sign-in page: one press, wherever it leads. */
  async pressDemoAccount(button: (typeof DEMO_ACCOUNTS)[number]['button']): Promise<void> {
    const names = this.#page.locator('.sign-in-demo-role').getByText(button, { exact: true });
    await this.demoAccounts.getByRole('button').filter({ has: names }).click();
  }

  /** The same, where it leads to the map. */
  async pickDemoAccount(button: (typeof DEMO_ACCOUNTS)[number]['button']): Promise<void> {
    await this.pressDemoAccount(button);
    const account = DEMO_ACCOUNTS.find((one) => one.button === button);
    await this.account(account?.called ?? '').waitFor();
  }

  async leave(): Promise<void> {
    await this.#page.locator('.account-button').click();
    await this.#page.getByRole('button', { name: 'Đăng xuất' }).click();
    await this.signInButton.waitFor();
  }
}
