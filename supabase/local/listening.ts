import { createServer, type Server } from 'node:http';
import type { AddressInfo, Server as AnyServer } from 'node:net';
import { isIP } from 'node:net';
import { isEveryAddress, isLoopback } from './hosts.ts';
import { answerWith } from './http-adapter.ts';
import type { Settings } from './settings.ts';
import { StartRefused } from './start-refused.ts';
import type { ServerCertificate } from './tls/certificate.ts';
import { asInAddressBar } from './tls/names.ts';
import { expiryWarning, followRenewal } from './tls/renewal.ts';
import { createSecureServer } from './tls/secure-server.ts';

type Handler = (request: Request) => Promise<Response>;

/** A port that is open. */
export type Listening = {
  /** Addresses under which people open the map, the likeliest first. */
  addresses: string[];
  /** Takes no new connection and lets idle ones go. */
  close: () => void;
};

/** Opens the port and answers with `site`, encrypted where there is a certificate. Throws StartRefused. */
export async function openPort(
  site: Handler,
  { host, port, certificatePaths }: Pick<Settings, 'host' | 'port' | 'certificatePaths'>,
  certificate: ServerCertificate | null,
  hosts: readonly string[],
): Promise<Listening> {
  if (!certificate || !certificatePaths) {
    const server = createServer((incoming, outgoing) => void answerWith(site, incoming, outgoing));
    await listen(server, port, host);
    return { addresses: [addressOf('http', server, host)], close: () => closeIdle(server) };
  }
  const { server, renew } = createSecureServer(site, certificate, hosts);
  await listen(server, port, host);
  const renewal = followRenewal(certificatePaths, certificate, { take: renew, say });
  const warning = expiryWarning(certificate.validUntil);
  if (warning !== null) say(warning);
  const isKnown = certificate.names.includes(asInAddressBar(bare(host)) ?? '');
  if (!isKnown && !isEveryAddress(host) && !isLoopback(host)) {
    say(`CẢNH BÁO: chứng chỉ không có tên ${host} nên trình duyệt sẽ báo không an toàn ở địa chỉ đó.`);
  }
  return {
    addresses: namesToPrint(certificate, host).map((name) => addressOf('https', server, name)),
    close: () => {
      renewal.stop();
      server.close();
    },
  };
}

// Whoever opens the server to the network wants the names that others use, this machine's own last.
function namesToPrint({ names }: ServerCertificate, host: string): string[] {
  if (!isEveryAddress(host)) return [host];
  return [...names.filter((name) => !isLoopback(name)), ...names.filter(isLoopback)];
}

function say(words: string): void {
  console.log(words);
}

function listen(server: AnyServer, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        const words = `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác, ví dụ: PORT=5174 npm start`;
        fail(new StartRefused(words));
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        const words = `Máy này không có địa chỉ ${host} (HOST). Hãy xem lại địa chỉ của máy, hoặc đặt HOST=0.0.0.0.`;
        fail(new StartRefused(words));
      } else fail(error);
    });
    server.listen(port, bare(host), done);
  });
}

function closeIdle(server: Server): void {
  server.close();
  server.closeIdleConnections();
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

function addressOf(scheme: string, server: AnyServer, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `${scheme}://${isIP(bare(host)) === 6 ? `[${bare(host)}]` : host}:${port}`;
}
