import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

/**
 * Serves the background map that an office may lay into its data folder (`background.pmtiles`): whole, by
 * range of bytes, or its headers only. While there is none, a HEAD is answered 204 (the page asks at every
 * start, and a 404 would stand in its console as an error), anything else 404.
 */
export function createBackgroundFile(path: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const file = await stat(path).catch(() => null);
    if (!file?.isFile()) {
      const status = request.method === 'HEAD' ? 204 : 404;
      return new Response(null, { status, headers: { 'cache-control': 'no-cache' } });
    }
    const headers = new Headers({
      'accept-ranges': 'bytes',
      'cache-control': 'no-cache',
      'content-type': 'application/vnd.pmtiles',
      etag: `"${file.size.toString(36)}-${Math.round(file.mtimeMs).toString(36)}"`,
    });
    const range = parseRange(request.headers.get('range'), file.size);
    if (range === 'unsatisfiable') {
      headers.set('content-range', `bytes */${file.size}`);
      return new Response(null, { status: 416, headers });
    }
    const { from, to } = range ?? { from: 0, to: file.size - 1 };
    headers.set('content-length', String(to - from + 1));
    if (range) headers.set('content-range', `bytes ${from}-${to}/${file.size}`);
    const wanted = request.method === 'GET' && to >= from;
    const body = wanted
      ? (Readable.toWeb(createReadStream(path, { start: from, end: to })) as ReadableStream)
      : null;
    return new Response(body, { status: range ? 206 : 200, headers });
  };
}

/** One range of bytes of a file of `size` bytes, both ends included; null when the whole file is meant. */
export function parseRange(
  header: string | null,
  size: number,
): { from: number; to: number } | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first === '' && Number(last) === 0) return 'unsatisfiable';
  if (first !== '' && last !== '' && Number(first) > Number(last)) return null;
  return from > to ? 'unsatisfiable' : { from, to };
}
