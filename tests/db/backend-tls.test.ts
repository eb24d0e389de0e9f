import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestCertificate, type TestCertificate, writePair } from '../support/certificates.ts';
import { startServer, type TestServer } from '../support/server.ts';

// One story on one data folder, told in order: each start takes seconds.
const root = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-tls-serve-'));
const dataFolder = join(root, 'data');
let made: TestCertificate;
let environment: Record<string, string>;
let server: TestServer;

beforeAll(async () => {
  const dist = join(root, 'dist');
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Bản đồ</title>');
  made = await makeTestCertificate(['ban-do.lan', '127.0.0.1', 'localhost']);
  environment = {
    DIST_DIR: dist,
    HOST: '0.0.0.0',
    TLS_CERT: made.paths.certificatePath,
    TLS_KEY: made.paths.keyPath,
  };
});
afterAll(async () => {
  await server?.dispose();
  for (const folder of [root, made.folder]) rmSync(folder, { recursive: true, force: true });
});

const start = (more: Record<string, string> = {}, words: string[] = []) =>
  startServer({ dataFolder, words, environment: { ...environment, ...more } });

describe('a start that is refused before anything is opened', () => {
  it('has one of the two files only', async () => {
    await expect(start({ TLS_KEY: '' })).rejects.toThrow(/Đã đặt TLS_CERT nhưng thiếu TLS_KEY/);
  });

  it('has a certificate with another key', async () => {
    const other = await makeTestCertificate();
    await expect(start({ TLS_KEY: other.paths.keyPath })).rejects.toThrow(/không phải là khóa của chứng chỉ/);
    rmSync(other.folder, { recursive: true });
  });

  it('has an expired certificate', async () => {
    const old = await makeTestCertificate(['localhost'], new Date('2024-01-01'));
    const { certificatePath, keyPath } = old.paths;
    await expect(start({ TLS_CERT: certificatePath, TLS_KEY: keyPath })).rejects.toThrow(/đã hết hạn/);
    rmSync(old.folder, { recursive: true });
  });
});

describe('an office network', () => {
  it('is not given the sample commune, which a first start would make', async () => {
    await expect(start()).rejects.toThrow(/HOST=0\.0\.0\.0.*xã mẫu.*--empty/);
  });

  it('is given a real commune over HTTPS, and told the names of the certificate', async () => {
    server = await start({}, ['--empty']);
    expect(server.address).toBe(`https://ban-do.lan:${server.port}`);
    expect(server.output()).toContain(`cũng mở được tại https://127.0.0.1:${server.port}`);
    expect(await statusUnder('ban-do.lan')).toBe(200);
    expect(await statusUnder('127.0.0.1')).toBe(200);
    expect(await statusUnder('evil.example')).toBe(421);
  });

  it('starts with a warning when the certificate ends soon', async () => {
    await server.stop();
    const soon = new Date(Date.now() - 790 * 24 * 60 * 60 * 1000);
    const ending = await makeTestCertificate(['ban-do.lan', '127.0.0.1', 'localhost'], soon);
    writePair(made.paths, ending.server);
    server = await start({ HOST: '127.0.0.1' });
    expect(server.output()).toMatch(/CẢNH BÁO: chứng chỉ sẽ hết hạn sau \d+ ngày/);
    expect(server.address).toBe(`https://127.0.0.1:${server.port}`);
    rmSync(ending.folder, { recursive: true });
  });
});

/** The status that the API gives over HTTPS under a host name. */
function statusUnder(host: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = { host: `${host}:${server.port}`, apikey: 'sb_publishable_embedded' };
    const { certificate: ca } = made.authority;
    request(
      {
        host: '127.0.0.1',
        port: server.port,
        path: '/rest/v1/rpc/installation_state',
        method: 'POST',
        servername: 'localhost',
        headers,
        ca,
      },
      (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      },
    )
      .once('error', fail)
      .end();
  });
}
