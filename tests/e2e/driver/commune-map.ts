import type { Locator, Page } from '@playwright/test';

/** The drawn map. */
export class CommuneMap {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get root(): Locator {
    return this.#page.locator('.commune-map');
  }

  /** Waits until nothing is loaded, moves or is drawn any more. */
  async settled(): Promise<void> {
    await this.#page.locator('[data-map-state="idle"]').waitFor();
  }

  /** Presses the point in the middle, where a link's `at=` puts its place. */
  async pressMiddle(): Promise<void> {
    await this.settled();
    const box = await this.root.boundingBox();
    if (!box) throw new Error('expected a map on the screen');
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Where a place (longitude, latitude in degrees) is, in pixels right of and below the map's middle; by the link's `at`. */
  async fromMiddle([longitude, latitude]: readonly [number, number]): Promise<[number, number]> {
    await this.settled();
    const [north = 0, east = 0, zoom = 0] = (new URL(this.#page.url()).searchParams.get('at') ?? '')
      .split(',')
      .map(Number);
    const scale = (512 * 2 ** zoom) / 360;
    const down = (degrees: number) =>
      (-Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI;
    return [(longitude - east) * scale, (down(latitude) - down(north)) * scale];
  }
}
