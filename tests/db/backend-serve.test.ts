import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../supabase/local/backend.ts';
import { makeTestCertificate } from '../support/certificates.ts';
import { startServer, type TestServer } from '../support/server.ts';

// One story on one data folder, told in order: each start takes seconds.
const root = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-serve-'));
const dataFolder = join(root, 'data');
const environment = { DIST_DIR: join(root, 'dist') };
let server: TestServer;

beforeAll(async () => {
  mkdirSync(environment.DIST_DIR);
  writeFileSync(join(environment.DIST_DIR, 'index.html'), '<!doctype html><title>Bản đồ</title>');
  server = await startServer({ words: ['--empty'], dataFolder, environment });
});
afterAll(async () => {
  await server.dispose();
  rmSync(root, { recursive: true, force: true });
});

const api = (path: string, init: RequestInit = {}) =>
  fetch(server.address + path, { ...init, headers: { apikey: 'sb_publishable_embedded', ...init.headers } });

describe('an empty installation', () => {
  it('answers as soon as it says its address', async () => {
    expect((await api('/rest/v1/rpc/installation_state', { method: 'POST' })).status).toBe(200);
    expect(await (await fetch(server.address)).text()).toContain('Bản đồ');
  });

  it('prints a one-time code and keeps only its hash', async () => {
    const code = /\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}\b/.exec(server.output())?.[0];
    const letters = (code ?? '').replaceAll('-', '');
    expect(letters).toHaveLength(16);
    await server.stop();
    const backend = await openBackend({ dataFolder, log: () => undefined });
    const rows = await backend.query('select set_up_code_hash as kept from app.installation');
    await backend.close();
    expect(rows).toEqual([{ kept: createHash('sha256').update(letters).digest('hex') }]);
  });

  it('stays empty, with another code, when it is started without the word', async () => {
    const before = server.output();
    server = await startServer({ dataFolder, environment });
    const code = /\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}\b/.exec(server.output())?.[0];
    expect(code).toBeDefined();
    expect(before).not.toContain(code);
    const state = await api('/rest/v1/rpc/installation_state', { method: 'POST' });
    expect(await state.json()).toBe('empty');
  });

  // Windows has no such modes: there the rights of the folder around it are inherited.
  it.skipIf(process.platform === 'win32')('keeps its secrets where nobody else reads them', () => {
    expect(statSync(join(dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataFolder, 'database')).mode & 0o777).toBe(0o700);
  });
});

describe('the port', () => {
  it('serves every answer with the page rules, and none for another name', async () => {
    for (const path of ['/', '/rest/v1/hamlets', '/background.pmtiles', '/none.js']) {
      const { headers } = await api(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(await statusUnder('evil.example')).toBe(421);
  });

  it('sends the background map of the data folder by ranges once it is there', async () => {
    expect((await api('/background.pmtiles')).status).toBe(404);
    writeFileSync(join(dataFolder, 'background.pmtiles'), 'PMTiles-0123456789');
    const part = await api('/background.pmtiles', { headers: { range: 'bytes=0-6' } });
    expect([part.status, await part.text()]).toEqual([206, 'PMTiles']);
  });

  it('answers 413 to a body that is too large, so that the sender reads why', async () => {
    const response = await api('/rest/v1/rpc/x', { method: 'POST', body: 'x'.repeat(11 * 1024 * 1024) });
    expect(response.status).toBe(413);
    expect((await response.json()).message).toContain('10 MB');
  });
});

describe('a second process', () => {
  it('is refused in plain words that name the first', async () => {
    await expect(startServer({ dataFolder, environment })).rejects.toThrow(
      /đang được một chương trình khác sử dụng: tiến trình số \d+, khởi động lúc/,
    );
  });

  it('starts after the first was killed, and what was acknowledged is still there', async () => {
    const code = /\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}\b/.exec(server.output())?.[0];
    const answer = await api('/rest/v1/rpc/make_first_administrator', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, email: 'quan.tri@xa.vn', password: 'mat-khau-quan-tri' }),
    });
    expect(answer.status).toBe(204);
    await server.stop('SIGKILL');
    expect(existsSync(join(dataFolder, 'lock.json'))).toBe(true);
    server = await startServer({ dataFolder, environment });
    const state = await api('/rest/v1/rpc/installation_state', { method: 'POST' });
    expect(await state.json()).toBe('awaiting_commune');
  });

  // On Windows a signal from another process kills; only Ctrl+C in its own window lets it tidy up.
  it.skipIf(process.platform === 'win32')('frees the folder when it is stopped', async () => {
    await server.stop();
    expect(existsSync(join(dataFolder, 'lock.json'))).toBe(false);
  });
});

describe('an address wider than this machine', () => {
  it('is refused while traffic is not encrypted', async () => {
    const wide = startServer({ dataFolder, environment: { ...environment, HOST: '0.0.0.0' } });
    await expect(wide).rejects.toThrow(/HOST=0\.0\.0\.0.*mã hóa/);
  });
});

describe('the first start of a demonstration', () => {
  let demonstration: TestServer;
  beforeAll(async () => {
    demonstration = await startServer({ environment });
  });
  afterAll(() => demonstration.dispose());

  it('fills the sample commune, which a visitor sees and its leader signs in to', async () => {
    const client = createClient(demonstration.address, 'sb_publishable_embedded', {
      auth: { persistSession: false },
    });
    const { count } = await client.from('hamlets').select('*', { count: 'exact', head: true });
    expect(count).toBeGreaterThanOrEqual(14);
    const { error } = await client.auth.signInWithPassword({
      email: 'leader@demo.vn',
      password: 'demo-xa-hanh-phuc',
    });
    expect(error).toBeNull();
  });

  it('refuses a wide address because of its demo accounts', async () => {
    await demonstration.stop();
    const wide = startServer({
      dataFolder: demonstration.dataFolder,
      environment: { ...environment, HOST: '0.0.0.0' },
    });
    await expect(wide).rejects.toThrow(/tài khoản dùng thử/);
  });

  it('refuses it over HTTPS too', async () => {
    const { folder, paths } = await makeTestCertificate();
    const wide = startServer({
      dataFolder: demonstration.dataFolder,
      environment: {
        ...environment,
        HOST: '0.0.0.0',
        TLS_CERT: paths.certificatePath,
        TLS_KEY: paths.keyPath,
      },
    });
    await expect(wide).rejects.toThrow(/tài khoản dùng thử/);
    rmSync(folder, { recursive: true });
  });
});

/** The status that the server gives a request for another host name (fetch would not send that header). */
function statusUnder(host: string): Promise<number> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: server.port, path: '/', headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    })
      .once('error', fail)
      .end();
  });
}
