import { barriers, smallTargets } from '../driver/barriers.ts';
import { rowsOf } from '../driver/figures.ts';
import { OwnServer } from '../driver/own-server.ts';
import { keeperAt } from '../driver/record-form.ts';
import { expect, test } from '../fixtures.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.withSample();
});
test.afterAll(() => server.dispose());

test.use({ allowedProblems: /status of 422/ });

for (const [size, viewport] of Object.entries({
  'at a desk': { width: 1366, height: 768 },
  'on a phone': { width: 390, height: 844 },
})) {
  test.describe(size, () => {
    test.use({ viewport, hasTouch: size === 'on a phone' });

    test('forms have no barrier, and on a phone nothing that a thumb would miss', async ({ page }) => {
      const { form } = await keeperAt(page, server.address);
      const [road] = await rowsOf<{ id: string }>(server.address, 'model_roads_at', {});
      const [hamlet] = await rowsOf<{ id: string }>(server.address, 'hamlets_at', {});
      for (const link of [
        'new:waste-points',
        'new:cemeteries',
        `recognise:model-roads:${road?.id}`,
        `merge:hamlets:${hamlet?.id}`,
        `split:hamlets:${hamlet?.id}`,
        'retired:hamlets',
      ]) {
        await page.goto(`${server.address}/?form=${link}`);
        const panel = page.locator('.side-panel');
        await panel.waitFor();
        if (link.startsWith('new')) {
          await form.button('Ghi lại').click();
          await form.errors.first().waitFor();
        }
        expect(await barriers(page), link).toEqual([]);
        if (size === 'on a phone') expect(await smallTargets(panel), link).toEqual([]);
      }
    });
  });
}
