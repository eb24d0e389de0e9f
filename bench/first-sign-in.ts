import { CommunePage } from '../tests/e2e/driver/commune-page.ts';
import { MembersPage } from '../tests/e2e/driver/members-page.ts';
import type { TestServer } from '../tests/support/server.ts';
import { type Figure, openBrowser } from './measure.ts';

// What fingers take, beside what the product takes: some 35 words a minute at a desk, a letter in half a second on
// a phone, and time to take the phone out and hold it before the screen.
const DESK_LETTER_MILLISECONDS = 340;
const PHONE_LETTER_MILLISECONDS = 500;
const SCAN_MILLISECONDS = 5_000;

const MEMBER = { name: 'Nguyễn Thị Hoa', signIn: '0912 345 678', role: 'Cán bộ MTTQ' };
const PASSWORD = 'mot cau de nho';

/** From "add a member" on the administrator's desk to the member signed in on a phone, without typing an address. */
export async function firstSignIn(server: TestServer): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const desk = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    const map = new CommunePage(desk, server.address);
    await map.open();
    await map.session.enterAs('Quản trị');
    const members = new MembersPage(desk);
    await members.open();

    const start = performance.now();
    await members.startAdding();
    await members.fill(MEMBER);
    const link = await members.addAndScan();
    const phone = await browser.newContext({
      locale: 'vi-VN',
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const screen = await phone.newPage();
    await screen.goto(link);
    await screen.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await screen.getByRole('button', { name: 'Đặt mật khẩu và vào bản đồ' }).tap();
    await screen.locator('.account-button').waitFor();
    const product = performance.now() - start;

    const people =
      (MEMBER.name.length + MEMBER.signIn.length) * DESK_LETTER_MILLISECONDS +
      PASSWORD.length * PHONE_LETTER_MILLISECONDS +
      SCAN_MILLISECONDS;
    const whole = (product + people) / 1000;
    return [
      {
        what: `a member added and signed in on a phone (product ${(product / 1000).toFixed(1)} s, typing and scanning reckoned ${(people / 1000).toFixed(1)} s)`,
        figure: `${whole.toFixed(1)} s`,
        reach: '≤ 60 s',
        reached: whole <= 60,
      },
    ];
  } finally {
    await browser.close();
  }
}
