// `npm run backup -- <new folder>`: a whole copy of the data folder, whether the server runs or not.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyDataFolder } from './backup.ts';
import { askForBackup } from './control.ts';
import { FolderInUseError, lockFolder } from './folder-lock.ts';
import { dataFolderOf } from './settings.ts';
import { StartRefused } from './start-refused.ts';

async function backUp(dataFolder: string, target: string | undefined): Promise<void> {
  if (!target)
    throw new StartRefused(
      'Hãy ghi thư mục mới để chứa bản sao, ví dụ: npm run backup -- D:\\sao-luu\\2026-11-25',
    );
  if (process.env.DATABASE_URL) {
    throw new StartRefused(
      'Dữ liệu nằm trong máy chủ PostgreSQL (DATABASE_URL), không nằm trong thư mục này. ' +
        'Hãy sao lưu bằng pg_dump; thư mục này chỉ có khóa bí mật (secrets.json), cũng cần chép lại.',
    );
  }
  if (!existsSync(join(dataFolder, 'database'))) {
    throw new StartRefused(
      `Không có dữ liệu trong ${dataFolder}. Hãy đặt DATA_DIR đúng như khi chạy máy chủ.`,
    );
  }
  try {
    const lock = lockFolder(dataFolder);
    try {
      await copyDataFolder(dataFolder, target);
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    await askForBackup(dataFolder, resolve(target));
  }
  console.log(
    `Đã sao lưu toàn bộ ${dataFolder} vào ${resolve(target)}.\n` +
      'Bản sao có cả khóa bí mật và dữ liệu của công an: hãy cất ở nơi chỉ người có trách nhiệm mở được.',
  );
}

try {
  await backUp(dataFolderOf(process.env), process.argv[2]);
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
