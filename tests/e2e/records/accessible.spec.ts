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

    for (const [form, of] of Object.entries({
      'new:waste-points': null,
      'recognise:model-roads': 'model_roads_at',
      'split:hamlets': 'hamlets_at',
      'retired:hamlets': null,
      'new:security-areas': null,
    })) {
      test(`${form} has no barrier, and on a phone nothing that a thumb would miss`, async ({ page }) => {
        const [row] = of === null ? [] : await rowsOf<{ id: string }>(server.address, of, {});
        const link = row ? `${form}:${row.id}` : form;
        const { form: shown } = await keeperAt(page, server.address, { link: `/?form=${link}` });
        const panel = page.locator('.side-panel');
        await panel.waitFor();
        if (form === 'new:waste-points') {
          await shown.button('Ghi lại').click();
          await shown.errors.first().waitFor();
        }
        expect(await barriers(page)).toEqual([]);
        if (size === 'on a phone') expect(await smallTargets(panel)).toEqual([]);
      });
    }
  });
}
