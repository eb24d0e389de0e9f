import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { StartRefused } from './start-refused.ts';

// What belongs to a running process, or can be made again.
const LEFT_OUT = /^(?:lock\.json.*|control\.sock|database\.unfinished)$/;

/**
 * Copies a data folder, whose database must be at rest, to `target`, which must not exist or be empty. The copy
 * appears under that name when it is whole, readable for this account alone.
 * @throws StartRefused when the target is taken or lies in the data folder, or when there is no room.
 */
export async function copyDataFolder(dataFolder: string, target: string): Promise<void> {
  const wanted = resolve(target);
  if (existsSync(wanted) && readdirSync(wanted).length > 0) {
    throw new StartRefused(`Thư mục ${wanted} đã có dữ liệu. Hãy chọn một thư mục mới cho bản sao lưu.`);
  }
  const inside = relative(dataFolder, wanted);
  if (inside === '' || !(inside.startsWith(`..${sep}`) || inside === '..' || resolve(inside) === inside)) {
    throw new StartRefused(
      `Bản sao lưu không được nằm trong thư mục dữ liệu ${dataFolder}. Hãy chọn ổ đĩa hay thư mục khác.`,
    );
  }
  const draft = `${wanted}.chua-xong`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(wanted), { recursive: true });
  mkdirSync(draft, { mode: 0o700 });
  try {
    for (const name of readdirSync(dataFolder)) {
      if (!LEFT_OUT.test(name)) await cp(join(dataFolder, name), join(draft, name), { recursive: true });
    }
    chmodSync(draft, 0o700);
    rmSync(wanted, { recursive: true, force: true });
    renameSync(draft, wanted);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    throw new StartRefused(`Nơi chứa bản sao (${wanted}) không đủ chỗ trống; chưa sao lưu được gì.`);
  }
}

/**
 * Where a running server listens for the commands of its own machine: a socket in the data folder, which this
 * account alone may enter, or on Windows a pipe named after the folder.
 */
export function controlAddress(dataFolder: string): string {
  if (process.platform !== 'win32') return join(dataFolder, 'control.sock');
  const name = createHash('sha256').update(dataFolder.toLowerCase()).digest('hex').slice(0, 24);
  return `\\\\.\\pipe\\xa-hanh-phuc-${name}`;
}
