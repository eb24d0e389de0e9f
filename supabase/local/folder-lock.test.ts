import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './folder-lock.ts';

// As an address: a path of Windows is none that `import` takes.
const LOCKING = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'folder-lock.ts')).href);

let folder: string;
const lockFile = () => join(folder, 'lock.json');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that is sure to be gone. */
async function processThatEnded(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid as number;
}

it('refuses a second holder and names the process and when it started', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
  expect(() => lockFolder(folder)).toThrow(
    new RegExp(`tiến trình số ${process.pid}, khởi động lúc .*\\d{4}`),
  );
  lock.release();
  lockFolder(folder).release();
});

it('refuses while another process holds the folder', async () => {
  const program = `import { lockFolder } from ${LOCKING};
    lockFolder(process.argv[1]); process.stdout.write('held'); process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder]);
  await once(child.stdout, 'data');
  expect(() => lockFolder(folder)).toThrow(new RegExp(`tiến trình số ${child.pid},`));
  // Killed without a chance to tidy up: its lock stays behind and is stale.
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(lockFile())).toBe(true);
  lockFolder(folder).release();
});

it('is let go by a process that ends without a word', async () => {
  const program = `import { lockFolder } from ${LOCKING};
    lockFolder(process.argv[1]);`;
  await once(spawn(process.execPath, ['--input-type=module', '-e', program, folder]), 'exit');
  expect(existsSync(lockFile())).toBe(false);
});

it('takes over the lock of a process that ended', async () => {
  writeFileSync(
    lockFile(),
    JSON.stringify({ processId: await processThatEnded(), startMark: 'x', startedAt: '' }),
  );
  const lock = lockFolder(folder);
  expect(JSON.parse(readFileSync(lockFile(), 'utf8')).processId).toBe(process.pid);
  lock.release();
  expect(existsSync(lockFile())).toBe(false);
});

// Red when only process ids are compared: this id runs, but it is another process than the one that locked.
it('takes over a lock whose process id was given to another process', () => {
  const stale = { processId: process.pid, startMark: 'another boot 1', startedAt: '2026-01-01T00:00:00Z' };
  writeFileSync(lockFile(), JSON.stringify(stale));
  lockFolder(folder).release();
});

it('keeps out when it cannot tell when the holder started', () => {
  const unknown = { processId: process.pid, startMark: null, startedAt: '2026-01-01T00:00:00Z' };
  writeFileSync(lockFile(), JSON.stringify(unknown));
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
});

it('takes over a lock that a crash cut short', () => {
  writeFileSync(lockFile(), '{"processId": 1');
  lockFolder(folder).release();
});

it("leaves another one's lock alone when released late", () => {
  const lock = lockFolder(folder);
  writeFileSync(lockFile(), 'somebody else');
  lock.release();
  expect(readFileSync(lockFile(), 'utf8')).toBe('somebody else');
});
