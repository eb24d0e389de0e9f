import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { noteSource } from './request-source.ts';

/** Answers one request of node:http with a fetch-style handler. Never throws; a caller that leaves is let go. */
export async function answerWith(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const request = requestFrom(incoming, left.signal);
  if (!request) {
    outgoing.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
    outgoing.end('Yêu cầu không hợp lệ.');
    return;
  }
  noteSource(request, incoming.socket.remoteAddress);
  const response = await handler(request);
  await send(response, outgoing);
  // What the sender still has to say is dropped, so that it gets to read the answer.
  if (!incoming.complete) incoming.resume();
}

function requestFrom(incoming: IncomingMessage, signal: AbortSignal): Request | null {
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headersDistinct)) {
      for (const one of value ?? []) headers.append(name, one);
    }
    return new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'missing'}`), {
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

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
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
