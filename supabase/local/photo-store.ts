import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refusalOfHost } from './hosts.ts';
import { hasCameraData, isJpeg } from './jpeg.ts';
import { readBody } from './request-body.ts';

/** Where a storage service keeps the pictures of `app.photos`; the same address on a Supabase project. */
export const PHOTO_PATH = '/storage/v1/object/photos/';

/** What `app.photos` allows for one picture. */
const PHOTO_LIMIT_BYTES = 300 * 1024;
const ADDRESS = /^\/storage\/v1\/object\/photos\/([0-9a-f-]{36})\/([0-9a-f-]{36})\.jpg$/;

/**
 * Keeps the pictures of photos as files of the data folder. `ask` answers requests as the API does: whether somebody
 * may see or add a picture is asked there under that person's own token, so the policies of `app.photos` decide.
 * A picture that is there already is never written over: whatever is sent twice is stored once.
 */
export function createPhotoStore(
  ask: (request: Request) => Promise<Response>,
  dataFolder: string,
  hosts: readonly string[],
): (request: Request) => Promise<Response> {
  const folder = join(dataFolder, 'photos');

  async function read(request: Request, commune: string, id: string): Promise<Response> {
    const allowed = await ask(
      asPerson(
        request,
        `/rest/v1/photos?select=id&id=eq.${id}&commune_id=eq.${commune}&stored_at=not.is.null`,
      ),
    );
    if (!allowed.ok) return allowed;
    const rows = (await allowed.json()) as unknown[];
    const file =
      rows.length === 1 ? await readFile(join(folder, commune, `${id}.jpg`)).catch(() => null) : null;
    if (!file) return refused(404, 'not_found', 'Không có ảnh này, hoặc bạn không được xem nó.');
    return new Response(new Uint8Array(file), {
      headers: {
        'content-type': 'image/jpeg',
        'content-length': String(file.byteLength),
        'cache-control': 'no-store',
      },
    });
  }

  async function write(request: Request, commune: string, id: string): Promise<Response> {
    const picture = await readBody(request, PHOTO_LIMIT_BYTES);
    if (picture === 'too large')
      return refused(413, 'photo_too_large', 'Ảnh lớn hơn 300 kB nên chưa được nhận.');
    if (!isJpeg(picture))
      return refused(422, 'photo_invalid', 'Tệp gửi lên không phải ảnh JPEG nên chưa được nhận.');
    if (hasCameraData(picture))
      return refused(422, 'photo_with_data', 'Ảnh còn mang thông tin của máy ảnh (EXIF) nên chưa được nhận.');
    const path = join(folder, commune, `${id}.jpg`);
    const isNew = !(await stat(path).catch(() => null));
    // First the file, then the row that says that it is there: what the row says is always true.
    if (isNew) await store(join(folder, commune), path, picture);
    const answer = await ask(asPerson(request, '/rest/v1/rpc/keep_photo', { id, bytes: picture.byteLength }));
    if (!answer.ok && isNew && answer.status < 500) await rm(path, { force: true });
    return answer;
  }

  return async (request) => {
    const refusal = refusalOfHost(request, hosts);
    if (refusal) return refusal;
    const [, commune, id] = ADDRESS.exec(new URL(request.url).pathname) ?? [];
    if (!commune || !id) return refused(404, 'not_found', 'Không có địa chỉ này.');
    if (request.method === 'GET') return read(request, commune, id);
    if (request.method === 'POST') return write(request, commune, id);
    return refused(405, 'method', 'Chỉ đọc hoặc gửi ảnh ở địa chỉ này.');
  };
}

/** The same person's request for another address of this server; with `parameters` a call. */
function asPerson(request: Request, path: string, parameters?: object): Request {
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const name of ['authorization', 'apikey', 'host']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(new URL(path, request.url), {
    headers,
    ...(parameters ? { method: 'POST', body: JSON.stringify(parameters) } : {}),
  });
}

// Whole or not at all: a phone that is cut off, or a power cut, leaves nothing under the picture's own name.
async function store(folder: string, path: string, picture: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(picture);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

function refused(status: number, hint: string, message: string): Response {
  return Response.json({ code: `PT${status}`, hint, message, details: null }, { status });
}
