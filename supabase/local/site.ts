import { join } from 'node:path';
import { ARCHIVE_PATH, createArchiveDoor } from './archive/archive-door.ts';
import type { Backend } from './backend.ts';
import { createBackgroundFile } from './background-file.ts';
import { compressed } from './compressed.ts';
import { refusalOfHost } from './hosts.ts';
import { LIVE_PATH } from './live/live.ts';
import { createPhotoStore, PHOTO_PATH } from './photo-store.ts';
import { SECURITY_HEADERS, withSecurityHeaders } from './security-headers.ts';
import { createStaticFiles } from './static-files.ts';

/** The paths that never are a file of the front end. */
export const SERVER_PATHS = [
  '/rest/v1/',
  '/auth/v1/',
  LIVE_PATH,
  PHOTO_PATH,
  ARCHIVE_PATH,
  '/background.pmtiles',
] as const;

/** Answers what is not a page: the API, the pictures and the background map of the data folder. */
export function createServerPaths(
  backend: Pick<Backend, 'fetch' | 'query' | 'execute' | 'transaction'>,
  dataFolder: string,
  hosts: readonly string[],
): (request: Request) => Promise<Response> {
  const background = createBackgroundFile(join(dataFolder, 'background.pmtiles'));
  const photos = createPhotoStore(backend.fetch, dataFolder, hosts);
  const archives = createArchiveDoor(backend, dataFolder, hosts);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(ARCHIVE_PATH)) return secured(await archives(request));
    if (pathname.startsWith(PHOTO_PATH)) return withSecurityHeaders(await photos(request));
    if (pathname !== '/background.pmtiles') return compressed(request, await backend.fetch(request));
    return secured(refusalOfHost(request, hosts) ?? (await background(request)));
  };
}

/** Answers everything of one installation: pages from `distFolder`, API and background map beside them. */
export function createSite(
  backend: Pick<Backend, 'fetch' | 'query' | 'execute' | 'transaction'>,
  { dataFolder, distFolder, hosts }: { dataFolder: string; distFolder: string; hosts: readonly string[] },
): (request: Request) => Promise<Response> {
  const pages = createStaticFiles(distFolder);
  const serverPaths = createServerPaths(backend, dataFolder, hosts);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (SERVER_PATHS.some((path) => pathname.startsWith(path))) return serverPaths(request);
    return secured(refusalOfHost(request, hosts) ?? (await pages(request)));
  };
}

function secured(response: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  return response;
}
