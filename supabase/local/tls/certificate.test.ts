import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTestCertificate, type TestCertificate, writePair } from '../../../tests/support/certificates.ts';
import { StartRefused } from '../start-refused.ts';
import { readCertificate } from './certificate.ts';
import { asInAddressBar, namesOf } from './names.ts';

const DAY = 24 * 60 * 60 * 1000;
let made: TestCertificate;
let other: TestCertificate;
beforeAll(async () => {
  made = await makeTestCertificate(['ban-do.lan', '192.168.1.20', 'fd00::1']);
  other = await makeTestCertificate();
});
beforeEach(() => writePair(made.paths, made.server));
afterAll(() => {
  for (const { folder } of [made, other]) rmSync(folder, { recursive: true });
});

const refusal = (paths = made.paths, now = new Date()) => {
  try {
    readCertificate(paths, now);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(StartRefused);
    return (error as Error).message;
  }
};
const inFolder = (name: string) => join(made.folder, name);

it('answers with the names, the last day and the authority behind it', () => {
  const certificate = readCertificate(made.paths);
  expect(certificate.names).toEqual(['ban-do.lan', '192.168.1.20', '[fd00::1]']);
  expect(certificate.validUntil.getTime() - Date.now()).toBeGreaterThan(798 * DAY);
  expect(certificate.authority?.subject).toContain('Bản đồ Xã hạnh phúc');
});

describe('is refused in words that say what to do', () => {
  it('a file that is not there', () => {
    expect(refusal({ ...made.paths, certificatePath: inFolder('none.pem') })).toMatch(
      /^TLS_CERT: không có tệp .*none\.pem.*npm run certificate/,
    );
    expect(refusal({ ...made.paths, keyPath: inFolder('none.pem') })).toMatch(/^TLS_KEY: không có tệp/);
  });

  it('a folder in the place of a file', () => {
    mkdirSync(inFolder('folder'), { recursive: true });
    expect(refusal({ ...made.paths, certificatePath: inFolder('folder') })).toMatch(/là một thư mục/);
  });

  it.skipIf(process.getuid?.() === 0)('a file that this account may not read', () => {
    chmodSync(made.paths.keyPath, 0);
    expect(refusal()).toMatch(/không đọc được tệp.*quyền đọc/);
    chmodSync(made.paths.keyPath, 0o600);
  });

  it('what is no PEM', () => {
    writeFileSync(made.paths.certificatePath, Buffer.from([0x30, 0x82, 1, 2]));
    expect(refusal()).toMatch(/TLS_CERT.*không phải là chứng chỉ dạng PEM.*\.pfx/);
    writeFileSync(
      made.paths.certificatePath,
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    );
    expect(refusal()).toMatch(/TLS_CERT.*đã hỏng/);
    writePair(made.paths, { ...made.server, key: 'không phải khóa' });
    expect(refusal()).toMatch(/TLS_KEY.*không phải là khóa riêng dạng PEM/);
  });

  it('the two files in each other’s place', () => {
    writePair(made.paths, { certificate: made.server.key, key: made.server.certificate });
    expect(refusal()).toMatch(/TLS_CERT.*không phải là chứng chỉ/);
  });

  it('a key with a password', () => {
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
    });
    writePair(made.paths, { ...made.server, key: privateKey });
    expect(refusal()).toMatch(/có đặt mật khẩu/);
  });

  it('a key of another certificate', () => {
    writePair(made.paths, { ...made.server, key: other.server.key });
    expect(refusal()).toMatch(/không phải là khóa của chứng chỉ/);
  });

  it('one that has expired, or does not hold yet', () => {
    expect(refusal(made.paths, new Date(Date.now() + 801 * DAY))).toMatch(/đã hết hạn ngày \d+\/\d+\/\d{4}/);
    expect(refusal(made.paths, new Date(Date.now() - 2 * DAY))).toMatch(
      /mới có hiệu lực.*chỉnh lại ngày giờ/,
    );
  });

  it('one that names nobody, as an authority’s does', () => {
    writePair(made.paths, made.authority);
    expect(refusal()).toMatch(/không ghi tên hay địa chỉ/);
  });
});

describe('a name', () => {
  it('is taken as it stands in an address bar', () => {
    expect(
      namesOf('DNS:Ban-Do.LAN, DNS:*.xa.vn, IP Address:10.0.0.5, IP Address:FD00:0:0:0:0:0:0:1'),
    ).toEqual(['ban-do.lan', '10.0.0.5', '[fd00::1]']);
    expect(namesOf(undefined)).toEqual([]);
  });

  it.each(['https://ban-do.lan', 'ban-do.lan:80', 'a b', '*.lan', ''])('%j is none', (text) => {
    expect(asInAddressBar(text)).toBeNull();
  });
});
