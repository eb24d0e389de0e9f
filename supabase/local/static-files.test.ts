import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaticFiles } from './static-files.ts';

const root = mkdtempSync(join(tmpdir(), 'static-'));
const folder = join(root, 'dist');
const files = createStaticFiles(folder);
const ask = (path: string, init?: RequestInit) => files(new Request(`http://localhost${path}`, init));

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'let a = 1;'.repeat(100));
  writeFileSync(join(root, 'secrets.json'), 'secret');
});
afterAll(() => rmSync(root, { recursive: true }));

it('sends the page for its address and for every screen of the application', async () => {
  for (const path of ['/', '/index.html', '/thiet-lap', '/xa/11713']) {
    const response = await ask(path);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toBe('<!doctype html>');
  }
});

it('sends files named by their content compressed and cached for good', async () => {
  const response = await ask('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await response.arrayBuffer()).toString()).toBe('let a = 1;'.repeat(100));
});

it('answers 304 to whoever has it already', async () => {
  const etag = (await ask('/')).headers.get('etag') ?? '';
  expect((await ask('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
});

it('names each encoding of a file for itself, so that nobody keeps one for another', async () => {
  const etagIn = async (encoding: string) =>
    (await ask('/', { headers: { 'accept-encoding': encoding } })).headers.get('etag');
  const plain = await etagIn('identity');
  expect(plain).toMatch(/^"[\w-]{22}"$/);
  expect(await etagIn('gzip')).toBe(plain?.replace(/"$/, '-gzip"'));
  expect(await etagIn('br')).toBe(plain?.replace(/"$/, '-br"'));
});

it('answers 404 for a file that is not there, and does not remember that', async () => {
  expect((await ask('/assets/late.js')).status).toBe(404);
  writeFileSync(join(folder, 'assets/late.js'), 'let b;');
  expect(await (await ask('/assets/late.js')).text()).toBe('let b;');
});

it.each([
  '/%2e%2e%2fsecrets.json',
  '/..%5csecrets.json',
  '/assets/%2e%2e/%2e%2e/secrets.json',
  '/%00',
  '/%ff',
])('does not leave its folder for %s', async (path) => {
  expect(await (await ask(path)).text()).not.toContain('secret');
});

it('only reads', async () => {
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
});
