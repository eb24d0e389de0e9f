import type { Page } from '@playwright/test';
import { startServer, type TestServer } from '../../support/server.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { DEMO_ACCOUNTS } from '../driver/session.ts';
import { copySample, expect, test } from '../fixtures.ts';
import { type Asker, askerFor, CALLS, VIEWS } from './api.ts';
import { collectWire, mapSources, memory, recordMapSources, storage } from './browser.ts';
import { betrayedBy, PLANTED } from './planted.ts';

// Exits differ by role, not by association.
const WHO = DEMO_ACCOUNTS.filter(({ email }) => !/women|youth|farmers/.test(email));
const OTHERS = [null, ...WHO.map(({ email }) => email).filter((email) => email !== 'police@demo.vn')];
const ROOMS = [
  '/cong-bo',
  '/nhat-ky',
  '/thanh-vien',
  '/to-chuc',
  '/quy-dinh',
  '/muc-tieu',
  '/so-lieu',
  '/bang-diem',
  '/khu-tu-quan',
  '/cuoc-hop',
  '/viec-cua-toi',
  '/in',
];
const EVERYTHING = `/?as_of=2026-10-31&layers=hamlets,model-roads,waste-points,cemeteries,care-stretches,roads,incidents,published-incidents&selected=incidents:${PLANTED.id}`;

test.describe.configure({ mode: 'serial' });
// Work without a network is an exit too.
test.use({ serviceWorkers: 'allow' });

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer({ dataFolder: copySample() });
  const police = await askerFor(server.address, 'police@demo.vn');
  const answer = await police('/rest/v1/rpc/save_incident', {
    feature: {
      id: PLANTED.id,
      kind: 'theft',
      occurred_at: PLANTED.occurredAt,
      state: 'open',
      place_hint: PLANTED.hint,
      note: PLANTED.note,
      geometry: { type: 'Point', coordinates: [PLANTED.longitude, PLANTED.latitude] },
    },
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
});
test.afterAll(() => server.stop());

/** What got out, exit by exit: `wire …: the words`. */
function leaks(
  exits: readonly (readonly [exit: string, content: string | Buffer])[],
  options = {},
): string[] {
  return exits.flatMap(([exit, content]) => betrayedBy(content, options).map((word) => `${exit}: ${word}`));
}

async function answers(
  ask: Asker,
  doors: readonly (readonly [path: string, body?: object])[],
): Promise<[string, string][]> {
  const told: [string, string][] = [];
  for (const [path, body] of doors) told.push([path, await (await ask(path, body)).text()]);
  return told;
}

const READS = [
  ...VIEWS.map((view) => [`/rest/v1/${view}?select=*`] as const),
  // What is not offered must not say anything by its refusal either.
  ...['/rest/v1/', '/rest/v1/incidents?select=*', '/rest/v1/incident_grid?select=*'].map(
    (path) => [path] as const,
  ),
];
const ASKS = CALLS.map(([name, body]) => [`/rest/v1/rpc/${name}`, body] as const);

async function heardLive(address: string, email: string | null, act: () => Promise<void>): Promise<string> {
  const left = new AbortController();
  const ask = await askerFor(address, email);
  const answer = await ask('/live?ago=0', undefined, left.signal);
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let words = decoder.decode((await reader?.read())?.value);
  await act();
  // After the incident a road was written, which everybody hears: what did not come before it does not come.
  while (!words.includes('"settings"')) {
    const part = await reader?.read();
    if (!part || part.done) break;
    words += decoder.decode(part.value);
  }
  left.abort();
  return words;
}

/** Walks the map with everything on, its table and its files, and every room. */
async function walk(
  page: Page,
  button: (typeof WHO)[number]['button'] | null,
): Promise<(readonly [string, string | Buffer])[]> {
  await recordMapSources(page.context());
  const wire = collectWire(page.context());
  const commune = new CommunePage(page, server.address);
  const isPolice = button === 'Công an xã';
  const exits: (readonly [string, string | Buffer])[] = [];
  await commune.open();
  if (button) await commune.session.enterAs(button);
  await commune.open(`${EVERYTHING}&table=${isPolice ? 'incidents' : 'published-incidents'}`);
  await expect(page.getByRole('button', { name: 'Tải về', exact: true })).toBeEnabled();
  await commune.map.settled();
  for (const kind of ['CSV', 'Excel', 'GeoJSON'] as const)
    exits.push([`file ${kind}`, (await commune.table.save(kind)).bytes]);
  exits.push(
    ['map sources', await mapSources(page)],
    ['memory', await memory(page)],
    ['page', await page.content()],
  );
  exits.push(['storage of the map', await storage(page)]);
  for (const room of ROOMS) {
    await page.goto(`${server.address}${room}${EVERYTHING.slice(1)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.locator('.room-skeleton')).toHaveCount(0);
    exits.push([`page ${room}`, await page.content()]);
  }
  exits.push(['storage', await storage(page)], ...(await wire()));
  return exits;
}

test('the search finds the planted incident wherever police look', async ({ page }) => {
  const exits = await walk(page, 'Công an xã');
  const found = leaks(exits).map((line) => line.split(':')[0]);
  const doors = await answers(
    await askerFor(server.address, 'police@demo.vn'),
    ASKS.filter(([path]) => /\/(read|review)_/.test(path)),
  );
  expect(new Set(leaks(doors).map((line) => line.split(':')[0]))).toContain('/rest/v1/rpc/read_incidents');
  for (const exit of ['file CSV', 'file Excel', 'memory', 'page']) expect(found).toContain(exit);
  expect(found.some((exit) => exit?.startsWith('wire http'))).toBe(true);
  // Nothing of it outlives the page.
  expect(leaks(exits.filter(([exit]) => exit.startsWith('storage')))).toEqual([]);
});

test('nobody else finds it in any view', async () => {
  for (const email of OTHERS) {
    const told = await answers(await askerFor(server.address, email), READS);
    expect(leaks(told), email ?? 'a visitor').toEqual([]);
  }
});

for (const email of OTHERS) {
  test(`${email ?? 'a visitor'} finds it in no answer of a function`, async () => {
    const told = await answers(await askerFor(server.address, email), ASKS);
    expect(told.length).toBeGreaterThan(80);
    expect(leaks(told, { knowsId: true })).toEqual([]);
  });
}

for (const { button } of [{ button: null }, ...WHO.filter((one) => one.button !== 'Công an xã')]) {
  test(`${button ?? 'a visitor'} finds it nowhere in the application`, async ({ page }) => {
    const exits = await walk(page, button);
    expect(exits.length).toBeGreaterThan(50);
    // The link that he opened names the id: what he brought himself is no leak.
    expect(leaks(exits, { knowsId: true })).toEqual([]);
  });
}

test('the live signal tells nobody but police that it was written', async () => {
  const police = await askerFor(server.address, 'police@demo.vn');
  const officer = await askerFor(server.address, 'officer@demo.vn');
  let version = 1;
  let year = 2090;
  const act = async () => {
    const change = {
      feature: { id: PLANTED.id, state: version % 2 ? 'resolved' : 'open' },
      edited_version: version,
    };
    const answer = await police('/rest/v1/rpc/save_incident', change);
    expect(answer.status, await answer.clone().text()).toBe(200);
    version += 1;
    const setting = {
      id: crypto.randomUUID(),
      key: 'model_roads_per_hamlet',
      value: 1,
      valid_from: `${year}-01-01`,
    };
    year += 1;
    expect((await officer('/rest/v1/rpc/save_setting', { setting })).status).toBe(200);
  };
  expect(await heardLive(server.address, 'police@demo.vn', act)).toContain('"incidents"');
  for (const email of OTHERS) {
    const words = await heardLive(server.address, email, act);
    expect(words, email ?? 'visitor').toContain('"settings"');
    expect(words, email ?? 'visitor').not.toContain('"incidents"');
    expect(betrayedBy(words)).toEqual([]);
  }
});

test('the server has written nothing of it into its log', () => {
  expect(betrayedBy(server.output())).toEqual([]);
});
