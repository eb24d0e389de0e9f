import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeAuthority, mayVouchFor } from './authority.ts';
import { readCertificate } from './certificate.ts';
import { renewCertificate } from './certificate-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-tls-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the certificate of an office', () => {
  it('is one that the server takes, for the names given and this machine itself', async () => {
    const made = await renewCertificate(folder, ['192.168.1.20', 'Ban-Do.lan']);
    expect(readCertificate(made).names).toEqual([
      '192.168.1.20',
      'ban-do.lan',
      'localhost',
      '127.0.0.1',
      '[::1]',
    ]);
    expect(made.isNewAuthority).toBe(true);
    for (const name of ['authority.crt', 'authority-key.pem', 'server.pem', 'server-key.pem']) {
      expect(statSync(join(folder, 'certificate', name)).mode & 0o777).toBe(0o600);
    }
  });

  it('is renewed under the same authority, with the same names when none are given', async () => {
    const first = await renewCertificate(folder, ['192.168.1.20']);
    const before = readFileSync(first.certificatePath, 'utf8');
    const again = await renewCertificate(folder, []);
    expect([again.fingerprint, again.isNewAuthority]).toEqual([first.fingerprint, false]);
    expect(again.names).toEqual(first.names);
    expect(readFileSync(first.certificatePath, 'utf8')).not.toBe(before);
  });

  it('is not made without a name, for no name, or for one that the authority may not vouch for', async () => {
    await expect(renewCertificate(folder, [])).rejects.toThrow(/Hãy ghi tên hoặc địa chỉ/);
    await expect(renewCertificate(folder, ['https://ban-do.lan'])).rejects.toThrow(/không phải là tên/);
    const { certificatePath } = await renewCertificate(folder, ['ban-do.xa.vn']);
    const before = readFileSync(certificatePath, 'utf8');
    await expect(renewCertificate(folder, ['ngan-hang.vn'])).rejects.toThrow(/ngan-hang\.vn.*Chưa đổi gì cả/);
    expect(readFileSync(certificatePath, 'utf8')).toBe(before);
  });

  it('says what to do once its authority has expired', async () => {
    const long = new Date(Date.now() - 3700 * 24 * 60 * 60 * 1000);
    await renewCertificate(folder, ['192.168.1.20'], long);
    await expect(renewCertificate(folder, [])).rejects.toThrow(/đã hết hạn.*cài chứng chỉ gốc mới/);
  });

  it('lasts no longer than Apple lets it', async () => {
    const made = new X509Certificate(
      readFileSync((await renewCertificate(folder, ['a.lan'])).certificatePath),
    );
    const days = (Date.parse(made.validTo) - Date.parse(made.validFrom)) / (24 * 60 * 60 * 1000);
    expect(days).toBeLessThan(825);
  });
});

it('an authority vouches for its names and for private addresses alone', async () => {
  const { certificate } = await makeAuthority(['ban-do.xa.vn', '203.0.113.7']);
  writeFileSync(join(folder, 'a'), certificate);
  const can = (name: string) => mayVouchFor(certificate, name);
  expect(['ban-do.xa.vn', '203.0.113.7', '192.168.7.9', '10.1.1.1', 'x.lan', 'fd12::3'].map(can)).toEqual(
    Array(6).fill(true),
  );
  expect(['xa.vn', 'ban-do.vn', '203.0.113.8', '8.8.8.8', '2001:db8::1', 'evil-lan'].map(can)).toEqual(
    Array(6).fill(false),
  );
});
