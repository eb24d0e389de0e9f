import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StartRefused } from '../start-refused.ts';
import { type CertificatePaths, dayOf, readCertificate, type ServerCertificate } from './certificate.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const WARN_DAYS = 30;

export type Renewal = {
  /** Looks at the files now. Never throws. */
  check: () => void;
  stop: () => void;
};

/** Why somebody should see to a certificate soon, or null while there is time. */
export function expiryWarning(validUntil: Date, now = new Date()): string | null {
  const days = Math.floor((validUntil.getTime() - now.getTime()) / DAY_MILLISECONDS);
  if (days > WARN_DAYS) return null;
  const left = days < 0 ? 'đã hết hạn' : `sẽ hết hạn sau ${days} ngày,`;
  return (
    `CẢNH BÁO: chứng chỉ ${left} ngày ${dayOf(validUntil)}; sau đó điện thoại và máy khác không mở được bản đồ. ` +
    'Hãy gia hạn: npm run certificate. Không cần khởi động lại máy chủ.'
  );
}

/**
 * Takes up a certificate that was renewed on disk while the server runs. The files are read again at an
 * interval, because change notices do not come from every file system; two files are seldom replaced in one
 * moment, so a pair that does not fit is kept out, told once, and looked at again when it changes.
 */
export function followRenewal(
  paths: CertificatePaths,
  current: ServerCertificate,
  {
    take,
    say,
    now = () => new Date(),
    everyMilliseconds = 60_000,
  }: {
    take: (renewed: ServerCertificate) => void;
    say: (words: string) => void;
    now?: () => Date;
    everyMilliseconds?: number;
  },
): Renewal {
  let used = current;
  let seen = contentOf(paths);
  let warnedOn = dayOf(now());

  const check = () => {
    const content = contentOf(paths);
    if (content !== seen) {
      seen = content;
      takeUp();
    }
    const today = dayOf(now());
    const warning = today === warnedOn ? null : expiryWarning(used.validUntil, now());
    warnedOn = today;
    if (warning !== null) say(warning);
  };

  const takeUp = () => {
    try {
      const renewed = readCertificate(paths, now());
      take(renewed);
      const added = renewed.names.filter((name) => !used.names.includes(name));
      used = renewed;
      say(`Đã nhận chứng chỉ mới, có hiệu lực đến ngày ${dayOf(renewed.validUntil)}.`);
      if (added.length > 0) say(`Hãy khởi động lại máy chủ để dùng thêm tên: ${added.join(', ')}.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const known = error instanceof StartRefused;
      say(`Tệp chứng chỉ mới không dùng được nên vẫn giữ chứng chỉ cũ. ${known ? reason : `(${reason})`}`);
    }
  };

  const timer = setInterval(check, everyMilliseconds).unref();
  return { check, stop: () => clearInterval(timer) };
}

// Equal for equal contents; files that cannot be read have a mark too, so that each change is told once.
function contentOf({ certificatePath, keyPath }: CertificatePaths): string {
  const hash = createHash('sha256');
  for (const path of [certificatePath, keyPath]) {
    try {
      hash.update(readFileSync(path)).update('\0');
    } catch (error) {
      hash.update(String(error));
    }
  }
  return hash.digest('hex');
}
