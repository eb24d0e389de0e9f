import { LAST_DAY } from '../../support/sample-folder.ts';
import type { DEMO_ACCOUNTS } from '../driver/session.ts';
import { expect, test } from '../fixtures.ts';

type Account = (typeof DEMO_ACCOUNTS)[number]['button'];

const PLACES: readonly (readonly [Account, readonly string[]])[] = [
  [
    'Cán bộ MTTQ',
    [
      `/?as_of=${LAST_DAY}`,
      '/?form=new:waste-points',
      '/?form=new:model-roads',
      '/?table=hamlets&indicator=waste_sorting',
      '/nhat-ky',
      '/muc-tieu',
      '/so-lieu',
      '/quy-dinh',
    ],
  ],
  ['Lãnh đạo xã', ['/', '/bang-diem', '/cuoc-hop', '/in']],
  ['Hội Cựu chiến binh', ['/viec-cua-toi', '/']],
  ['Công an xã', ['/?layers=incidents,hamlets', '/?form=new:incidents']],
  ['Quản trị', ['/thanh-vien', '/to-chuc']],
];

for (const [account, links] of PLACES) {
  test(`a page that nobody touches does nothing: ${account}`, async ({ commune }) => {
    const { page } = commune;
    // React asks for its next turn by a message to itself.
    await page.addInitScript(() => {
      const counted = window as unknown as { turns: number };
      counted.turns = 0;
      const post = MessagePort.prototype.postMessage;
      MessagePort.prototype.postMessage = function (this: MessagePort, ...words: unknown[]) {
        counted.turns += 1;
        post.apply(this, words as [unknown]);
      };
    });
    await commune.open('/');
    await commune.session.enterToStayAs(account);
    for (const link of links) {
      await page.goto(`${commune.address}${link}`);
      const shows = link.includes('form=') ? page.locator('.record-form') : page.getByRole('heading').first();
      await expect(shows).toBeVisible();
      await expect
        .poll(
          () =>
            page.evaluate(async () => {
              const counted = window as unknown as { turns: number };
              const before = counted.turns;
              for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
              return counted.turns - before;
            }),
          { message: link },
        )
        .toBeLessThan(3);
    }
  });
}
