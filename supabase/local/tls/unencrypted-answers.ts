import type { X509Certificate } from 'node:crypto';
import { refusalOfHost } from '../hosts.ts';

/** Where the office's own authority can be fetched by a phone that does not trust the server yet. */
export const AUTHORITY_PATH = '/authority.crt';

/**
 * What is said to whoever comes without encryption: the office's authority (a public file, checked by its
 * fingerprint), the way to the encrypted address, or why a request that carries something is refused.
 */
export function createUnencryptedAnswers(
  hosts: readonly string[],
  authority: () => X509Certificate | null,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const refusal = refusalOfHost(request, hosts);
    if (refusal) return refusal;
    const { host, pathname, search } = new URL(request.url);
    const kept = authority();
    if (pathname === AUTHORITY_PATH && kept) return authorityFile(kept);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const words = `Địa chỉ này cần mã hóa; chưa nhận gì cả. Hãy mở https://${host}/\n`;
      return new Response(words, { status: 426, headers: { ...TEXT, upgrade: 'TLS/1.2, HTTP/1.1' } });
    }
    const location = `https://${host}${pathname}${search}`;
    const words = `Bản đồ ở địa chỉ có mã hóa: ${location}\n`;
    // Not remembered by the browser: an office may have to go back.
    return new Response(words, { status: 307, headers: { ...TEXT, location } });
  };
}

const TEXT = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** The authority as phones and Windows install it (DER). */
function authorityFile(authority: X509Certificate): Response {
  return new Response(new Uint8Array(authority.raw), {
    headers: {
      ...TEXT,
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="xa-hanh-phuc.crt"',
    },
  });
}
