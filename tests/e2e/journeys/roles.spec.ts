import type { CommunePage } from '../driver/commune-page.ts';
import { DEMO_ACCOUNTS } from '../driver/session.ts';
import type { Watch } from '../driver/watch.ts';
import { expect, test } from '../fixtures.ts';

/** A link to what only police may see. */
const HOTSPOTS = '/?layers=hamlets,incidents&table=incidents';

test('the sign-in page says that the accounts are for trying, on sample data', async ({ commune }) => {
  await commune.open();

  await commune.session.signInButton.click();

  // What stands there before the communes are known says nothing.
  await commune.session.backToMap.waitFor();
  await expect(commune.session.demoAccounts).toContainText('Dữ liệu mẫu');
  // One button each, by its name and in this order, and nothing beside them that could be pressed.
  await expect(commune.session.demoAccounts.getByRole('button')).toHaveText(
    DEMO_ACCOUNTS.map(({ button }) => new RegExp(`^${button}`)),
  );
});

test('police: in by one press, and the hotspots are there to switch on', async ({ commune, watched }) => {
  await commune.open();
  await commune.session.enterAs('Công an xã');

  await commune.overview.layer('Điểm nóng an ninh').click();

  // The rows come first: until they are here the map is still settled from before.
  await expect(commune.overview.besideLayer('Điểm nóng an ninh')).toHaveText(/^[1-9]\d*$/);
  await commune.map.settled();
  expect(asksForIncidents(watched)).not.toEqual([]);
  expect(await loadsDeck(watched)).toBe(true);
});

test('police take every trace of the hotspots with them when they sign out', async ({ commune }) => {
  await commune.open();
  await commune.session.enterAs('Công an xã');
  await commune.overview.layer('Điểm nóng an ninh').click();
  await expect(commune.overview.besideLayer('Điểm nóng an ninh')).toHaveText(/^[1-9]\d*$/);

  await commune.session.leave();

  await expect(commune.overview.layer('Điểm nóng an ninh')).toBeDisabled();
  await expect(commune.overview.besideLayer('Điểm nóng an ninh')).toHaveText('chỉ Công an');
});

test('a visitor has no way to the hotspots, even by a link', async ({ commune, watched }) => {
  await commune.open(HOTSPOTS);

  await expectNoHotspots(commune, watched);
});

for (const { button, called } of DEMO_ACCOUNTS.filter(({ email }) => email !== 'police@demo.vn')) {
  test(`${button}: in by one press, no way to the hotspots even by a link, and out`, async ({
    commune,
    watched,
  }) => {
    await commune.open(HOTSPOTS);

    await commune.session.enterAs(button);
    await expect(commune.session.account(called)).toBeVisible();
    await expectNoHotspots(commune, watched);

    await commune.session.leave();
    await expect(commune.overview.answer).toBeVisible();
  });
}

async function expectNoHotspots(commune: CommunePage, watched: Watch): Promise<void> {
  await commune.map.settled();
  await expect(commune.overview.layer('Điểm nóng an ninh')).toBeDisabled();
  await expect(commune.table.grid).toHaveCount(0);
  expect(asksForIncidents(watched)).toEqual([]);
  expect(await loadsDeck(watched)).toBe(false);
}

function asksForIncidents({ asked }: Watch): string[] {
  // What police published is for whoever the commune lets read it.
  return asked.filter((address) => /^\/rest\/.*(?<!published_)incident/.test(new URL(address).pathname));
}

/** Whether any script that was asked for holds deck.gl, whose shaders carry its name. */
async function loadsDeck({ asked }: Watch): Promise<boolean> {
  const scripts = [...new Set(asked.filter((address) => /\.js(\?|$)/.test(address)))];
  const texts = await Promise.all(scripts.map(async (script) => (await fetch(script)).text()));
  return texts.some((text) => DECK.test(text));
}

const DECK = /DECKGL_/;
