import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Below this, nothing more is stored: the largest act writes a tenth of it, its traces in the log included. */
const FLOOR_BYTES = 256 * 1024 * 1024;
/** Below this, nobody can sign in either; the database's own log needs files of 16 MB. */
const LAST_BYTES = 64 * 1024 * 1024;

/**
 * Bytes that this process may still write where `folder` lies, or will lie once it is made; infinite where the
 * system does not say.
 */
export function freeBytesOf(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    const parent = dirname(folder);
    return existsSync(folder) || parent === folder ? Number.POSITIVE_INFINITY : freeBytesOf(parent);
  }
}

/** What a person reads whose change the full disk refused. */
export const DISK_FULL = {
  code: 'PT507',
  message:
    'Đĩa của máy chủ gần đầy nên thay đổi này chưa được lưu; những gì đã lưu vẫn còn và vẫn xem được. ' +
    'Hãy báo người quản lý máy chủ giải phóng đĩa rồi lưu lại.',
  details: null,
  hint: 'disk_full',
} as const;

export type DiskSpace = {
  /**
   * Answers a request while there is room. Without it the session is read-only, so that the database itself
   * tells reading from writing, and what it refuses becomes DISK_FULL (507). Signing in writes a little and goes
   * on for longer. Within the turn of the request: nothing else may use the session.
   */
  answer: (request: Request, answer: () => Promise<Response>) => Promise<Response>;
};

/** Watches over the room that `freeBytes` tells. `run` runs a statement in the session. */
export function createDiskSpace(freeBytes: () => number, run: (sql: string) => Promise<unknown>): DiskSpace {
  let isReadOnly = false;

  async function setReadOnly(wanted: boolean): Promise<void> {
    if (wanted === isReadOnly) return;
    await run(`set default_transaction_read_only = ${wanted ? 'on' : 'off'}`);
    isReadOnly = wanted;
  }

  return {
    async answer(request, answer) {
      const isSignIn = new URL(request.url).pathname.startsWith('/auth/v1/');
      await setReadOnly(freeBytes() < (isSignIn ? LAST_BYTES : FLOOR_BYTES));
      const response = await answer();
      if (response.ok) return response;
      // disk_full, or what a read-only session refuses; signing in answers the latter as a failure of its own.
      const code = await codeOf(response);
      const isRefused = isReadOnly && (code === '25006' || (isSignIn && response.status >= 500));
      return code === '53100' || isRefused ? Response.json(DISK_FULL, { status: 507 }) : response;
    },
  };
}

/** Why an installation cannot start on so little room, or a warning for one that can; null where there is enough. */
export function spaceAtStart(
  folder: string,
  free = freeBytesOf(folder),
): { refused: boolean; words: string } | null {
  if (free >= FLOOR_BYTES) return null;
  const megabytes = Math.floor(free / (1024 * 1024));
  const refused = free < LAST_BYTES;
  const what = refused
    ? 'nên không mở cơ sở dữ liệu; dữ liệu đã lưu vẫn nguyên'
    : 'nên bản đồ chỉ xem được, chưa lưu được';
  return {
    refused,
    words: `Đĩa chứa ${folder} chỉ còn trống ${megabytes} MB ${what}. Hãy giải phóng ít nhất ${FLOOR_BYTES / (1024 * 1024)} MB.`,
  };
}

type Statements = { execProtocolStream: (message: Uint8Array, options?: never) => Promise<unknown> };

/**
 * Tells `onBroken` at once when the database could not write its log: whatever is asked of it next, the end of
 * the very transaction included, it never answers.
 */
export function watchForPanic<Driver extends object>(driver: Driver, onBroken: () => void): void {
  const target = driver as Driver & Statements;
  const run = target.execProtocolStream.bind(target);
  target.execProtocolStream = async (message, options) => {
    try {
      return await run(message, options);
    } catch (error) {
      if (isPanic(error)) onBroken();
      throw error;
    }
  };
}

function isPanic(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'severity' in error && error.severity === 'PANIC';
}

async function codeOf(response: Response): Promise<unknown> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
}
