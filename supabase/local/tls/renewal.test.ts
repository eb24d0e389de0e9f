import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestCertificate, type TestCertificate, writePair } from '../../../tests/support/certificates.ts';
import { readCertificate, type ServerCertificate } from './certificate.ts';
import { expiryWarning, followRenewal, type Renewal } from './renewal.ts';

const DAY = 24 * 60 * 60 * 1000;
let present: TestCertificate;
let renewed: TestCertificate;
let now: Date;
let said: string[];
let taken: ServerCertificate[];
let renewal: Renewal;

beforeEach(async () => {
  present = await makeTestCertificate();
  renewed = await makeTestCertificate(['localhost', '127.0.0.1', 'moi.lan']);
  now = new Date();
  said = [];
  taken = [];
  renewal = followRenewal(present.paths, readCertificate(present.paths), {
    take: (certificate) => taken.push(certificate),
    say: (words) => said.push(words),
    now: () => now,
  });
});
afterEach(() => {
  renewal.stop();
  for (const { folder } of [present, renewed]) rmSync(folder, { recursive: true, force: true });
});

it('takes up files that changed, once, and names what waits for a restart', () => {
  renewal.check();
  expect(taken).toEqual([]);
  writePair(present.paths, renewed.server);
  renewal.check();
  renewal.check();
  expect(taken.map(({ certificate }) => certificate)).toEqual([renewed.server.certificate]);
  expect(said.join('\n')).toMatch(
    /Đã nhận chứng chỉ mới.*\nHãy khởi động lại máy chủ để dùng thêm tên: moi\.lan/,
  );
});

it('keeps the old one while the new files do not fit, says so once, and takes the whole pair later', () => {
  writePair(present.paths, { ...renewed.server, key: present.server.key });
  renewal.check();
  renewal.check();
  expect(taken).toEqual([]);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/vẫn giữ chứng chỉ cũ.*không phải là khóa của chứng chỉ/);
  writePair(present.paths, renewed.server);
  renewal.check();
  expect(taken).toHaveLength(1);
});

it('keeps the old one when the files are gone', () => {
  rmSync(present.folder, { recursive: true });
  renewal.check();
  expect(taken).toEqual([]);
  expect(said[0]).toMatch(/vẫn giữ chứng chỉ cũ.*không có tệp/);
});

it('warns once a day from thirty days before the end', () => {
  now = new Date(Date.now() + 760 * DAY);
  renewal.check();
  expect(said).toEqual([]);
  now = new Date(Date.now() + 775 * DAY);
  renewal.check();
  renewal.check();
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/CẢNH BÁO: chứng chỉ sẽ hết hạn sau 2\d ngày.*npm run certificate/);
  expect(expiryWarning(new Date(Date.now() - DAY))).toMatch(/đã hết hạn/);
});
