// `npm run restore -- <file>.tar`: puts an archive into an empty installation, whether its server runs or not.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ArchiveRefused } from './archive/archive-refused.ts';
import { checkArchive } from './archive/check-archive.ts';
import type { Manifest } from './archive/manifest.ts';
import { type Restored, restoreArchive } from './archive/restore-archive.ts';
import { openBackend } from './backend.ts';
import { migrationsOf } from './cluster.ts';
import { askServer } from './control.ts';
import { DatabaseRefused } from './database-refused.ts';
import { FolderInUseError } from './folder-lock.ts';
import { dataFolderOf } from './settings.ts';
import { StartRefused } from './start-refused.ts';

const databaseUrl = process.env.DATABASE_URL || undefined;
const WITHOUT_POLICE = '--without-police';

async function restore(dataFolder: string, words: readonly string[]): Promise<string> {
  const file = words.find((word) => !word.startsWith('--'));
  if (!file)
    throw new StartRefused('Hãy ghi tên tệp sao lưu, ví dụ: npm run restore -- D:\\sao-luu\\2026-11-25.tar');
  const path = resolve(file);
  const manifest = await checkArchive(path);
  const passphrase = await passphraseFor(manifest, words.includes(WITHOUT_POLICE));
  try {
    return wordsOf(await restoreAlone(dataFolder, path, manifest, passphrase));
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    return wordsOf(await askServer(dataFolder, 'restore', { path, passphrase }));
  }
}

// Null: the sealed tables stay out, because there are none or because that is what was asked for.
async function passphraseFor(manifest: Manifest, withoutPolice: boolean): Promise<string | null> {
  if (withoutPolice || manifest.sealed.length === 0) return null;
  if (process.env.POLICE_PASSPHRASE) return process.env.POLICE_PASSPHRASE;
  if (!process.stdin.isTTY) {
    throw new StartRefused(
      `Bản sao lưu có dữ liệu an ninh đã niêm phong. Hãy để Công an nhập mật khẩu ở cửa sổ lệnh này, hoặc thêm ${WITHOUT_POLICE} để khôi phục mà không có dữ liệu đó.`,
    );
  }
  console.log(
    `Mật khẩu niêm phong của Công an (không hiện khi gõ; không có thì dừng và thêm ${WITHOUT_POLICE}):`,
  );
  // What is typed must not be seen.
  const silent = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return lines.question('').finally(() => lines.close());
}

async function restoreAlone(
  dataFolder: string,
  path: string,
  manifest: Manifest,
  passphrase: string | null,
): Promise<Restored> {
  const older = databaseUrl || existsSync(join(dataFolder, 'database')) ? null : olderMigrations(manifest);
  const backend = await openBackend({
    dataFolder,
    databaseUrl,
    ...(older ? { migrationsFolder: older } : {}),
  });
  const restored = await restoreArchive(backend, dataFolder, path, passphrase).finally(async () => {
    await backend.close();
    if (older) rmSync(older, { recursive: true });
  });
  // What the program has learned since the archive was made is done to its rows as to any others.
  if (older) await (await openBackend({ dataFolder })).close();
  return restored;
}

// The migrations that an archive of an older program was made with, in a folder of their own; null where it is of this one.
function olderMigrations({ migrations: wanted }: Manifest): string | null {
  const known = migrationsOf({});
  const isOlder =
    wanted.length < known.length && wanted.every((version, index) => known[index]?.version === version);
  if (!isOlder) return null;
  const folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-'));
  for (const { version, name, sql } of known.slice(0, wanted.length)) {
    writeFileSync(join(folder, `${version}_${name}.sql`), sql);
  }
  return folder;
}

function wordsOf({ communes, hasIncidents, photos, missingPhotos, codes }: Restored): string {
  const width = Math.max(...codes.map(({ name }) => name.length), 0);
  return [
    `Đã khôi phục ${communes.map(({ name }) => name).join(', ')}: mọi dòng dữ liệu đã so lại từng dòng, ${photos} ảnh.`,
    ...(missingPhotos > 0 ? [`${missingPhotos} ảnh đã thiếu sẵn khi sao lưu.`] : []),
    hasIncidents
      ? 'Dữ liệu an ninh đã được mở niêm phong và khôi phục.'
      : 'Không có dữ liệu an ninh trong lần khôi phục này.',
    '',
    'Bản sao không có mật khẩu. Mỗi người đặt lại mật khẩu bằng mã một lần (trang /ma, trong 7 ngày); mã chỉ hiện ở đây:',
    '',
    ...codes.map(({ name, role, code }) => `    ${name.padEnd(width)}  ${code}  ${ROLES[role] ?? role}`),
    '',
    'Hãy trao mã tận tay từng người, mã của Công an chỉ trao cho Công an.',
  ].join('\n');
}

const ROLES: Readonly<Record<string, string>> = {
  administrator: 'Quản trị',
  front_officer: 'Cán bộ Mặt trận',
  leader: 'Lãnh đạo',
  association: 'Đoàn thể',
  hamlet_committee: 'Ban công tác Mặt trận thôn',
  police: 'Công an',
};

try {
  console.log(await restore(dataFolderOf(process.env), process.argv.slice(2)));
} catch (error) {
  const isKnown = [StartRefused, ArchiveRefused, DatabaseRefused].some((known) => error instanceof known);
  if (!(error instanceof Error && isKnown)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
