import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, startMark } from './process-start.ts';

type Holder = { processId: number; startMark: string | null; startedAt: string };

/** A data folder that this process alone uses, until `release`. */
export type FolderLock = { release: () => void };

/** The data folder is in use by another process; the message says by which, for a person to read. */
export class FolderInUseError extends Error {
  constructor(folder: string, holder: Holder) {
    const when = new Date(holder.startedAt).toLocaleString('vi-VN', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour12: false,
    });
    super(
      `Thư mục dữ liệu ${folder} đang được một chương trình khác sử dụng: ` +
        `tiến trình số ${holder.processId}, khởi động lúc ${when}. ` +
        'Hãy dùng chương trình đang chạy đó, hoặc tắt nó rồi khởi động lại.',
    );
    this.name = 'FolderInUseError';
  }
}

/**
 * Takes `<folder>/lock.json`. The database itself does not notice a second process, and one side's writes
 * would be lost. A lock whose process is gone, or whose id now belongs to a process started at another time,
 * is stale and is replaced.
 * @throws FolderInUseError when a running process holds it.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'lock.json');
  const mine: Holder = {
    processId: process.pid,
    startMark: startMark(process.pid),
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
  };
  const text = JSON.stringify(mine);
  while (!create(path, text)) {
    const found = readText(path);
    const holder = found === null ? null : parseHolder(found);
    if (holder && holds(holder)) throw new FolderInUseError(folder, holder);
    if (found !== null) removeStale(path, found);
  }
  const release = () => {
    process.off('exit', release);
    if (readText(path) === text) rmSync(path, { force: true });
  };
  // A program that ends without closing (Vite does on SIGTERM) leaves no lock behind either.
  process.once('exit', release);
  return { release };
}

function holds(holder: Holder): boolean {
  if (!isRunning(holder.processId)) return false;
  const now = startMark(holder.processId);
  return now === null || holder.startMark === null || now === holder.startMark;
}

// The file appears with its whole text or not at all: another process must never read half a lock.
function create(path: string, text: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'ENOTSUP' && codeOf(error) !== 'ENOSYS') throw error;
    return createWithoutLink(path, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

// File systems without links (exFAT on a USB stick).
function createWithoutLink(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

// Moved aside first: if another process replaced the stale lock in between, its fresh one is put back.
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readText(aside) === stale) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

// An unreadable lock is nobody's: it was cut short by a crash on a file system without links.
function parseHolder(text: string): Holder | null {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null || !('processId' in found)) return null;
    const { processId } = found;
    if (typeof processId !== 'number' || !Number.isInteger(processId) || processId <= 0) return null;
    const mark = 'startMark' in found && typeof found.startMark === 'string' ? found.startMark : null;
    const startedAt = 'startedAt' in found && typeof found.startedAt === 'string' ? found.startedAt : '';
    return { processId, startMark: mark, startedAt };
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
