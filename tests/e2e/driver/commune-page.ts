import type { Locator, Page } from '@playwright/test';
import { CommuneMap } from './commune-map.ts';
import { Filters } from './filters.ts';
import { Overview } from './overview.ts';
import { Session } from './session.ts';
import { Table } from './table.ts';

/** The page of one commune as its people speak of it. */
export class CommunePage {
  readonly page: Page;
  readonly address: string;
  readonly overview: Overview;
  readonly filters: Filters;
  readonly table: Table;
  readonly map: CommuneMap;
  readonly session: Session;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
    this.overview = new Overview(page);
    this.filters = new Filters(page);
    this.table = new Table(page);
    this.map = new CommuneMap(page);
    this.session = new Session(page);
  }

  /** Opens a link (the part behind the address), and waits for the answer. */
  async open(link = '/'): Promise<void> {
    await this.page.goto(`${this.address}${link}`);
    await this.overview.answer.waitFor();
  }

  /** The sheet with what is known of the picked feature; its title may go on, "Thôn 3 (Du Lễ)". */
  detailOf(name: string): Locator {
    return this.page.locator('.side-panel').filter({
      has: this.page.getByRole('heading', {
        level: 2,
        name: new RegExp(`^${name.replace(/[()]/g, '\\$&')}`),
      }),
    });
  }

  /** One value of the link, as it stands in the address now. */
  inLink(key: string): string | null {
    return new URL(this.page.url()).searchParams.get(key);
  }
}
