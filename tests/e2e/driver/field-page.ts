import type { Locator, Page } from '@playwright/test';

/** The room for work outdoors, as a thumb uses it. */
export class FieldPage {
  readonly page: Page;
  readonly address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
  }

  /** Signs in on this phone to stay; who looks after something then begins with the own work. */
  async enterAs(button: string): Promise<void> {
    await this.page.goto(`${this.address}/dang-nhap`);
    await this.page
      .locator('.sign-in-demo button')
      .filter({ has: this.page.locator('.sign-in-demo-role').getByText(button, { exact: true }) })
      .tap();
    await this.cards.first().waitFor();
  }

  get cards(): Locator {
    return this.page.locator('.field-card');
  }

  get status(): Locator {
    return this.page.locator('.field-status');
  }

  get big(): Locator {
    return this.page.locator('.field-big');
  }

  get written(): Locator {
    return this.page.getByRole('heading', { name: 'Đã ghi', exact: true });
  }

  tab(name: 'Việc của tôi' | 'Việc đã ghi' | 'Chờ duyệt' | 'Máy này'): Locator {
    return this.page.getByRole('navigation', { name: 'Việc của tôi' }).getByRole('button', { name });
  }

  /** One of the lines below "Ghi", each of which opens a screen of its own. */
  line(name: string): Locator {
    return this.page.locator('.field-answers button').filter({ hasText: name });
  }

  get records(): Locator {
    return this.page.locator('.field-record');
  }

  /** Opens the form of the card with this number. */
  async begin(card = 0): Promise<void> {
    await this.cards.nth(card).tap();
    await this.page.getByRole('button', { name: 'Hôm nay đã chăm sóc' }).tap();
  }

  async addPhotos(moment: 'Trước khi làm' | 'Sau khi làm', files: string[]): Promise<void> {
    await this.line('Ảnh').tap();
    const part = this.page.locator('.field-photos').filter({ hasText: moment });
    await part.locator('input[type=file]').setInputFiles(files);
    await part
      .locator('img')
      .nth(files.length - 1)
      .waitFor();
    await this.page.getByRole('button', { name: 'Xong' }).tap();
  }

  async write(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ghi', exact: true }).tap();
    await this.written.waitFor();
  }

  async backToList(): Promise<void> {
    await this.page.getByRole('button', { name: 'Về danh sách' }).tap();
    await this.cards.first().waitFor();
  }

  /** Until the page's own files are on the device and its lists are kept. */
  async readyOffline(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await this.page.waitForFunction(async () => {
      const open = indexedDB.open('xa-hanh-phuc-answers');
      const database = await new Promise<IDBDatabase>((done) => {
        open.onsuccess = () => done(open.result);
      });
      const kept = await new Promise<string[]>((done) => {
        const all = database.transaction('answers').objectStore('answers').getAll();
        all.onsuccess = () => done(all.result.map(({ key }) => key[1]));
      });
      database.close();
      return ['communes', 'memberships', 'care-subjects', 'care-records', 'model-roads', 'ground'].every(
        (name) => kept.includes(name),
      );
    });
  }
}
