import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const ALREADY_SMALL = new Set(['.jpg', '.png', '.webp', '.woff2']);

type Encoding = 'br' | 'gzip' | 'identity';
type Known = { type: string; etag: string; bodies: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>> };

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Serves the built front end from `folder`: compressed once and remembered, files under `/assets/` (named by
 * their content) cached for good, everything else asked for again. A path without an extension that is no file
 * is a screen of the application and gets `index.html`. The folder must not change while this serves it.
 */
export function createStaticFiles(folder: string): (request: Request) => Promise<Response> {
  const known = new Map<string, Promise<Known | null>>();

  function fileOf(path: string): Promise<Known | null> {
    const remembered = known.get(path);
    if (remembered) return remembered;
    const loading = load(folder, path);
    known.set(path, loading);
    // Only what exists is remembered: invented addresses must not fill the memory.
    loading.then((file) => file === null && known.delete(path));
    return loading;
  }

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Chỉ đọc được địa chỉ này.');
    const path = safePath(new URL(request.url).pathname);
    if (path === null) return plain(400, 'Địa chỉ không hợp lệ.');
    const found = await fileOf(path === '/' ? '/index.html' : path);
    if (found) return answer(request, path, found);
    const index = extname(path) === '' ? await fileOf('/index.html') : null;
    return index ? answer(request, '/index.html', index) : plain(404, 'Không có trang này.');
  };
}

async function answer(request: Request, path: string, file: Known): Promise<Response> {
  const encoding = chooseEncoding(request, extname(path));
  const etag = encoding === 'identity' ? file.etag : file.etag.replace(/"$/, `-${encoding}"`);
  const headers = new Headers({
    'content-type': file.type,
    etag,
    vary: 'accept-encoding',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const body = await bodyOf(file, encoding);
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.byteLength));
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

async function load(folder: string, path: string): Promise<Known | null> {
  try {
    const body = new Uint8Array(await readFile(join(folder, path)));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    return { type, etag, bodies: new Map([['identity', Promise.resolve(body)]]) };
  } catch {
    return null;
  }
}

async function bodyOf(file: Known, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const plainBody = await file.bodies.get('identity');
  if (!plainBody) throw new Error('a known file keeps its plain body');
  let body = file.bodies.get(encoding);
  if (!body) {
    body = compress(plainBody, encoding);
    file.bodies.set(encoding, body);
  }
  return body;
}

async function compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return new Uint8Array(await compressGzip(body, { level: 9 }));
  return new Uint8Array(await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

function chooseEncoding(request: Request, extension: string): Encoding {
  if (ALREADY_SMALL.has(extension)) return 'identity';
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

/** The path inside the folder that a URL's path means, or null where it would lead out of it. */
function safePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    if (decoded.includes('\0') || decoded.includes('\\')) return null;
    const path = normalize(decoded).split(sep).join('/');
    return path.startsWith('/') && !path.split('/').includes('..') ? path : null;
  } catch {
    return null;
  }
}

function plain(status: number, words: string): Response {
  return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
