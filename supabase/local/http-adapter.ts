import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { noteSource } from './request-source.ts';

/**
 * Answers one request of node:http or node:http2 with a fetch-style handler. Never throws; a caller that leaves
 * is let go.
 */
export async function answerWith(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage | Http2ServerRequest,
  outgoing: ServerResponse | Http2ServerResponse,
): Promise<void> {
  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const request = requestFrom(incoming, left.signal);
  if (!request) {
    const headers = { 'content-type': 'text/plain; charset=utf-8', connection: 'close' };
    await send(new Response('Yêu cầu không hợp lệ.', { status: 400, headers }), outgoing);
    return;
  }
  noteSource(request, incoming.socket.remoteAddress);
  const response = await handler(request);
  await send(response, outgoing);
  // What the sender still has to say is dropped, so that it gets to read the answer.
  if (!incoming.complete) incoming.resume();
}

function requestFrom(incoming: IncomingMessage | Http2ServerRequest, signal: AbortSignal): Request | null {
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const headers = new Headers();
    const isHttp2 = 'authority' in incoming;
    for (const [name, value] of Object.entries(isHttp2 ? incoming.headers : incoming.headersDistinct)) {
      if (name.startsWith(':') || value === undefined) continue;
      for (const one of [value].flat()) headers.append(name, one);
    }
    const scheme = 'encrypted' in incoming.socket ? 'https' : 'http';
    const host = isHttp2 ? incoming.authority : incoming.headers.host;
    return new Request(new URL(incoming.url ?? '/', `${scheme}://${host || 'missing'}`), {
      method,
      headers,
      signal,
      // `duplex` is asked for by Node where a body is a stream; the DOM's types do not know it.
      ...(hasBody ? { body: Readable.toWeb(incoming) as unknown as BodyInit, duplex: 'half' } : {}),
    });
  } catch {
    return null;
  }
}

async function send(response: Response, outgoing: ServerResponse | Http2ServerResponse): Promise<void> {
  const headers = Object.fromEntries(response.headers);
  // HTTP/2 has no such header: a connection carries many requests.
  if ('stream' in outgoing) delete headers.connection;
  outgoing.statusCode = response.status;
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  if (!response.body) {
    outgoing.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), outgoing);
  } catch {
    // The other side left before the end; there is nobody to tell.
    outgoing.destroy();
  }
}
