// `npm run backup -- <file>.tar`: everything as one archive; `npm run backup -- <new folder>`: a whole copy of the
// data folder. Both whether the server runs or not.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { archiveTo } from './archive/archive-file.ts';
import { ArchiveRefused } from './archive/archive-refused.ts';
import { openBackend } from './backend.ts';
import { copyDataFolder } from './backup.ts';
import { askServer } from './control.ts';
import { DatabaseRefused } from './database-refused.ts';
import { FolderInUseError, lockFolder } from './folder-lock.ts';
import { dataFolderOf } from './settings.ts';
import { StartRefused } from './start-refused.ts';

const databaseUrl = process.env.DATABASE_URL || undefined;

async function backUp(dataFolder: string, target: string | undefined): Promise<string> {
  if (!target) {
    throw new StartRefused(
      'Hãy ghi tên tệp mới cho bản sao lưu, ví dụ: npm run backup -- D:\\sao-luu\\2026-11-25.tar',
    );
  }
  if (!databaseUrl && !existsSync(join(dataFolder, 'database'))) {
    throw new StartRefused(
      `Không có dữ liệu trong ${dataFolder}. Hãy đặt DATA_DIR đúng như khi chạy máy chủ.`,
    );
  }
  return target.endsWith('.tar') ? archive(dataFolder, target) : copy(dataFolder, target);
}

async function archive(dataFolder: string, target: string): Promise<string> {
  const path = resolve(target);
  const made = await whetherItRuns(
    async () => {
      const backend = await openBackend({ dataFolder, databaseUrl });
      return archiveTo(backend, dataFolder, path).finally(() => backend.close());
    },
    () => askServer(dataFolder, 'archive', { target: path }),
  );
  const communes = made.communes.map(
    ({ name, isSealed }) =>
      `  ${name}: dữ liệu an ninh ${isSealed ? 'có trong bản sao, đã niêm phong bằng mật khẩu của Công an' : 'KHÔNG có trong bản sao, vì Công an chưa đặt mật khẩu niêm phong (trang "Sao lưu")'}`,
  );
  const missing = made.missingPhotos.length;
  return [
    `Đã sao lưu vào ${path}: mọi dòng dữ liệu và ${made.photos} ảnh; không có mật khẩu của ai.`,
    ...communes,
    ...(missing > 0
      ? [`  ${missing} ảnh có ghi trong dữ liệu nhưng không còn tệp; bản sao ghi rõ ảnh nào.`]
      : []),
    `Khôi phục vào nơi trống: npm run restore -- ${path}`,
  ].join('\n');
}

async function copy(dataFolder: string, target: string): Promise<string> {
  if (databaseUrl) {
    throw new StartRefused(
      'Dữ liệu nằm trong máy chủ PostgreSQL (DATABASE_URL), không nằm trong thư mục này. ' +
        'Hãy sao lưu thành một tệp .tar, hoặc bằng pg_dump (thư mục này có khóa bí mật và ảnh, cũng cần chép lại).',
    );
  }
  await whetherItRuns(
    async () => {
      const lock = lockFolder(dataFolder);
      await copyDataFolder(dataFolder, target).finally(lock.release);
    },
    () => askServer(dataFolder, 'copy', { target: resolve(target) }),
  );
  return (
    `Đã sao lưu toàn bộ ${dataFolder} vào ${resolve(target)}.\n` +
    'Bản sao có cả khóa bí mật và dữ liệu của công an: hãy cất ở nơi chỉ người có trách nhiệm mở được.'
  );
}

async function whetherItRuns<Result>(
  alone: () => Promise<Result>,
  asked: () => Promise<unknown>,
): Promise<Result> {
  try {
    return await alone();
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    return (await asked()) as Result;
  }
}

try {
  console.log(await backUp(dataFolderOf(process.env), process.argv[2]));
} catch (error) {
  const isKnown = [StartRefused, ArchiveRefused, DatabaseRefused].some((known) => error instanceof known);
  if (!(error instanceof Error && isKnown)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
