import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, makeServerCertificate, type PemPair } from '../../supabase/local/tls/authority.ts';
import type { CertificatePaths } from '../../supabase/local/tls/certificate.ts';

/** An authority and a server certificate of it for loopback, in files of a folder of their own. For tests. */
export type TestCertificate = {
  folder: string;
  paths: CertificatePaths;
  authority: PemPair;
  server: PemPair;
};

/** Makes one, as if it had been made at `now`. */
export async function makeTestCertificate(
  names: readonly string[] = ['localhost', '127.0.0.1'],
  now = new Date(),
): Promise<TestCertificate> {
  const folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-tls-'));
  const authority = await makeAuthority(names, now);
  const server = await makeServerCertificate(names, authority, now);
  const paths = { certificatePath: join(folder, 'server.pem'), keyPath: join(folder, 'server-key.pem') };
  writePair(paths, server);
  return { folder, paths, authority, server };
}

/** Writes another pair into the files of a certificate. */
export function writePair({ certificatePath, keyPath }: CertificatePaths, pair: PemPair): void {
  writeFileSync(certificatePath, pair.certificate);
  writeFileSync(keyPath, pair.key);
}
