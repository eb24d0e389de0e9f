import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { request as requestHttps } from 'node:https';
import { type AddressInfo, connect as connectPlain } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestCertificate, type TestCertificate } from '../../../tests/support/certificates.ts';
import { makeServerCertificate } from './authority.ts';
import { readCertificate } from './certificate.ts';
import { createSecureServer, type SecureServer } from './secure-server.ts';

let made: TestCertificate;
let secure: SecureServer;
let port: number;

beforeAll(async () => {
  made = await makeTestCertificate();
  const site = async (request: Request) =>
    Response.json(
      {
        method: request.method,
        url: request.url,
        body: await request.text(),
        seen: request.headers.get('x-seen'),
      },
      { headers: { connection: 'close', 'x-own': 'yes' } },
    );
  secure = createSecureServer(site, readCertificate(made.paths), ['127.0.0.1', 'localhost']);
  secure.server.listen(0, '127.0.0.1');
  await once(secure.server, 'listening');
  port = (secure.server.address() as AddressInfo).port;
});
afterAll(() => {
  secure.server.close();
  rmSync(made.folder, { recursive: true });
});

describe('encrypted', () => {
  it('answers HTTP/1.1 with the body that was sent', async () => {
    const { headers, text } = await overHttps('POST', 'nội dung');
    expect(JSON.parse(text)).toEqual({
      method: 'POST',
      url: `https://localhost:${port}/a?b=1`,
      body: 'nội dung',
      seen: 'x',
    });
    expect(headers['strict-transport-security']).toBe('max-age=604800');
    expect(headers['x-own']).toBe('yes');
  });

  it('answers many requests of HTTP/2 over one connection', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const session = connectHttp2(`https://localhost:${port}`, { ca: made.authority.certificate });
    const bodies = Array.from({ length: 20 }, (_, number) => `phần ${number} ${'x'.repeat(50_000)}`);
    const answers = await Promise.all(
      bodies.map(async (body) => {
        const stream = session.request({ ':method': 'POST', ':path': '/a', 'x-seen': 'x' });
        stream.end(body);
        return JSON.parse(await textOf(stream));
      }),
    );
    session.close();
    process.off('warning', note);
    // Headers that HTTP/2 does not know would be one each.
    expect(warnings).toEqual([]);
    expect(answers.map(({ body }) => body)).toEqual(bodies);
    expect(answers[0]).toMatchObject({ url: `https://localhost:${port}/a`, seen: 'x' });
  });

  it('refuses what is older than TLS 1.2', async () => {
    const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(handshake(old)).rejects.toThrow();
    expect(await handshake({ maxVersion: 'TLSv1.2' })).toBeDefined();
  });

  it('gives new connections the renewed certificate', async () => {
    const before = await handshake({});
    const renewed = await makeServerCertificate(['localhost'], made.authority);
    secure.renew({ ...readCertificate(made.paths), ...renewed });
    expect(await handshake({})).not.toBe(before);
  });

  it('is not believed for a name that the authority may not vouch for', async () => {
    const foreign = await makeServerCertificate(['ngan-hang.vn'], made.authority);
    secure.renew({ ...readCertificate(made.paths), ...foreign });
    await expect(handshake({ servername: 'ngan-hang.vn' })).rejects.toThrow(/permitted subtree/);
    secure.renew(readCertificate(made.paths));
  });
});

describe('without encryption, on the same port', () => {
  const plainly = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });

  it('sends on whoever typed http://', async () => {
    const answer = await plainly('/lop?ngay=2026-06-30');
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(`https://127.0.0.1:${port}/lop?ngay=2026-06-30`);
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  });

  it('takes nothing that is sent, and says so', async () => {
    const answer = await plainly('/auth/v1/token', { method: 'POST', body: '{"password":"x"}' });
    expect(answer.status).toBe(426);
    expect(await answer.text()).toMatch(/chưa nhận gì cả.*https:/);
  });

  it('hands out the authority that phones are to trust', async () => {
    const answer = await plainly('/authority.crt');
    expect(answer.headers.get('content-type')).toBe('application/x-x509-ca-cert');
    const given = Buffer.from(await answer.arrayBuffer());
    expect(given).toEqual(readCertificate(made.paths).authority?.raw);
  });

  it('sends nobody to a foreign name', async () => {
    const socket = connectPlain(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    const text = await textOf(socket);
    expect(text).toMatch(/^HTTP\/1\.1 421/);
    expect(text.toLowerCase()).not.toContain('location:');
  });
});

function overHttps(method: string, body: string) {
  return new Promise<{ headers: Record<string, unknown>; text: string }>((done, fail) => {
    const headers = { 'x-seen': 'x' };
    requestHttps(
      { host: 'localhost', family: 4, port, path: '/a?b=1', method, headers, ca: made.authority.certificate },
      (response) => {
        textOf(response).then((text) => done({ headers: response.headers, text }), fail);
      },
    )
      .once('error', fail)
      .end(body);
  });
}

/** Fingerprint of the certificate that a new connection is given; rejects when it is not believed. */
function handshake(options: ConnectionOptions): Promise<string> {
  return new Promise((done, fail) => {
    const all = {
      host: '127.0.0.1',
      port,
      servername: 'localhost',
      ca: made.authority.certificate,
      ...options,
    };
    const socket = connectTls(all, () => {
      done(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.once('error', fail);
  });
}

async function textOf(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
