import { createServer as createPlainServer } from 'node:http';
import { createSecureServer as createHttp2Server } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import { answerWith } from '../http-adapter.ts';
import type { ServerCertificate } from './certificate.ts';
import { createUnencryptedAnswers } from './unencrypted-answers.ts';

type Handler = (request: Request) => Promise<Response>;

// The first byte of every TLS connection: a handshake record (RFC 8446, section 5.1).
const HANDSHAKE = 22;
const FIRST_BYTE_MILLISECONDS = 10_000;
// A week: long enough for a phone in daily use, short enough for an office that has to go back.
const STRICT_TRANSPORT = 'max-age=604800';

export type SecureServer = {
  /** Listens; not listening yet when it is made. */
  server: Server;
  /** Connections made from now on get this certificate. Throws when OpenSSL refuses it. */
  renew: (certificate: ServerCertificate) => void;
};

/**
 * HTTPS (HTTP/2 and HTTP/1.1, TLS 1.2 and later) and, on the same port, an answer in plain words to whoever
 * comes without encryption: a person who typed `http://` is sent on, and nothing else is told.
 */
export function createSecureServer(
  handler: Handler,
  certificate: ServerCertificate,
  hosts: readonly string[],
): SecureServer {
  let current = certificate;
  const secure = createHttp2Server(
    { ...contextOf(certificate), allowHTTP1: true },
    (incoming, outgoing) => void answerWith(strictly(handler), incoming, outgoing),
  );
  const unencrypted = createUnencryptedAnswers(hosts, () => current.authority);
  const plain = createPlainServer((incoming, outgoing) => void answerWith(unencrypted, incoming, outgoing));
  // Neither of the two listens itself; what they begin when they do (ending requests that take too long to
  // arrive) has to be begun all the same.
  for (const server of [secure, plain]) server.emit('listening');
  const server = createServer((socket) => sort(socket, (first) => (first === HANDSHAKE ? secure : plain)));
  server.once('close', () => {
    for (const one of [secure, plain]) one.emit('close');
  });
  return {
    server,
    renew: (renewed) => {
      secure.setSecureContext(contextOf(renewed));
      current = renewed;
    },
  };
}

function contextOf({ certificate, key }: ServerCertificate) {
  return { cert: certificate, key, minVersion: 'TLSv1.2' as const };
}

function sort(socket: Socket, choose: (first: number | undefined) => { emit: Emit }): void {
  const giveUp = () => socket.destroy();
  socket.once('error', giveUp);
  socket.setTimeout(FIRST_BYTE_MILLISECONDS, giveUp);
  socket.once('data', (first: Buffer) => {
    socket.pause();
    socket.setTimeout(0);
    socket.off('timeout', giveUp);
    socket.off('error', giveUp);
    // Put back, so that whoever takes over reads from the first byte.
    socket.unshift(first);
    choose(first[0]).emit('connection', socket);
    process.nextTick(() => socket.resume());
  });
}
type Emit = (event: 'connection', socket: Socket) => boolean;

function strictly(handler: Handler): Handler {
  return async (request) => {
    const response = await handler(request);
    response.headers.set('strict-transport-security', STRICT_TRANSPORT);
    return response;
  };
}
