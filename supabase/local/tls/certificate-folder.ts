import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.ts';
import { makeAuthority, makeServerCertificate, mayVouchFor, type PemPair } from './authority.ts';
import { dayOf } from './certificate.ts';
import { asInAddressBar, namesOf } from './names.ts';

/** What the office PC calls itself; every certificate has these too. */
const OWN_NAMES = ['localhost', '127.0.0.1', '::1'];

export type CertificateFolder = {
  certificatePath: string;
  keyPath: string;
  authorityPath: string;
  /** SHA-256 of the authority, as phones show it. */
  fingerprint: string;
  validUntil: Date;
  names: string[];
  isNewAuthority: boolean;
};

/**
 * Makes or renews the server's certificate in `<dataFolder>/certificate`. The authority there is kept, so that
 * phones that trust it go on doing so; without `names`, those of the present certificate are used again.
 * @throws StartRefused when there are no names, one is no name, or the authority may not vouch for one.
 */
export async function renewCertificate(
  dataFolder: string,
  names: readonly string[],
  now = new Date(),
): Promise<CertificateFolder> {
  const folder = join(dataFolder, 'certificate');
  const paths = {
    certificatePath: join(folder, 'server.pem'),
    keyPath: join(folder, 'server-key.pem'),
    authorityPath: join(folder, 'authority.crt'),
  };
  const wanted = wantedNames(names, paths.certificatePath);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authorityKeyPath = join(folder, 'authority-key.pem');
  const isNewAuthority = !existsSync(paths.authorityPath) || !existsSync(authorityKeyPath);
  const authority = isNewAuthority
    ? await makeAuthority(
        wanted.filter((name) => !OWN_NAMES.includes(name)),
        now,
      )
    : { certificate: readFileSync(paths.authorityPath, 'utf8'), key: readFileSync(authorityKeyPath, 'utf8') };
  const parsed = new X509Certificate(authority.certificate);
  const foreign = wanted.find((name) => !mayVouchFor(authority.certificate, name));
  const reason =
    now > new Date(parsed.validTo)
      ? `đã hết hạn ngày ${dayOf(new Date(parsed.validTo))}`
      : foreign && `không được bảo đảm cho tên ${foreign}, vì tên đó chưa có khi tạo`;
  if (reason) {
    throw new StartRefused(
      `Chứng chỉ gốc của cơ quan ${reason}. Chưa đổi gì cả. Hãy đổi tên thư mục ${folder} để giữ lại, ` +
        'chạy lại lệnh này, rồi cài chứng chỉ gốc mới vào từng điện thoại.',
    );
  }
  if (isNewAuthority) writePair(paths.authorityPath, authorityKeyPath, authority);
  const server = await makeServerCertificate(wanted, authority, now);
  writePair(paths.certificatePath, paths.keyPath, server);
  const validUntil = new Date(new X509Certificate(server.certificate).validTo);
  return { ...paths, fingerprint: parsed.fingerprint256, validUntil, names: wanted, isNewAuthority };
}

function wantedNames(given: readonly string[], certificatePath: string): string[] {
  const names = given.length > 0 ? given : namesOfPresent(certificatePath);
  if (names.length === 0) {
    throw new StartRefused(
      'Hãy ghi tên hoặc địa chỉ mà điện thoại sẽ mở, ví dụ: npm run certificate -- 192.168.1.20 ban-do.lan',
    );
  }
  const plain = names.map((name) => {
    const known = asInAddressBar(name);
    if (known === null) {
      throw new StartRefused(
        `"${name}" không phải là tên hay địa chỉ máy. Chỉ ghi tên hoặc địa chỉ, không ghi https:// hay số cổng, ví dụ: 192.168.1.20`,
      );
    }
    return known.replace(/^\[|\]$/g, '');
  });
  return [...new Set([...plain, ...OWN_NAMES])];
}

function namesOfPresent(path: string): string[] {
  if (!existsSync(path)) return [];
  const names = namesOf(new X509Certificate(readFileSync(path)).subjectAltName);
  return names.map((name) => name.replace(/^\[|\]$/g, ''));
}

// Each file appears whole. The key first: a server that looks in between keeps what it has.
function writePair(certificatePath: string, keyPath: string, { certificate, key }: PemPair): void {
  for (const [path, text] of [
    [keyPath, key],
    [certificatePath, certificate],
  ] as const) {
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
}
