import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { StartRefused } from '../start-refused.ts';
import { namesOf } from './names.ts';

/** Paths of two PEM files: the certificate (with its chain), and its private key. */
export type CertificatePaths = { certificatePath: string; keyPath: string };

/** A certificate and its key that belong together, hold now, and name the server. */
export type ServerCertificate = {
  /** PEM: the server's own certificate first, then whoever signed it. */
  certificate: string;
  /** PEM. */
  key: string;
  /** Host names and addresses as they stand in an address bar (`commune.lan`, `192.168.1.20`, `[fd00::1]`). */
  names: string[];
  validUntil: Date;
  /** The authority that an office made for itself, where the file carries it; phones are given it once. */
  authority: X509Certificate | null;
};

const HOW_TO_MAKE = 'Để tạo chứng chỉ: npm run certificate -- <tên hoặc địa chỉ của máy này>.';

/**
 * Reads and checks both files. `now` is for tests.
 * @throws StartRefused in words that say which file, what is wrong and what to do.
 */
export function readCertificate(paths: CertificatePaths, now = new Date()): ServerCertificate {
  const certificate = readText('TLS_CERT', paths.certificatePath);
  const key = readText('TLS_KEY', paths.keyPath);
  const [own, ...signers] = parseCertificates(certificate, paths.certificatePath);
  if (!own.checkPrivateKey(parseKey(key, paths.keyPath))) {
    throw new StartRefused(
      `Khóa trong ${paths.keyPath} (TLS_KEY) không phải là khóa của chứng chỉ trong ${paths.certificatePath} (TLS_CERT). ` +
        'Hãy dùng hai tệp được tạo cùng nhau; nếu tệp chứng chỉ có nhiều phần, phần của máy chủ phải đứng đầu.',
    );
  }
  refuseWrongTime(own, now);
  const names = namesOf(own.subjectAltName);
  if (names.length === 0) {
    throw new StartRefused(
      `Chứng chỉ ${paths.certificatePath} không ghi tên hay địa chỉ máy chủ nào nên trình duyệt sẽ không nhận. ${HOW_TO_MAKE}`,
    );
  }
  refuseUnusable(certificate, key);
  const authority = [own, ...signers].find((one) => one.ca && one.checkIssued(one)) ?? null;
  return { certificate, key, names, validUntil: new Date(own.validTo), authority };
}

/** A day as commune staff write it, at the commune's clock. */
export function dayOf(date: Date): string {
  return date.toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
}

function readText(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason =
      code === 'ENOENT'
        ? `không có tệp ${path}. Hãy kiểm tra lại đường dẫn. ${HOW_TO_MAKE}`
        : code === 'EISDIR'
          ? `${path} là một thư mục. Hãy ghi đường dẫn của tệp PEM ở trong đó.`
          : `không đọc được tệp ${path} (${code}). Hãy cho tài khoản đang chạy máy chủ quyền đọc tệp này.`;
    throw new StartRefused(`${setting}: ${reason}`);
  }
}

function parseCertificates(text: string, path: string): [X509Certificate, ...X509Certificate[]] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    const [own, ...signers] = blocks.map((block) => new X509Certificate(block));
    if (own) return [own, ...signers];
  } catch {
    // Said below: a block that cannot be read is as good as none.
  }
  throw new StartRefused(
    `TLS_CERT: ${path} không phải là chứng chỉ dạng PEM (tệp văn bản có dòng "BEGIN CERTIFICATE") hoặc đã hỏng. ` +
      'Tệp .pfx, .p12 hay .der phải được chuyển sang PEM trước.',
  );
}

function parseKey(text: string, path: string): KeyObject {
  if (/ENCRYPTED/.test(text)) {
    throw new StartRefused(
      `TLS_KEY: khóa trong ${path} có đặt mật khẩu nên máy chủ không tự mở được. ` +
        'Hãy lưu khóa không có mật khẩu và chỉ cho tài khoản chạy máy chủ đọc tệp.',
    );
  }
  try {
    return createPrivateKey(text);
  } catch {
    throw new StartRefused(
      `TLS_KEY: ${path} không phải là khóa riêng dạng PEM (tệp văn bản có dòng "BEGIN PRIVATE KEY") hoặc đã hỏng.`,
    );
  }
}

function refuseWrongTime(certificate: X509Certificate, now: Date): void {
  const from = new Date(certificate.validFrom);
  const to = new Date(certificate.validTo);
  const clock = `Đồng hồ của máy này đang là ${dayOf(now)}; nếu sai, hãy chỉnh lại ngày giờ.`;
  if (now > to) {
    throw new StartRefused(
      `Chứng chỉ đã hết hạn ngày ${dayOf(to)}. Hãy gia hạn: chạy lại npm run certificate (hoặc xin chứng chỉ mới), rồi khởi động lại. ${clock}`,
    );
  }
  if (now < from) {
    throw new StartRefused(`Chứng chỉ đến ngày ${dayOf(from)} mới có hiệu lực. ${clock}`);
  }
}

// A key too short, a signature no browser takes any more: OpenSSL knows, and says so here, not at the first guest.
function refuseUnusable(certificate: string, key: string): void {
  try {
    createSecureContext({ cert: certificate, key, minVersion: 'TLSv1.2' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(
      `Chứng chỉ này không dùng được để mã hóa đường truyền (${reason}). ${HOW_TO_MAKE}`,
    );
  }
}
