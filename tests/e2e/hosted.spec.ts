import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Route, type WebSocketRoute } from '@playwright/test';
import { answerWith } from '../../supabase/local/http-adapter.ts';
import { createStaticFiles } from '../../supabase/local/static-files.ts';
import { LAST_DAY } from '../support/sample-folder.ts';
import { CommunePage } from './driver/commune-page.ts';
import { watch } from './driver/watch.ts';
import { testWithSample as test } from './fixtures.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const PROJECT = 'https://project.supabase.co';
const KEY = 'sb_publishable_of_the_project';
const dist = mkdtempSync(join(tmpdir(), 'hosted-'));
let host: Server;
let page: string;

/** The rules for pages that docs/hosting.md gives for a static host, for this project. */
function headersOfTheGuide(): [string, string][] {
  const guide = readFileSync(join(REPOSITORY, 'docs/hosting.md'), 'utf8').replaceAll(
    'https://PROJECT.supabase.co',
    PROJECT,
  );
  const lines = guide.match(/^ {3}[A-Z][A-Za-z-]+: .+$/gm) ?? [];
  return lines.map((line) => line.trim().split(/: (.*)/, 2) as [string, string]);
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  execFileSync(
    process.execPath,
    [join(REPOSITORY, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', dist, '--logLevel', 'error'],
    {
      cwd: REPOSITORY,
      env: { ...process.env, VITE_SUPABASE_URL: PROJECT, VITE_SUPABASE_ANON_KEY: KEY },
    },
  );
  const files = createStaticFiles(dist);
  const headers = headersOfTheGuide();
  expect(headers.map(([name]) => name)).toContain('Content-Security-Policy');
  host = createServer((incoming, outgoing) => {
    void answerWith(
      async (request) => {
        const answer = await files(request);
        for (const [name, value] of headers) answer.headers.set(name, value);
        return answer;
      },
      incoming,
      outgoing,
    );
  }).listen(0, '127.0.0.1');
  await new Promise((done) => host.once('listening', done));
  page = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  host.close();
  rmSync(dist, { recursive: true, force: true });
});

/** Plays the project: the sample server answers, with the headers by which a project lets other origins in. */
async function playProject(route: Route, sample: string): Promise<void> {
  const request = route.request();
  const open = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    'access-control-expose-headers': '*',
  };
  if (request.method() === 'OPTIONS')
    return route.fulfill({ status: 204, headers: { ...open, 'access-control-allow-methods': '*' } });
  const { origin: _origin, referer: _referer, ...headers } = await request.allHeaders();
  expect(headers.apikey).toBe(KEY);
  const own = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'host'),
  );
  const answer = await route.fetch({
    url: request.url().replace(PROJECT, sample),
    headers: { ...own, apikey: 'sb_publishable_embedded' },
  });
  await route.fulfill({ response: answer, headers: { ...answer.headers(), ...open } });
}

/** Plays the project's Realtime: every channel may be joined, and nothing is ever said on it. */
function playRealtime(joined: string[]) {
  return (socket: WebSocketRoute) =>
    socket.onMessage((message) => {
      const [joinReference, reference, topic, event] = JSON.parse(String(message)) as string[];
      if (event === 'phx_join') joined.push(topic ?? '');
      socket.send(
        JSON.stringify([joinReference, reference, topic, 'phx_reply', { status: 'ok', response: {} }]),
      );
    });
}

test('a page built for a Supabase project asks that project and its own host, and nobody else', async ({
  context,
  page: tab,
  sample,
}) => {
  const seen = watch(context, /^(http:\/\/127\.0\.0\.1:\d+|https:\/\/project\.supabase\.co)\//);
  await context.route(`${PROJECT}/**`, (route) => playProject(route, sample));
  const joined: string[] = [];
  await context.routeWebSocket(/^wss:\/\/project\.supabase\.co\/realtime\//, playRealtime(joined));
  const commune = new CommunePage(tab, page);
  await commune.open(`/?as_of=${LAST_DAY}`);
  await commune.session.enterAs('Lãnh đạo xã');
  await commune.map.settled();

  // What a leader may read is listened to, and nothing that only police or administrators may.
  await expect.poll(() => joined.join(' ')).toContain(':model_roads');
  expect(joined.filter((topic) => /:(incidents|members)$/.test(topic))).toEqual([]);
  expect(seen.foreign).toEqual([]);
  const ofTheApi = seen.asked.filter((address) => /\/(rest|auth)\/v1\//.test(address));
  expect(ofTheApi.length).toBeGreaterThan(5);
  expect(ofTheApi.filter((address) => !address.startsWith(`${PROJECT}/`))).toEqual([]);
  // A static host knows no background map and says so; nothing else may stand on the console.
  expect(seen.problems.filter((problem) => !/Failed to load resource.*404/.test(problem))).toEqual([]);
  // What the page still asks for ends with it.
  await context.unrouteAll({ behavior: 'ignoreErrors' });
});
