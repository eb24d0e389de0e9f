import type { Backend } from '../backend.ts';
import { refusalOfHost } from '../hosts.ts';
import { writeArchive } from './write-archive.ts';

/** Where an administrator asks for everything of a commune: `/backup/<commune's id>`. */
export const ARCHIVE_PATH = '/backup/';
const ADDRESS = /^\/backup\/([0-9a-f-]{36})$/;

/**
 * Hands a commune's archive to its administrator. Whether the caller is one the database says, asked under the
 * caller's own token by `begin_backup`, which writes the backup down first; only then does the server read.
 */
export function createArchiveDoor(
  backend: Pick<Backend, 'fetch' | 'query' | 'execute' | 'transaction'>,
  dataFolder: string,
  hosts: readonly string[],
): (request: Request) => Promise<Response> {
  return async (request) => {
    const refusal = refusalOfHost(request, hosts);
    if (refusal) return refusal;
    const commune = ADDRESS.exec(new URL(request.url).pathname)?.[1];
    if (!commune) return refused(404, 'not_found', 'Không có địa chỉ này.');
    if (request.method !== 'POST') return refused(405, 'method', 'Hãy tải bản sao lưu từ trang "Sao lưu".');
    const headers = new Headers({ 'content-type': 'application/json' });
    for (const name of ['authorization', 'apikey', 'host']) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const asked = await backend.fetch(
      new Request(new URL('/rest/v1/rpc/begin_backup', request.url), {
        method: 'POST',
        headers,
        body: JSON.stringify({ commune_id: commune }),
      }),
    );
    if (!asked.ok) return asked;
    const { stream } = await writeArchive(backend, dataFolder, [commune]);
    return new Response(stream, {
      headers: { 'content-type': 'application/x-tar', 'cache-control': 'no-store' },
    });
  };
}

function refused(status: number, hint: string, message: string): Response {
  return Response.json({ code: `PT${status}`, hint, message, details: null }, { status });
}
